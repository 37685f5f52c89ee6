"""What the station knows already stands in a fresh form, and only there."""

from __future__ import annotations

import pytest

from abhaya.workflows.fill_form import open_record, start_record
from abhaya.workflows.open_case import new_case
from support.desks import begin_case, bring_in
from support.small_form import SMALL_FORM, write_small_form

CARRYING = SMALL_FORM.replace("  name: place\n", "  name: place\n  bind::abhaya:carry: station.name\n")


@pytest.fixture
def report(desk):
    case = new_case(desk, kind="forced_labour", summary="", district="in_up_gorakhpur", fir_number="217/2026")
    return case, start_record(desk, case.id, "rescue_report", "hi").entry


def test_a_fresh_report_knows_case_station_and_officer(desk, report):
    case, entry = report
    assert [
        entry.state(f"/data/case/{name}").value for name in ("case_number", "fir_number", "unit_name")
    ] == [
        case.number,
        "217/2026",
        desk.station.name,
    ]
    assert entry.state("/data/case/state").display == "उत्तर प्रदेश"
    assert entry.state("/data/case/district").value == "in_up_gorakhpur"
    assert not entry.problems(to_seal=False)


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
