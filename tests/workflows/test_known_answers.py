"""What the case knows stands in a form already, with its origin, and never in place of an answer."""

from __future__ import annotations

import pytest

from abhaya.cases.audit_entry import Action
from abhaya.cases.person import PersonRole
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.fill_form import open_record, start_record
from abhaya.workflows.open_case import new_case
from abhaya.workflows.seal_record import correct_record, seal
from abhaya_forms.engine import NonAnswer
from support.desks import begin_case, bring_in, fill_small_form
from support.small_form import NAMES, SMALL_FORM, write_small_form
from support.subject_form import write_subject_form

CARRYING = SMALL_FORM.replace("  name: place\n", "  name: place\n  bind::abhaya:carry: station.name\n")
ROW = "/data/rescued[{}]/person_code"


@pytest.fixture
def report(desk):
    case = new_case(desk, kind="forced_labour", summary="", district="in_up_gorakhpur", fir_number="217/2026")
    return case, start_record(desk, case.id, "rescue_report", "hi").entry


@pytest.fixture
def case(desk, tmp_path):
    """A case in which the small form told two names."""
    bring_in(desk, write_subject_form(tmp_path))
    case = begin_case(desk)
    fill_small_form(desk, case, tmp_path)
    return case


def about(desk, case, code):
    return start_record(desk, case.id, "subject_form", "en", code)


def value(filling, name):
    return filling.entry.node(f"/data/{name}").value


def told(desk, case, code, **answers):
    """Fill the subject form about somebody and save it."""
    filling = about(desk, case, code)
    for name, text in answers.items():
        filling.entry.set_answer(f"/data/{name}", text)
    filling.save()
    return filling


def test_a_fresh_report_knows_case_station_and_officer(desk, report):
    case, entry = report
    known = [entry.node(f"/data/case/{name}") for name in ("case_number", "fir_number", "unit_name")]
    assert [node.value for node in known] == [case.number, "217/2026", desk.station.name]
    assert [node.source for node in known] == ["case", "case", "station"]
    assert entry.state("/data/case/state").display == "उत्तर प्रदेश"
    assert entry.state("/data/case/district").value == "in_up_gorakhpur"
    assert not entry.problems(to_seal=False)


def test_a_case_in_another_state_is_not_said_to_be_in_that_of_the_station(desk):
    case = new_case(desk, kind="organ_removal", summary="", district="in_bihar_araria")
    entry = start_record(desk, case.id, "rescue_report", "en").entry
    assert (entry.node("/data/case/state").value, entry.node("/data/case/state").source) == (
        "in_bihar",
        "case",
    )
    assert entry.state("/data/case/district").value == "in_bihar_araria"


def test_a_district_the_list_does_not_offer_is_left_to_be_asked(desk):
    case = new_case(desk, kind="forced_labour", summary="", district="a district nobody knows")
    state = start_record(desk, case.id, "rescue_report", "en").entry.state("/data/case/district")
    assert (state.value, state.as_typed) == ("", "")


def test_a_carried_fact_can_be_overwritten_and_stays_so(desk, tmp_path):
    bring_in(desk, write_small_form(tmp_path, CARRYING))
    filling = start_record(desk, begin_case(desk).id, "small_form", "en")
    assert filling.entry.state("/data/place").value == desk.station.name
    filling.entry.set_answer("/data/place", "elsewhere")
    filling.save()
    assert open_record(desk, filling.record.id).entry.state("/data/place").value == "elsewhere"


@pytest.mark.parametrize("take_away", ["clear", "decline"])
def test_what_a_person_took_away_is_not_filled_again(desk, case, take_away):
    filling = about(desk, case, "V-001")
    if take_away == "clear":
        filling.entry.set_answer("/data/name", "")
    else:
        filling.entry.set_non_answer("/data/name", NonAnswer.DECLINED)
    filling.save()
    assert value(open_record(desk, filling.record.id), "name") == ""


@pytest.mark.parametrize("kind", [NonAnswer.DECLINED, NonAnswer.DOES_NOT_KNOW])
def test_who_had_no_answer_once_is_not_asked_again(desk, case, kind):
    first = about(desk, case, "V-001")
    first.entry.set_non_answer("/data/child", kind, "was tired (DEMO)")
    first.save()
    again = about(desk, case, "V-001").entry
    state, node = again.state("/data/child"), again.node("/data/child")
    assert (state.non_answer, state.non_answer_why) == (kind, "was tired (DEMO)")
    assert (node.source, node.told) == (first.record.id, "")
    assert about(desk, case, "V-002").entry.state("/data/child").non_answer is None


@pytest.mark.parametrize("kind", [NonAnswer.NOT_ASKED, NonAnswer.NOT_APPLICABLE])
def test_what_was_not_asked_is_asked_next_time(desk, case, kind):
    first = about(desk, case, "V-001")
    first.entry.set_non_answer("/data/child", kind)
    first.save()
    assert about(desk, case, "V-001").entry.state("/data/child").non_answer is None


def test_what_is_not_known_of_the_case_is_asked_again(desk, case):
    first = about(desk, case, "V-001")
    first.entry.set_non_answer("/data/fir_number", NonAnswer.DOES_NOT_KNOW)
    first.save()
    assert about(desk, case, "V-001").entry.state("/data/fir_number").non_answer is None


def test_an_answer_takes_the_place_of_a_non_answer_that_was_taken_over(desk, case):
    first = about(desk, case, "V-001")
    first.entry.set_non_answer("/data/child", NonAnswer.DECLINED)
    first.save()
    second, third = about(desk, case, "V-001"), about(desk, case, "V-001")
    third.entry.set_non_answer("/data/child", NonAnswer.DOES_NOT_KNOW)
    third.save()
    told(desk, case, "V-001", child="yes")
    assert value(open_record(desk, second.record.id), "child") == "yes"
    kept = open_record(desk, third.record.id).entry.state("/data/child")
    assert kept.non_answer == NonAnswer.DOES_NOT_KNOW  # said here


def test_a_later_non_answer_does_not_deny_an_answer(desk, case):
    told(desk, case, "V-001", child="yes")
    later = about(desk, case, "V-001")
    later.entry.set_non_answer("/data/child", NonAnswer.DECLINED)
    later.save()
    assert value(about(desk, case, "V-001"), "child") == "yes"


def test_what_one_form_told_of_a_person_stands_in_a_form_about_that_person_only(desk, case):
    first = about(desk, case, "V-001")
    node = first.entry.node("/data/name")
    assert (node.value, node.source) == (NAMES[0], desk.reader.records.of_case(case.id)[0].id)
    assert value(about(desk, case, "V-002"), "name") == NAMES[1]
    assert value(about(desk, case, PersonRole.VICTIM), "name") == ""


def test_a_question_that_a_carried_answer_brings_up_is_filled_too(desk, case):
    told(desk, case, "V-001", child="yes", home="Demo village")
    again = about(desk, case, "V-001")
    assert value(again, "child") == "yes"
    assert value(again, "home") == "Demo village"


def test_a_question_that_comes_up_later_is_filled_then(desk, case):
    told(desk, case, "V-001", child="yes", home="Demo village")
    again = about(desk, case, "V-001")
    again.entry.set_answer("/data/child", "no")
    again.entry.set_answer("/data/home", "")
    assert again.fill_in().paths == frozenset()
    other = about(desk, case, "V-001")
    other.entry.set_answer("/data/child", "")
    assert value(other, "home") == "Demo village"


def test_a_draft_opened_later_knows_what_was_told_meanwhile(desk, case):
    early = about(desk, case, "V-001")
    assert value(early, "rank") == ""
    told(desk, case, "V-002", rank="SI", fir_number="12/2026")
    later = open_record(desk, early.record.id)
    assert (value(later, "rank"), value(later, "fir_number")) == ("SI", "12/2026")
    assert later.unsaved


def test_a_list_that_follows_from_the_people_grows_with_the_case_until_somebody_writes_in_it(desk, case):
    early = about(desk, case, "V-001").record.id
    assert value(open_record(desk, early), "codes") == "V-001, V-002"
    about(desk, case, PersonRole.VICTIM)
    grown = open_record(desk, early)
    assert value(grown, "codes") == "V-001, V-002, V-003"
    grown.entry.set_answer("/data/codes", "V-001 only")
    grown.save()
    about(desk, case, PersonRole.VICTIM)
    assert value(open_record(desk, early), "codes") == "V-001 only"


def test_each_row_gets_a_code_that_no_other_row_of_the_case_ever_had(desk, case):
    second = start_record(desk, case.id, "small_form", "en")
    assert second.entry.node(ROW.format(1)).value == "V-003"
    second.entry.add_repeat("/data/rescued")
    second.save()
    second.entry.remove_repeat("/data/rescued[2]")
    second.entry.add_repeat("/data/rescued")
    assert second.fill_in().paths == {ROW.format(2)}
    assert second.entry.node(ROW.format(2)).value == "V-005"
    given = [entry.detail for entry in entries(desk) if entry.action is Action.CODE_GIVEN]
    assert given == ["V-001", "V-002", "V-003", "V-004", "V-005"]


def test_a_correction_keeps_the_codes(desk, case):
    first = open_record(desk, desk.reader.records.of_case(case.id)[0].id)
    seal(desk, first)
    correction = correct_record(desk, first.record.id)
    assert correction.fill_in().paths == frozenset()
    assert [correction.entry.node(ROW.format(n)).value for n in (1, 2)] == ["V-001", "V-002"]


def test_the_number_of_the_fir_told_in_any_form_is_that_of_the_case(desk, case):
    filling = told(desk, case, "V-001", fir_number="12/2026")
    assert desk.reader.cases.get(case.id).fir_number == "12/2026"
    copy = about(desk, case, "V-002")
    copy.entry.set_answer("/data/fir_number", "")
    copy.save()
    assert desk.reader.cases.get(case.id).fir_number == "12/2026"
    filling.entry.set_answer("/data/fir_number", "")
    filling.save()
    assert desk.reader.cases.get(case.id).fir_number == ""


def test_reading_a_sealed_record_fills_nothing(desk, case):
    filling = told(desk, case, "V-001", told="a few words")
    seal(desk, filling)
    told(desk, case, "V-002", rank="SI")
    assert value(open_record(desk, filling.record.id), "rank") == ""
