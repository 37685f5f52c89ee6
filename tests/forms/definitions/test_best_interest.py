"""The best-interest assessment: danger first, every domain looked at, options compared, two signatures."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, at, entry_of, needed, value

DANGER = "/data/danger"


def test_self_harm_now_asks_for_an_immediate_referral():
    entry = entry_of("best_interest", {f"{DANGER}/self_harm": "past"})
    assert not asked(entry, f"{DANGER}/self_harm_note")
    entry.set_answer(f"{DANGER}/self_harm", "now")
    assert asked(entry, f"{DANGER}/self_harm_note")
    assert {f"{DANGER}/self_harm_referred_at", f"{DANGER}/supervisor_told_at"} <= needed(entry)


def test_every_domain_has_a_level_and_a_plan_where_there_is_risk():
    entry = entry_of("best_interest")
    levels = {path for path in needed(entry) if path.endswith("_level")}
    assert len(levels) == 14
    stigma = "/data/community/stigma/stigma"
    assert f"{stigma}_action" not in needed(entry)
    answer(entry, {f"{stigma}_level": "none"})
    assert f"{stigma}_action" not in needed(entry)
    answer(entry, {f"{stigma}_level": "low"})
    assert {f"{stigma}_{name}" for name in ("facts", "action", "owner", "due")} <= needed(entry)


@pytest.mark.parametrize(
    ("level", "family", "highest", "warned"),
    [
        ("low", "none", "1", False),
        ("medium", "none", "2", True),
        ("none", "suspected", "0", True),
        ("none", "unknown", "0", True),
    ],
)
def test_restoration_waits_for_an_order_where_there_is_risk(level, family, highest, warned):
    domain = "/data/household/home_safety/home_safety_level"
    entry = entry_of("best_interest", {domain: level, f"{DANGER}/family_role": family})
    assert value(entry, "/data/decision/highest_level") == highest
    assert asked(entry, "/data/decision/restoration_note") is warned


def test_a_child_is_heard_as_a_child_and_so_is_one_of_unknown_age():
    entry = entry_of("best_interest")
    assert "/data/wishes/child_view" in needed(entry)
    answer(entry, {"/data/about/is_child": "no"})
    assert not asked(entry, "/data/wishes/siblings_together")
    assert "/data/wishes/adult_wish" in needed(entry)


def test_one_option_alone_asks_why():
    rows = "/data/options/option_rows"
    entry = entry_of("best_interest", {f"{rows}[1]/option_kind": "home"})
    assert "/data/options/options_few_why" in needed(entry)
    answer(entry, {f"{rows}[2]/option_kind": "kin"})
    assert "/data/options/options_few_why" not in needed(entry)


def test_the_review_is_within_thirty_days_unless_a_reason_is_given():
    entry = entry_of("best_interest")
    assert value(entry, "/data/decision/review_on") == "2026-12-24"
    assert not asked(entry, "/data/decision/review_late_why")
    answer(entry, {"/data/decision/review_on": "2026-12-25"})
    assert "/data/decision/review_late_why" in needed(entry)


def test_the_review_may_be_past_by_the_time_the_record_is_sealed():
    review = "/data/decision/review_on"
    entry = entry_of("best_interest", {"/data/case/prepared/prepared_at": at(1, 16), review: "2026-11-10"})
    assert not entry.state(review).problems
    answer(entry, {review: "2026-10-31"})
    assert [problem.kind for problem in entry.state(review).problems] == ["constraint"]
