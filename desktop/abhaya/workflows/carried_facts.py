"""What the station knows already and therefore asks nobody again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from abhaya.cases.case import Case
from abhaya.workflows.desk import Desk
from abhaya_forms.engine import FormEntry, Question, Repeat
from abhaya_forms.engine.body import Element
from abhaya_forms.tables import terms


def carried_facts(desk: Desk, case: Case) -> dict[str, str]:
    """Return the facts by the names that forms use in their column ``carry``; unknown ones are left out."""
    station = desk.station
    facts = {
        "case.number": case.number,
        "case.fir_number": case.fir_number,
        "case.district": case.district,
        "station.name": station.name,
        "station.state": _state_named(station.state),
        "officer.name": desk.session.display_name,
    }
    return {name: fact for name, fact in facts.items() if fact}


def carry(entry: FormEntry, facts: Mapping[str, str]) -> None:
    """Answer the questions of a fresh form that ask for a known fact; no choice that is not on offer."""
    for question in _asked_once(entry.definition.body):
        fact = facts.get(question.marks.get("carry", ""), "")
        if fact and _takes(entry, question, fact):
            entry.set_answer(question.path, fact)


def _asked_once(elements: tuple[Element, ...]) -> Iterator[Question]:
    for element in elements:
        if isinstance(element, Question):
            yield element
        elif not isinstance(element, Repeat):
            yield from _asked_once(element.children)


def _takes(entry: FormEntry, question: Question, fact: str) -> bool:
    state = entry.state(question.path)
    if state.read_only or state.value:
        return False
    is_choice = question.control.startswith("select")
    return not is_choice or fact in {choice.value for choice in state.choices}


def _state_named(name: str) -> str:
    wanted = name.strip().casefold()
    return next((t.name for t in terms("states") if wanted in {v.casefold() for v in t.labels.values()}), "")
