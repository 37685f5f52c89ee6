"""The invented cases fit their forms: every path exists, every rule holds, what is sealed lacks nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files

import pytest

from abhaya.cases.departure import Departure
from abhaya.demo.invented_cases import invented_cases
from abhaya.workflows.empty_rows import drop_empty_rows
from abhaya.workflows.enter_answers import enter_and_fill_in
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.seal_record import seal
from abhaya_forms.tables import terms
from support.desks import begin_case, desk_of, new_station
from support.statistics_leaks import statistics_faults

CASES = invented_cases()


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with desk_of(new_station(tmp_path_factory.mktemp("invented") / "station", clock), clock) as desk:
        yield desk


def clock() -> datetime:
    """After the last invented day."""
    return datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_answer_fits_and_what_is_sealed_lacks_nothing_not_even_a_reason(desk, case):
    case_id = begin_case(desk).id
    for record in case.records:
        filling = start_record(desk, case_id, record.form_id, case.language, record.about)
        entry = filling.entry
        enter_and_fill_in(filling, record.answers)
        for path in record.answers:
            state = entry.state(path)
            assert (state.relevant, state.as_typed, state.problems) == (True, "", ()), (record.form_id, path)
        if record.sealed:
            drop_empty_rows(entry)
        assert entry.problems(to_seal=record.sealed) == (), record.form_id
        filling.save()
        if record.sealed:
            assert sealed_without_reason(desk, filling) == set(), record.form_id
    assert statistics_faults(desk, case_id) == []  # here, since to document the case once more takes long


def sealed_without_reason(desk, filling) -> set[str]:
    """Seal the record and return the rules it departs from though no form holds a reason."""
    told: dict[Departure, str] = {}
    seal(desk, filling, lambda found: told.update(found) or {})
    return {departure.rule for departure, said in told.items() if not said}


def test_the_cases_still_fit_in_years_to_come(tmp_path):
    """Ages are those on the day of a record, whenever it is opened."""

    def later() -> datetime:
        return clock().replace(year=2031)

    case = next(case for case in CASES if case.records[0].form_id == "border_screening")
    with desk_of(new_station(tmp_path / "station", later), later) as desk:
        filling = start_record(desk, begin_case(desk).id, "border_screening", case.language)
        enter_and_fill_in(filling, case.records[0].answers)
        drop_empty_rows(filling.entry)
        assert filling.entry.problems(to_seal=True) == ()
        girl = "/data/persons/screened[1]"
        assert filling.entry.state(f"{girl}/is_child").value == "yes"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_kind_and_district_are_known(case):
    assert case.kind in {term.name for term in terms("exploitation_types")}
    assert case.district in {term.name for term in terms("districts")}


def test_the_cases_between_them():
    assert {case.language for case in CASES} == {"en", "hi", "ne"}
    assert len({case.kind for case in CASES}) == len({case.district for case in CASES}) == 5
    assert any(record.sealed for case in CASES for record in case.records)
    assert not all(record.sealed for case in CASES for record in case.records)


def test_every_file_says_that_it_is_invented():
    for folder in (files("abhaya_resources") / "demo").iterdir():
        for path in folder.iterdir():
            assert path.read_text(encoding="utf-8").startswith(
                "# DEMO: every person, number and event in this file is"
            )
