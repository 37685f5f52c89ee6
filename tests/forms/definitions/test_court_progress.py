"""The dates of a case after the FIR: each after the step it follows."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, entry_of, needed

TOLD, COURT = "/data/told", "/data/court_dates"


def problems(answers):
    return {problem.path for problem in entry_of("court_progress", answers).problems(to_seal=False)}


def test_an_e_fir_is_signed_after_it_came():
    received = {f"{TOLD}/efir_received_at": "2026-11-20T10:00:00.000+05:30"}
    assert not asked(entry_of("court_progress"), f"{TOLD}/efir_signed_at")
    early, late = "2026-11-20T09:00:00.000+05:30", "2026-11-22T09:00:00.000+05:30"
    assert problems(received | {f"{TOLD}/efir_signed_at": early}) == {f"{TOLD}/efir_signed_at"}
    assert problems(received | {f"{TOLD}/efir_signed_at": late}) == set()


def test_who_was_told_the_progress_and_how():
    entry = entry_of("court_progress", {f"{TOLD}/tellings[1]/told_on": "2026-11-20"})
    assert {f"{TOLD}/tellings[1]/told_to", f"{TOLD}/tellings[1]/told_how"} <= set(needed(entry))
    answer(entry, {f"{TOLD}/tellings[1]/told_on": ""})
    assert f"{TOLD}/tellings[1]/told_to" not in needed(entry)


@pytest.mark.parametrize(
    ("later", "earlier"), [("cognizance_on", "report_filed_on"), ("trial_ended_on", "cognizance_on")]
)
def test_a_step_in_court_follows_the_one_before(later, earlier):
    assert problems({f"{COURT}/{earlier}": "2026-11-10", f"{COURT}/{later}": "2026-11-09"}) == {
        f"{COURT}/{later}"
    }
    assert problems({f"{COURT}/{earlier}": "2026-11-10", f"{COURT}/{later}": "2026-11-10"}) == set()
    assert problems({f"{COURT}/{later}": "2026-11-09"}) == set()


def test_nothing_is_in_the_future():
    assert problems({f"{COURT}/report_filed_on": "2026-11-25"}) == {f"{COURT}/report_filed_on"}


def test_the_complaint_under_thota_is_asked_for_where_it_is_charged():
    charged = {"/data/case/offence_from": "2026-09-28"}
    assert not asked(
        entry_of("court_progress", charged | {"/data/case/sections": "bns_143_2"}), "/data/organ"
    )
    entry = entry_of("court_progress", charged | {"/data/case/sections": "bns_143_2 thota_19"})
    assert "/data/organ/authority_told" in needed(entry)
    answer(entry, {"/data/organ/authority_told": "yes", "/data/organ/authority_told_on": "2026-11-10"})
    assert {"/data/organ/authority_office", "/data/organ/authority_officer"} <= needed(entry)
    answer(entry, {"/data/organ/authority_complained_on": "2026-11-09"})
    assert entry.state("/data/organ/authority_complained_on").problems
