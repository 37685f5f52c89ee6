"""The profile of a victim: identity under mask, nothing that blames, and consent purpose by purpose."""

from __future__ import annotations

import re

import pytest

from abhaya_forms.engine.body import Question, walk
from support.form_entries import answer, asked, definition_of, entry_of, needed

HEALTH = "/data/wellbeing"
CONSENTS = "/data/agreement/consents"
QUESTIONS = [e for e in walk(definition_of("victim_profile").body) if isinstance(e, Question)]


def test_it_is_about_one_victim_and_carries_what_other_forms_ask():
    marks = {q.name: q.marks for q in QUESTIONS}
    assert marks["subject_code"]["subject"] == "victim"
    facts = {q.marks["carry"] for q in QUESTIONS if q.marks.get("carry", "").startswith("person.")}
    assert {f"person.{name}" for name in ("full_name", "sex", "dob", "home.district", "education")} <= facts
    assert {"person.safe_contact", "person.trafficking_status", "person.exploitation"} <= facts


def test_nobody_is_asked_what_the_rules_forbid():
    forbidden = re.compile("hiv|virgin|habit|sexual_hist|character|antecedent")
    assert [q.name for q in QUESTIONS if forbidden.search(q.name)] == []


def test_what_names_the_person_is_masked():
    masks = {q.name: q.marks.get("mask") for q in QUESTIONS}
    named = "name_full_name name_father home_village present_phone member_name safe_contact paper_number"
    assert {masks[name] for name in named.split()} == {"identity"}
    assert masks["age_dob"] == masks["nationality"] == masks["community"] == "quasi"
    hurting = "disability health pregnant status exploitation first_age needs"
    assert {masks[name] for name in hurting.split()} == {"sensitive"}


@pytest.mark.parametrize(
    ("reason", "is_asked"), [("", False), ("no", False), ("poa", True), ("benefit", True)]
)
def test_the_community_is_asked_only_where_a_benefit_or_a_charge_needs_it(reason, is_asked):
    entry = entry_of("victim_profile", {"/data/origin/community_reason": reason})
    assert asked(entry, "/data/origin/community") is is_asked


@pytest.mark.parametrize(
    ("disability", "educator", "interpreter"),
    [
        ("none", False, False),
        ("moving", False, False),
        ("intellectual moving", True, False),
        ("hearing", False, True),
    ],
)
def test_a_disability_calls_a_special_educator_or_an_interpreter(disability, educator, interpreter):
    entry = entry_of("victim_profile", {f"{HEALTH}/disability": disability})
    assert asked(entry, f"{HEALTH}/educator_note") is educator
    assert asked(entry, f"{HEALTH}/sign_note") is interpreter


def test_who_may_be_pregnant_is_asked_and_a_man_is_not():
    entry = entry_of("victim_profile", {"/data/about/sex": "female"})
    assert f"{HEALTH}/pregnant" in needed(entry)
    answer(entry, {"/data/about/sex": "male"})
    assert not asked(entry, f"{HEALTH}/pregnant")


def test_a_child_of_the_person_at_risk_is_reported_today():
    child = "/data/family/children[1]"
    entry = entry_of(
        "victim_profile", {"/data/family/children_number": "1", f"{child}/son_daughter_at_risk": "no"}
    )
    assert not asked(entry, "/data/family/children_note")
    answer(entry, {f"{child}/son_daughter_at_risk": "yes"})
    assert asked(entry, "/data/family/children_note")


def test_an_unsafe_relative_is_not_called_and_no_relative_asks_why():
    member = "/data/family/members[1]"
    entry = entry_of("victim_profile")
    assert "/data/family/members_none_why" in needed(entry)
    answer(entry, {f"{member}/member_name": "R", f"{member}/member_safe": "unknown"})
    assert "/data/family/members_none_why" not in needed(entry)
    assert asked(entry, f"{member}/member_unsafe_note")


def test_consent_is_written_down_for_a_purpose_and_can_be_withdrawn_later():
    entry = entry_of("victim_profile")
    assert "/data/agreement/consents_none_why" in needed(entry)
    row = f"{CONSENTS}[1]"
    answer(entry, {f"{row}/consent_purpose": "referral", f"{row}/consent_answer": "given"})
    assert "/data/agreement/consents_none_why" not in needed(entry)
    answer(entry, {f"{row}/consent_on": "2026-11-20", f"{row}/consent_withdrawn_on": "2026-11-19"})
    assert [p.kind for p in entry.state(f"{row}/consent_withdrawn_on").problems] == ["constraint"]
    answer(entry, {f"{row}/consent_withdrawn_on": "2026-11-24"})
    assert entry.state(f"{row}/consent_withdrawn_on").problems == ()


def test_trafficking_began_at_no_more_than_the_age_now():
    first = "/data/trafficking/first_age"
    entry = entry_of(
        "victim_profile", {"/data/age/age_birth": "unknown", "/data/age/age_age_said": "19", first: "20"}
    )
    assert [p.kind for p in entry.state(first).problems] == ["constraint"]
    answer(entry, {"/data/age/age_age_margin": "2"})
    assert entry.state(first).problems == ()


TRAFFICKING, RECEIVED = "/data/trafficking", "/data/received"


@pytest.mark.parametrize(
    ("kinds", "sexual", "work", "place"),
    [
        ("sexual", True, False, True),
        ("pornography child_labour", True, True, True),
        ("bonded_labour", False, True, True),
        ("organ_removal", False, False, True),
        ("intercepted_before", False, False, False),
        ("unknown", False, False, False),
    ],
)
def test_what_the_iom_standard_asks_is_asked_only_where_it_can_be(kinds, sexual, work, place):
    entry = entry_of("victim_profile", {f"{TRAFFICKING}/exploitation": kinds})
    shown = [asked(entry, f"{TRAFFICKING}/exploited_{name}") for name in ("sex_kind", "industry", "state")]
    assert shown == [sexual, work, place]
    answer(entry, {f"{TRAFFICKING}/exploited_state": "np_koshi"})
    assert asked(entry, f"{TRAFFICKING}/exploited_district") is place


def test_who_sent_the_person_is_asked_only_if_somebody_did():
    rest = [f"{RECEIVED}/referred_{name}" for name in ("by", "by_type", "by_worker", "here_on", "here_why")]
    entry = entry_of("victim_profile", {f"{RECEIVED}/by_referral": "no"})
    assert not any(asked(entry, path) for path in rest)
    answer(entry, {f"{RECEIVED}/by_referral": "yes", f"{RECEIVED}/referred_here_on": "2027-01-01"})
    assert all(asked(entry, path) for path in rest)
    assert f"{RECEIVED}/referred_here_on" in needed(entry)
