"""The invented cases fit the rescue report: every path exists, every rule holds, one is ready to seal."""

from __future__ import annotations

from importlib.resources import files

import pytest

from abhaya.demo.invented_cases import InventedCase, invented_cases
from abhaya.workflows.enter_answers import enter_answers
from abhaya_forms.engine import FormEntry
from abhaya_forms.rows import LANGUAGES
from abhaya_forms.tables import terms
from support.form_entries import noon, rescue_report

CASES = invented_cases()


def filled(case: InventedCase) -> FormEntry:
    """Return the case's rescue report."""
    entry = FormEntry(rescue_report(), clock=noon, language=LANGUAGES[case.language])
    enter_answers(entry, case.answers)
    return entry


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_answer_fits_its_question(case):
    entry = filled(case)
    for path in case.answers:
        state = entry.state(path)
        assert (state.relevant, state.as_typed, state.problems) == (True, "", ()), path
    assert entry.problems(to_seal=False) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_one_that_is_sealed_lacks_nothing_and_the_others_do(case):
    assert bool(filled(case).problems(to_seal=True)) is not case.sealed


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_kind_and_district_are_known(case):
    assert case.kind in {term.name for term in terms("exploitation_types")}
    assert case.district in {term.name for term in terms("districts")}
    assert filled(case).state("/data/case/district").value == case.district


def test_the_cases_between_them():
    assert [case.sealed for case in CASES].count(True) == 1
    assert {case.language for case in CASES} == {"en", "hi", "ne"}
    assert len({case.kind for case in CASES}) == len({case.district for case in CASES}) == 5
    entries = [filled(case) for case in CASES]
    children = [int(entry.state("/data/production/children_number").value) for entry in entries]
    people = [len(entry.rows("/data/persons/rescued")) for entry in entries]
    assert 3 in people
    assert 0 < sum(children) < sum(people)


def test_every_file_says_that_it_is_invented():
    folder = files("abhaya_resources") / "demo"
    for path in folder.iterdir():
        assert path.read_text(encoding="utf-8").startswith(
            "# DEMO: every person, number and event in this file is"
        )
