"""The arrest memo: a child stops it; grounds, relatives, night, reasons; the Magistrate in time."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, at, entry_of, needed, value

AGE, ARREST, RIGHTS, BODY = (
    "/data/age_check/age/age",
    "/data/arrest",
    "/data/rights",
    "/data/search_and_health",
)
PART, RECORD, COURT = "/data/part_in_offence", "/data/record", "/data/court_steps"
ADULT = {f"{AGE}_birth": "day", f"{AGE}_dob": "1990-01-01", "/data/age_check/sex": "male"}


def test_a_child_stops_the_memo_and_goes_to_the_board():
    entry = entry_of("arrest_memo", ADULT | {f"{AGE}_dob": "2009-01-01"})
    assert asked(entry, "/data/child_path/child_note")
    assert {"/data/child_path/sjpu_officer", "/data/child_path/jjb"} <= needed(entry)
    for section in (
        "arrest",
        "who",
        "addresses",
        "rights",
        "attestation",
        "search_and_health",
        "features",
        "court_steps",
    ):
        assert not asked(entry, f"/data/{section}")
    answer(entry, {f"{AGE}_dob": "1990-01-01"})
    assert asked(entry, "/data/arrest")
    assert not asked(entry, "/data/child_path")


def test_what_every_arrest_needs():
    wanted = {
        f"{RIGHTS}/{name}"
        for name in ("grounds", "grounds_language", "grounds_given_at", "grounds_receipt", "informed_name")
        + ("book_entry", "designated_told_at", "advocate_told", "legal_aid_told")
    } | {"/data/attestation/witness_name", "/data/attestation/countersigned", f"{PART}/role"}
    assert wanted <= needed(entry_of("arrest_memo", ADULT))


@pytest.mark.parametrize(
    ("sections", "power", "reasons"),
    [
        ("bns_143_2", "bnss_35_1_c", False),
        ("bns_144_2", "bnss_35_1_c", True),
        ("bns_143_2 bns_144_2", "bnss_35_1_c", False),
        ("bns_143_4", "bnss_35_1_b", True),
        ("", "bnss_35_1_c", False),
    ],
)
def test_an_offence_of_up_to_seven_years_needs_reasons(sections, power, reasons):
    entry = entry_of(
        "arrest_memo", ADULT | {"/data/case/sections": sections, f"{ARREST}/arrest_power": power}
    )
    assert (f"{ARREST}/reasons_35" in needed(entry)) is reasons


def test_a_woman_is_arrested_at_night_only_with_permission_by_a_woman():
    entry = entry_of("arrest_memo", ADULT | {"/data/age_check/sex": "female", f"{RIGHTS}/at_night": "yes"})
    assert {f"{RIGHTS}/woman_officer", f"{RIGHTS}/night_permission"} <= needed(entry)
    answer(entry, {f"{BODY}/medically_examined": "yes", f"{BODY}/medical_doctor_sex": "male"})
    assert asked(entry, f"{BODY}/woman_doctor_note")
    answer(entry, {"/data/age_check/sex": "male"})
    assert not asked(entry, f"{RIGHTS}/night_permission")


def test_a_force_without_police_powers_hands_over_within_six_hours():
    entry = entry_of(
        "arrest_memo",
        ADULT
        | {f"{ARREST}/arrest_power": "bnss_40"}
        | {f"{ARREST}/private_at": at(20, 6), f"{ARREST}/private_handed_at": at(20, 12)},
    )
    assert not asked(entry, f"{ARREST}/private_late_why")
    answer(entry, {f"{ARREST}/private_handed_at": at(20, 12, 1)})
    assert f"{ARREST}/private_late_why" in needed(entry)


def test_the_magistrate_within_24_hours_without_the_journey():
    times = {
        f"{ARREST}/arrest_at": at(20, 9),
        f"{COURT}/journey_hours": "3",
        f"{COURT}/produced_at": at(21, 12),
    }
    entry = entry_of("arrest_memo", ADULT | times)
    assert value(entry, f"{COURT}/produce_limit") == "21/11/2026 12:00"
    assert not asked(entry, f"{COURT}/produced_late_why")
    answer(entry, {f"{COURT}/journey_hours": "2"})
    assert f"{COURT}/produced_late_why" in needed(entry)


def test_written_grounds_come_two_hours_before_the_magistrate():
    times = {f"{RIGHTS}/grounds_given_at": at(20, 10), f"{COURT}/produced_at": at(20, 12)}
    entry = entry_of("arrest_memo", ADULT | times)
    assert not asked(entry, f"{COURT}/grounds_late_note")
    answer(entry, {f"{RIGHTS}/grounds_given_at": at(20, 10, 30)})
    assert asked(entry, f"{COURT}/grounds_late_note")


def test_a_foreign_national_has_a_mission():
    nationality = "/data/who/nationality"
    entry = entry_of("arrest_memo", ADULT | {nationality: "npl"})
    assert "/data/addresses/foreign/mission_told_at" in needed(entry)
    answer(entry, {nationality: "ind"})
    assert not asked(entry, "/data/addresses/foreign")


def test_earlier_cases_and_office_point_to_graver_sections():
    entry = entry_of("arrest_memo", ADULT | {f"{PART}/public_servant": "yes"})
    assert asked(entry, f"{PART}/public_servant_note")
    for n in (1, 2):
        assert not asked(entry, f"{RECORD}/organised_note")
        answer(entry, {f"{RECORD}/prior_cases[{n}]/prior_cognizance": "yes"})
    assert asked(entry, f"{RECORD}/organised_note")
    answer(entry, {f"{RECORD}/prior_cases[1]/prior_result": "convicted"})
    assert not asked(entry, f"{RECORD}/repeat_note")
    answer(entry, {f"{RECORD}/prior_cases[1]/prior_child": "yes"})
    assert asked(entry, f"{RECORD}/repeat_note")


def test_a_memo_is_sealed_before_anybody_went_to_court():
    entry = entry_of("arrest_memo", ADULT)
    later = {f"{COURT}/{name}" for name in ("produced_at", "produced_court", "remand_kind", "status")}
    assert not later & needed(entry)
    answer(entry, {f"{COURT}/produced_at": at(21, 12)})
    assert f"{COURT}/produced_court" in needed(entry)


def test_a_memo_dated_after_the_production_is_pointed_out():
    known = ADULT | {"/data/case/prepared/prepared_at": at(21, 12), f"{COURT}/produced_at": at(21, 13)}
    entry = entry_of("arrest_memo", known)
    assert not asked(entry, f"{COURT}/memo_late_note")
    answer(entry, {"/data/case/prepared/prepared_at": at(21, 14)})
    assert asked(entry, f"{COURT}/memo_late_note")


def test_a_name_in_devanagari_is_not_asked_twice():
    entry = entry_of("arrest_memo", ADULT | {"/data/who/full_name": "Ram Kumar (DEMO)"})
    assert asked(entry, "/data/who/name_devanagari")
    answer(entry, {"/data/who/full_name": "राम कुमार (DEMO)"})
    assert not asked(entry, "/data/who/name_devanagari")
