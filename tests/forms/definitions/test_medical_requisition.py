"""The request to a hospital: in time, never a child without a trusted person, an age test only on order."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, at, entry_of, needed, value

REQUEST, SLIP, PRESENCE = "/data/request", "/data/slip", "/data/presence"
NOTES = "/data/examination"
SEXUAL_OFFENCE = {f"{REQUEST}/purposes": "treatment sexual_assault", f"{REQUEST}/information_at": at(20, 9)}
GIRL = {
    f"{SLIP}/sex": "female",
    f"{SLIP}/person/person_birth": "unknown",
    f"{SLIP}/person/person_age_said": "15",
}


def test_a_doctor_sees_the_person_within_24_hours_of_the_information():
    entry = entry_of("medical_requisition", SEXUAL_OFFENCE)
    assert value(entry, f"{REQUEST}/send_limit") == "21/11/2026 09:00"
    answer(entry, {f"{REQUEST}/sent_at": at(21, 9)})
    assert not asked(entry, f"{REQUEST}/sent_late_why")
    answer(entry, {f"{REQUEST}/sent_at": at(21, 9, 1)})
    assert f"{REQUEST}/sent_late_why" in needed(entry)


def test_the_clock_runs_for_a_sexual_offence_only():
    entry = entry_of("medical_requisition", {f"{REQUEST}/purposes": "treatment"})
    assert not asked(entry, f"{REQUEST}/information_at")


@pytest.mark.parametrize(
    ("sections", "purposes", "by_law"),
    [
        ("bns_143_2 thota_18", "treatment organ_scar", False),
        ("bns_143_2 bns_64_1", "treatment", True),
        ("pocso_8", "treatment", True),
        ("bns_143_2", "treatment sexual_assault", True),
    ],
)
def test_the_law_on_free_treatment_is_quoted_for_its_offences_only(sections, purposes, by_law):
    known = {"/data/case/sections": sections, f"{REQUEST}/purposes": purposes}
    entry = entry_of("medical_requisition", known | {f"{REQUEST}/free_treatment": "yes"})
    assert asked(entry, f"{REQUEST}/free_treatment_note") is by_law
    assert asked(entry, f"{REQUEST}/treatment_asked_note") is not by_law


def test_what_is_barred_after_a_sexual_offence_is_said_to_that_doctor_only():
    notes = {f"{NOTES}/{name}_note" for name in ("barred", "hiv", "report")}
    entry = entry_of("medical_requisition", SEXUAL_OFFENCE)
    assert all(asked(entry, note) for note in notes)
    answer(entry, {f"{REQUEST}/purposes": "treatment organ_scar"})
    assert not any(asked(entry, note) for note in notes)
    assert asked(entry, f"{NOTES}/report_asked_note")


@pytest.mark.parametrize(("order_by", "clock"), [("cwc", "2026-11-20"), ("itpa", "")])
def test_an_age_test_rests_on_an_order(order_by, clock):
    entry = entry_of("medical_requisition", {f"{REQUEST}/purposes": "treatment"})
    assert not asked(entry, "/data/age_test/age_order_by")
    answer(entry, {f"{REQUEST}/purposes": "age"})
    assert {"/data/age_test/age_order_by", "/data/age_test/age_order_number"} <= needed(entry)
    answer(entry, {"/data/age_test/age_order_by": order_by, "/data/age_test/age_order_on": "2026-11-20"})
    assert value(entry, "/data/age_test/age_test_ordered_on") == clock


def test_a_girl_has_a_woman_doctor_and_somebody_she_trusts():
    entry = entry_of("medical_requisition", GIRL | {f"{PRESENCE}/woman_doctor": "no"})
    assert asked(entry, f"{PRESENCE}/girl_note")
    assert {f"{PRESENCE}/woman_doctor_arranged", f"{PRESENCE}/trusted_person"} <= needed(entry)
    answer(entry, {f"{SLIP}/person/person_age_said": "30"})
    assert not asked(entry, f"{PRESENCE}/trusted_person")
    assert not asked(entry, f"{PRESENCE}/girl_note")


def test_who_brought_the_person_is_written_down():
    assert {f"{SLIP}/brought_by", f"{SLIP}/brought_by_address"} <= needed(entry_of("medical_requisition"))
