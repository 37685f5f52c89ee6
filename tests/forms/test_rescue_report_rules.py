"""What the law asks of a rescue shows in the report: powers, witnesses, women officers, recordings, wages."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import NonAnswer
from support.form_entries import answer, asked, at, needed, rescue_entry, value

ROW = "/data/persons/rescued[1]"
TEAM = "/data/entry/team"
EMPTY_FILE_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_search_under_itpa_asks_for_two_women_of_the_police():
    entry = rescue_entry({"/data/authority/power": "itpa_15"})
    assert asked(entry, "/data/entry/women_police_note")
    officers = {1: ("female", "police"), 2: ("female", "doctor"), 3: ("male", "spo"), 4: ("female", "cwpo")}
    for n, (sex, role) in officers.items():
        answer(entry, {f"{TEAM}[{n}]/member_sex": sex, f"{TEAM}[{n}]/member_role": role})
        enough = n == 4
        assert asked(entry, "/data/entry/women_police_note") is not enough
        assert ("/data/entry/women_police_reason" in needed(entry)) is not enough
    assert value(entry, "/data/entry/women_police") == "2"


def test_another_power_asks_for_no_count_of_women():
    entry = rescue_entry({"/data/authority/power": "bnss_185"})
    assert not asked(entry, "/data/entry/women_police_note")
    assert not asked(entry, "/data/authority/authority_name")


def test_itpa_names_its_officer_and_notification():
    entry = rescue_entry({"/data/authority/power": "itpa_15"})
    assert {
        f"/data/authority/authority_{name}" for name in ("kind", "name", "rank", "notification")
    } <= needed(entry)


def test_an_order_is_written_down_for_a_power_that_rests_on_one():
    entry = rescue_entry({"/data/authority/power": "bnss_100 jj_cwc bnss_185"})
    orders = "/data/authority/orders[1]"
    assert [choice.value for choice in entry.choices(f"{orders}/order_power")] == ["bnss_100", "jj_cwc"]
    assert f"{orders}/order_number" in needed(entry)
    entry.set_answer("/data/authority/power", "bnss_185")
    assert not asked(entry, f"{orders}/order_number")


def test_witnesses_two_and_a_woman_under_itpa():
    entry = rescue_entry({"/data/authority/power": "bnss_185"})
    one, two = "/data/entry/witnesses[1]", "/data/entry/witnesses[2]"
    answer(entry, {f"{one}/witness_name": "R", f"{one}/witness_sex": "male"})
    assert asked(entry, "/data/entry/witness_reason")
    answer(entry, {f"{two}/witness_name": "S", f"{two}/witness_sex": "male"})
    assert not asked(entry, "/data/entry/witness_reason")
    entry.set_answer("/data/authority/power", "itpa_15")
    assert asked(entry, "/data/entry/witness_reason")
    entry.set_answer(f"{two}/witness_sex", "female")
    assert not asked(entry, "/data/entry/witness_reason")


def test_grounds_come_before_entry():
    entry = rescue_entry({"/data/entry/entry_at": at(20, 9), "/data/authority/grounds_at": at(20, 9)})
    assert [p.message for p in entry.state("/data/authority/grounds_at").problems] == [
        "The grounds must be written down before entry, and not in the future."
    ]
    entry.set_answer("/data/authority/grounds_at", at(20, 8, 59))
    assert entry.state("/data/authority/grounds_at").problems == ()


def test_the_copy_of_the_search_record_is_due_after_48_hours():
    entry = rescue_entry({"/data/authority/power": "bnss_185", "/data/authority/grounds_at": at(20, 8)})
    assert value(entry, "/data/production/record_limit") == "22/11/2026 08:00"
    entry.set_answer("/data/authority/power", "jj_cwc")
    assert not asked(entry, "/data/production/record_limit")


@pytest.mark.parametrize(
    ("path", "bad", "good"),
    [
        ("/data/entry/exit_at", at(20, 8), at(20, 10)),
        ("/data/recording/recordings[1]/av_hash", EMPTY_FILE_SHA256[:-1], EMPTY_FILE_SHA256),
        ("/data/recording/recordings[1]/av_hash", "g" * 64, EMPTY_FILE_SHA256.upper()),
        ("/data/case/cnr", "UPMR01", "UPMR010012342026"),
        ("/data/case/fir_date", "2026-11-25", "2026-11-24"),
        ("/data/entry/witnesses[1]/witness_age", "17", "18"),
        (f"{ROW}/found/needs", "none food", "food water"),
        ("/data/premises/features", "cctv none", "none"),
        (f"{ROW}/dues/wages[1]/wage_amount", "0", "0.5"),
        ("/data/production/journey_hours", "121", "1.5"),
    ],
)
def test_constraints_let_through_what_can_be_true(path, bad, good):
    entry = rescue_entry(
        {
            "/data/entry/entry_at": at(20, 9),
            "/data/case/fir_number": "0217",
            "/data/recording/av_made": "yes",
            f"{ROW}/dues/wages_due": "yes",
        }
    )
    answer(entry, {path: bad})
    (problem,) = entry.state(path).problems
    assert (problem.kind, bool(problem.message)) == ("constraint", True)
    entry.set_answer(path, good)
    assert entry.state(path).problems == ()


def test_only_four_digits_of_an_aadhaar_number_are_kept():
    number = f"{ROW}/papers/documents[1]/paper_number"
    answers = {f"{ROW}/papers/has_papers": "yes", f"{ROW}/papers/documents[1]/paper_kind": "aadhaar"}
    entry = rescue_entry(answers | {number: "123412341234"})
    assert [problem.kind for problem in entry.state(number).problems] == ["constraint"]
    entry.set_answer(number, "1234")
    assert entry.state(number).problems == ()


def test_a_nepali_with_a_citizenship_certificate_and_no_passport_raises_nothing():
    entry = rescue_entry(
        {
            f"{ROW}/nationality": "npl",
            f"{ROW}/papers/has_papers": "yes",
            f"{ROW}/papers/documents[1]/paper_kind": "np_citizenship",
            f"{ROW}/papers/documents[1]/paper_held_by": "self",
            f"{ROW}/papers/documents[1]/paper_original_seen": "yes",
        }
    )
    assert not [p for p in entry.problems(to_seal=True) if "/papers" in p.path]
    shown = {v.path for v in entry.visits(relevant_only=True) if v.path.startswith(f"{ROW}/papers")}
    assert not [path for path in shown if path.endswith("note")]


def test_a_hash_is_needed_unless_esakshya_has_one():
    clip = "/data/recording/recordings[1]"
    entry = rescue_entry({"/data/recording/av_made": "yes"})
    assert f"{clip}/av_hash" in needed(entry)
    entry.set_answer(f"{clip}/av_sid", "2026112009310217")
    assert f"{clip}/av_hash" not in needed(entry)


def test_an_advance_against_work_sends_word_to_the_district_magistrate():
    entry = rescue_entry()
    assert not asked(entry, "/data/wages_claimed/bonded_note")
    answer(entry, {"/data/persons/rescued[2]/dues/advance_taken": "yes"})
    assert asked(entry, "/data/wages_claimed/bonded_note")
    assert "/data/wages_claimed/dm_told_at" in needed(entry)


def test_wages_are_summed_by_currency():
    claims = {1: [("inr", "100.25"), ("npr", "70")], 2: [("inr", "50")]}
    entry = rescue_entry()
    for person, wages in claims.items():
        dues = f"/data/persons/rescued[{person}]/dues"
        answer(entry, {f"{dues}/wages_due": "yes"})
        for n, (currency, amount) in enumerate(wages, 1):
            answer(
                entry,
                {f"{dues}/wages[{n}]/wage_currency": currency, f"{dues}/wages[{n}]/wage_amount": amount},
            )
    assert value(entry, "/data/wages_claimed/wages_inr") == "150.25"
    assert value(entry, "/data/wages_claimed/wages_npr") == "70"


def test_wages_that_nobody_claims_are_no_figure():
    dues = "/data/persons/rescued[1]/dues"
    entry = rescue_entry({f"{dues}/wages_due": "yes", f"{dues}/wages[1]/wage_currency": "inr"})
    assert not asked(entry, "/data/wages_claimed/wages_inr")
    answer(entry, {f"{dues}/wages[1]/wage_amount": "0"})
    assert value(entry, "/data/wages_claimed/wages_inr") == "0"
    assert not asked(entry, "/data/wages_claimed/wages_npr")


def test_condoms_are_never_held_against_her():
    entry = rescue_entry({"/data/premises/features": "condoms cctv"})
    assert asked(entry, "/data/premises/condoms_note")


def test_codes_are_given_by_the_station_and_listed_in_the_header():
    entry = rescue_entry({"/data/persons/rescued[2]/sex": "female"})
    for row, code in ((1, "V-004"), (2, "V-007")):
        entry.give_answer(f"/data/persons/rescued[{row}]/person_code", code, "")
    assert value(entry, "/data/persons/victim_codes") == "V-004, V-007"


def test_districts_follow_the_state():
    entry = rescue_entry({f"{ROW}/home/home_state": "np_lumbini"})
    assert len(entry.choices(f"{ROW}/home/home_district")) == 12
    assert {choice.value.partition("_")[0] for choice in entry.choices("/data/case/state")} == {"in"}
    entry.set_answer(f"{ROW}/home/home_state", "in_kerala")
    assert not asked(entry, f"{ROW}/home/home_district")
    assert asked(entry, f"{ROW}/home/home_district_written")


def test_a_name_may_be_refused_and_the_record_still_sealed():
    entry = rescue_entry()
    assert f"{ROW}/full_name" in needed(entry)
    entry.set_non_answer(f"{ROW}/full_name", NonAnswer.DECLINED, "not safe")
    assert f"{ROW}/full_name" not in needed(entry)


def test_devanagari_digits_are_numbers():
    answers = {f"{ROW}/born/born_birth": "unknown", f"{ROW}/born/born_age_said": "१४"}
    assert value(rescue_entry(answers), f"{ROW}/age_years") == "14"


def test_signers_are_named_from_what_was_answered():
    entry = rescue_entry(
        {"/data/case/prepared/prepared_name": "Meera", "/data/case/prepared/prepared_rank": "Inspector"}
    )
    assert entry.label("/data/signatures/sign_prepared") == "Prepared by: Meera, Inspector"
