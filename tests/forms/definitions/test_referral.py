"""The referral: as little as the service needs, on a ground that holds, never the name by default."""

from __future__ import annotations

import pytest

from abhaya_forms.engine.body import Question, walk
from support.form_entries import answer, asked, definition_of, entry_of, needed

AGREEMENT = "/data/agreement"
MINIMUM = "/data/minimum"


def test_the_name_goes_only_where_the_service_needs_it_and_the_consent_allows_it():
    entry = entry_of("referral", {f"{AGREEMENT}/name_needed": "no"})
    assert not asked(entry, f"{MINIMUM}/full_name")
    answer(entry, {f"{AGREEMENT}/name_needed": "yes", f"{AGREEMENT}/name_agreed": "no"})
    assert not asked(entry, f"{MINIMUM}/full_name")
    assert asked(entry, f"{AGREEMENT}/name_note")
    answer(entry, {f"{AGREEMENT}/name_agreed": "yes"})
    assert f"{MINIMUM}/full_name" in needed(entry)


@pytest.mark.parametrize(
    ("child", "grounds", "bands"),
    [
        ("no", {"consent", "magistrate"}, {"a18", "a21", "a24", "a27", "a30", "a39", "a48"}),
        ("yes", {"cwc", "guardian", "magistrate"}, {"a0", "a9"}),
        ("", {"cwc", "guardian", "magistrate"}, {"a0", "a9"}),
    ],
)
def test_an_adult_consents_and_for_a_child_the_committee_orders(child, grounds, bands):
    entry = entry_of("referral", {f"{AGREEMENT}/is_child": child})
    assert {choice.value for choice in entry.choices(f"{AGREEMENT}/consent_ground")} == grounds
    assert {choice.value for choice in entry.choices(f"{MINIMUM}/age_band")} == bands
    assert asked(entry, f"{AGREEMENT}/child_note") is (child != "no")


def test_no_referral_without_a_consent_from_before():
    given = f"{AGREEMENT}/consent_given_on"
    entry = entry_of("referral", {"/data/referral/referred_on": "2026-11-20"})
    assert {f"{AGREEMENT}/consent_ground", f"{AGREEMENT}/consent_reference", given} <= needed(entry)
    answer(entry, {given: "2026-11-21"})
    assert [problem.kind for problem in entry.state(given).problems] == ["constraint"]
    answer(entry, {given: "2026-11-20"})
    assert entry.state(given).problems == ()


def test_a_refusal_says_why_and_a_closed_referral_too():
    entry = entry_of("referral", {"/data/answer/accepted": "waiting", "/data/answer/closure": "active"})
    assert not {path for path in needed(entry) if path.endswith("_why")}
    answer(entry, {"/data/answer/accepted": "no", "/data/answer/closure": "closed_referred"})
    assert {"/data/answer/refused_why", "/data/answer/closure_why"} <= needed(entry)


def test_only_the_masked_minimum_describes_the_person():
    masks = {
        e.name: e.marks.get("mask") for e in walk(definition_of("referral").body) if isinstance(e, Question)
    }
    assert (masks["full_name"], masks["safe_contact"], masks["age_band"]) == ("identity", "identity", "quasi")
    assert {masks[name] for name in ("services", "needs", "risks", "do_not_share_with")} == {"sensitive"}
    assert not {"dob", "home_village", "father_name", "fir_copy"} & set(masks)
