"""What is known in a case already, and from where: told once, it is not asked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from abhaya.cases.case import Case
from abhaya.cases.person import PersonRole
from abhaya.cases.record import Record
from abhaya.workflows.desk import Desk
from abhaya.workflows.facts_in_form import AskedFact, FactsInForm
from abhaya.workflows.record_content import records_in_force
from abhaya_forms.engine.entry_state import NodeState, NonAnswer
from abhaya_forms.engine.form_entry import FormEntry
from abhaya_forms.tables import term_called, terms

CASE, STATION, OFFICER = "case", "station", "officer"
"""Sources that are no record: what stands in the case itself, the station, and who writes."""

DERIVED = frozenset({"case.victim_codes", "case.accused_names"})
"""Lists that follow from the people of the case: where nobody has touched them, they grow with it."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact was told and when: ``source`` is the id of a record, CASE, STATION or OFFICER.

    ``titles`` of the record's form by language, ``version`` of the record, ``path`` of the question.
    """

    source: str
    at: datetime
    titles: Mapping[str, str] | None = None
    version: int = 0
    path: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """``person`` is the code of whom it is about, "" for the case's own; ``value`` in XForms text form.

    Of what a person did not know or would not say ``value`` is empty, and ``non_answer`` says which it was.
    """

    name: str
    person: str
    value: str
    origin: Origin
    non_answer: NonAnswer | None = None
    why: str = ""


class CaseFacts:
    """The facts of a case; of several answers to the same the newest counts, and any before a non-answer."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._newest: dict[tuple[str, str], Fact] = {}
        for fact in facts:
            known = self._newest.get((fact.name, fact.person))
            if known is None or _weight(fact) >= _weight(known):
                self._newest[fact.name, fact.person] = fact

    def get(self, name: str, person: str = "") -> Fact | None:
        """Return what is known, None when nothing is."""
        return self._newest.get((name, person))

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._newest.values())


def _weight(fact: Fact) -> tuple[bool, datetime]:
    return bool(fact.value), fact.origin.at


def case_facts(desk: Desk, case_id: str, besides: Record | None = None) -> CaseFacts:
    """Gather what the case, the station, the officer and the records in force tell.

    ``besides`` is a record that does not count, nor what it corrects.  Raises NOT_PERMITTED.
    """
    case = desk.reader.cases.get(case_id)
    told = [
        fact
        for record, entry in records_in_force(desk, case_id, besides)
        for fact in _told_in(desk, record, entry)
    ]
    told += _derived(desk, case, CaseFacts(told))
    return CaseFacts([*_of_case(case), *_of_station(desk), *told])


def was_told(node: NodeState) -> bool:
    """Whether a person said so here: it was not taken over, or is not as it was taken over."""
    return node.relevant and bool(node.value) and (not node.source or bool(node.told))


def _was_left(node: NodeState, asked: AskedFact) -> bool:
    """Whether somebody was asked here and had no answer; of the case itself it may be known tomorrow."""
    here = node.relevant and bool(asked.person) and (not node.source or bool(node.told))
    return here and node.non_answer in (NonAnswer.DOES_NOT_KNOW, NonAnswer.DECLINED)


def _told_in(desk: Desk, record: Record, entry: FormEntry) -> Iterator[Fact]:
    asked = list(FactsInForm(entry.definition).asked(entry))
    titles = desk.forms.titles().get(record.form_sha256, {})
    here = Origin(record.id, record.sealed_at or record.updated_at, titles, record.version)
    writers = [entry.node(a.path).value for a in asked if a.name == "officer.name"]
    is_officers = record.created_by == desk.person_id and set(writers) <= {desk.session.display_name, ""}
    for question in asked:
        node = entry.node(question.path)
        if question.name.startswith("officer.") and not is_officers:
            continue
        at = datetime.fromisoformat(node.told) if node.told else here.at
        origin = replace(here, at=at, path=question.path)
        if was_told(node):
            yield Fact(question.name, question.person, node.value, origin)
        elif _was_left(node, question):
            yield Fact(question.name, question.person, "", origin, node.non_answer, node.why)


def _of_case(case: Case) -> Iterator[Fact]:
    known = {"case.number": case.number, "case.fir_number": case.fir_number, "case.district": case.district}
    if state := _state_of(case.district):  # before the station's own: the list of districts follows the state
        known["station.state"] = state
    return _known(known, Origin(CASE, case.opened_at))


def _of_station(desk: Desk) -> Iterator[Fact]:
    station = desk.station
    known = {"station.name": station.name, "station.state": _state_named(station.state)}
    yield from _known(known, Origin(STATION, _LONG_AGO))
    yield from _known({"officer.name": desk.session.display_name}, Origin(OFFICER, _LONG_AGO))


def _known(values: Mapping[str, str], origin: Origin) -> Iterator[Fact]:
    return (Fact(name, "", value, origin) for name, value in values.items() if value)


def _derived(desk: Desk, case: Case, told: CaseFacts) -> Iterator[Fact]:
    """The lists that follow from the people of the case."""
    people = desk.reader.people.of_case(case.id)
    victims = [person.code for person in people if person.role is PersonRole.VICTIM]
    yield from _known({"case.victim_codes": ", ".join(dict.fromkeys(victims))}, Origin(CASE, case.updated_at))
    accused = dict.fromkeys(person.code for person in people if person.role is PersonRole.SUSPECT)
    names = [fact for code in accused if (fact := told.get("person.full_name", code)) and fact.value]
    if names:
        newest = max((fact.origin for fact in names), key=lambda origin: origin.at)
        yield Fact("case.accused_names", "", ", ".join(fact.value for fact in names), newest)


def _state_of(district: str) -> str:
    return next((term.more["state"] for term in terms("districts") if term.name == district), "")


def _state_named(name: str) -> str:
    state = term_called("states", name)
    return state.name if state else ""
