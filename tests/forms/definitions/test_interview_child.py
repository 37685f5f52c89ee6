"""The conversation with a child: a trusted person, no uniform, half an hour, and no door opened lightly."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, at, entry_of, needed, value

ABOUT = "/data/about"
MODULES = "/data/modules_group"
CHILD = {f"{ABOUT}/is_child": "yes"}


@pytest.mark.parametrize("path", ["/data/present/lead_uniform", "/data/present/second_uniform"])
def test_a_uniform_is_warned_of_and_the_reason_asked(path):
    entry = entry_of("interview_child", CHILD | {"/data/present/has_second": "yes", path: "yes"})
    assert asked(entry, f"{path}_note")
    assert not entry.state(path).problems
    assert "/data/present/uniform_why" in needed(entry)
    answer(entry, {path: "no"})
    assert not asked(entry, f"{path}_note")
    assert not asked(entry, "/data/present/uniform_why")


def test_an_unknown_age_is_a_child():
    entry = entry_of("interview_child", {"/data/present/lead_uniform": "yes"})
    assert asked(entry, "/data/present/uniform_why")
    answer(entry, {f"{ABOUT}/is_child": "no"})
    assert not asked(entry, "/data/present/uniform_why")
    assert asked(entry, f"{ABOUT}/wrong_form_note")


def test_a_trusted_person_is_there():
    entry = entry_of("interview_child", CHILD | {"/data/present/support_present": "no"})
    assert asked(entry, "/data/present/support_absent_note")
    assert "/data/present/support_absent_why" in needed(entry)
    answer(entry, {"/data/present/support_present": "yes"})
    assert "/data/present/support/support_name" in needed(entry)


def test_a_suspected_parent_does_not_decide():
    entry = entry_of("interview_child", CHILD | {"/data/agreement/guardian_conflict": "yes"})
    assert asked(entry, "/data/agreement/guardian_note")
    answer(entry, {"/data/agreement/consent": "assent_guardian", "/data/agreement/guardian_who": "parent"})
    answer(entry, {"/data/agreement/support_from_committee": "no"})
    assert {"/data/agreement/guardian_why", "/data/agreement/support_other_why"} <= needed(entry)
    answer(entry, {"/data/agreement/guardian_conflict": "no"})
    assert not asked(entry, "/data/agreement/guardian_who_note")


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"/data/meeting/one_interviewer": "no"}, "/data/meeting/interviewers_why"),
        ({"/data/meeting/ground_rules": "dont_know may_stop"}, "/data/meeting/ground_rules_why"),
        (
            {"/data/recording/av_agreed": "no", "/data/recording/av_made": "yes"},
            "/data/recording/av_against_why",
        ),
        (
            {"/data/present/officer_speaks": "no", "/data/present/interpreter_used": "no"},
            "/data/present/interpreter_absent_why",
        ),
    ],
)
def test_what_should_not_have_happened_is_written_with_its_reason(answers, reason):
    entry = entry_of("interview_child", CHILD | answers)
    assert reason in needed(entry)
    assert not any(entry.state(path).problems for path in answers)


@pytest.mark.parametrize(("minutes", "warned"), [(30, False), (31, True)])
def test_half_an_hour_at_a_time(minutes, warned):
    times = {f"{ABOUT}/started": at(20, 10), f"{ABOUT}/ended": at(20, 10, minutes)}
    entry = entry_of("interview_child", CHILD | times)
    assert asked(entry, "/data/course/length_note") is warned


def test_exploitation_control_and_debt_stay_closed_until_a_trained_officer_opens_them():
    entry = entry_of("interview_child", CHILD)
    offered = {choice.value for choice in entry.choices(f"{MODULES}/modules")}
    assert {"recruitment", "risk"} <= offered
    assert not {"exploitation", "control", "debt"} & offered
    answer(entry, {f"{MODULES}/opened_by": "SI Rekha", f"{MODULES}/modules": "exploitation risk"})
    assert asked(entry, "/data/exploitation/work_hours")
    assert {f"{MODULES}/opened_training", f"{MODULES}/opened_at"} <= needed(entry)
    answer(entry, {f"{MODULES}/opened_by": ""})
    assert not asked(entry, "/data/exploitation/work_hours")
    assert asked(entry, "/data/risk/risk_threats")


def test_the_committee_and_the_special_court_are_told_of_a_pocso_offence():
    entry = entry_of("interview_child", CHILD)
    assert not asked(entry, "/data/duties/form_a_given")
    answer(entry, {"/data/duties/pocso_alleged": "yes"})
    assert {f"/data/duties/{n}" for n in ("form_a_given", "cwc_told_at", "court_told_at")} <= needed(entry)


def test_the_wishes_of_the_child_are_kept_word_for_word():
    wishes = "/data/closing/child_wishes"
    entry = entry_of("interview_child", CHILD | {"/data/agreement/consent": "refused"})
    assert wishes not in needed(entry)
    answer(entry, {"/data/agreement/consent": "assent_guardian"})
    assert wishes in needed(entry)
    assert value(entry, wishes) == ""
