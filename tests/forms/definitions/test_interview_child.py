"""The conversation with a child: a trusted person, no uniform, half an hour, and no door opened lightly."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, at, entry_of, needed, value

ABOUT = "/data/about"
MODULES = "/data/modules_group"
CHILD = {f"{ABOUT}/is_child": "yes"}


@pytest.mark.parametrize("path", ["/data/present/lead_uniform", "/data/present/second_uniform"])
def test_nobody_is_in_uniform(path):
    entry = entry_of("interview_child", CHILD | {"/data/present/has_second": "yes", path: "yes"})
    assert [problem.kind for problem in entry.state(path).problems] == ["constraint"]
    answer(entry, {path: "no"})
    assert not entry.state(path).problems


def test_an_unknown_age_is_a_child():
    entry = entry_of("interview_child", {"/data/present/lead_uniform": "yes"})
    assert entry.state("/data/present/lead_uniform").problems
    answer(entry, {f"{ABOUT}/is_child": "no"})
    assert not entry.state("/data/present/lead_uniform").problems
    assert asked(entry, f"{ABOUT}/wrong_form_note")


def test_a_trusted_person_is_there():
    entry = entry_of("interview_child", CHILD | {"/data/present/support_present": "no"})
    assert entry.state("/data/present/support_present").problems
    answer(entry, {"/data/present/support_present": "yes"})
    assert "/data/present/support/support_name" in needed(entry)


def test_a_suspected_parent_does_not_decide():
    entry = entry_of("interview_child", CHILD | {"/data/agreement/guardian_conflict": "yes"})
    assert asked(entry, "/data/agreement/guardian_note")
    answer(entry, {"/data/agreement/consent": "assent_guardian", "/data/agreement/guardian_who": "parent"})
    assert entry.state("/data/agreement/guardian_who").problems
    answer(entry, {"/data/agreement/support_from_committee": "no"})
    assert entry.state("/data/agreement/support_from_committee").problems


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
