"""Put a case together as one document: its records in force, its people, its sections, what happened."""

from __future__ import annotations

from collections.abc import Mapping

from abhaya.cases.case import Case
from abhaya.cases.case_document import ANYBODY, CaseDocument, add_child
from abhaya.cases.event import Duration, Event
from abhaya.cases.record import Record
from abhaya.security.permissions import Deed
from abhaya.workflows.desk import Desk
from abhaya.workflows.fill_form import Filling
from abhaya.workflows.people_in_document import add_people
from abhaya.workflows.record_answers import add_answers, happenings
from abhaya.workflows.record_content import records_in_force
from abhaya_forms.engine.form_entry import FormEntry
from abhaya_forms.engine.node import Node
from abhaya_forms.tables import terms


def case_document(desk: Desk, case_id: str, at_work: Filling | None = None) -> CaseDocument:
    """Return the case as it stands; ``at_work`` is a record in the window, taken as it is there.

    What counts is told by ``records_in_force``.  Raises NOT_PERMITTED, NO_SUCH_CASE.
    """
    desk.require(Deed.READ_CASE)
    root = Node("case")
    for record, entry in _in_force(desk, case_id, at_work):
        add_answers(root, record, entry)
    return document_over(desk, case_id, root)


def document_over(desk: Desk, case_id: str, root: Node) -> CaseDocument:
    """Return the document over ``root``, below which the records stand and nothing else yet."""
    tops = tuple(root.children)
    told = [told for top in tops for told in happenings(top)]
    events = tuple(event for event in told if isinstance(event, Event))
    durations = tuple(duration for duration in told if isinstance(duration, Duration))
    add_people(root, tops, desk.reader.people.of_case(case_id))
    document = CaseDocument(root, events, durations, desk.local_clock)
    _describe(document, desk.reader.cases.get(case_id), desk.reader.clocks.bail_decisions(case_id))
    return document


def _in_force(desk: Desk, case_id: str, at_work: Filling | None) -> list[tuple[Record, FormEntry]]:
    kept = records_in_force(desk, case_id, at_work.record if at_work else None)
    here = [(at_work.record, at_work.entry)] if at_work else []
    return sorted([*kept, *here], key=lambda filled: filled[0].number)


def _describe(document: CaseDocument, case: Case, bail: Mapping[str, tuple[int, bytes]]) -> None:
    root = document.root
    root.attributes.update(kind=case.kind, number=case.number)
    sections = _sections(root)
    for term in terms("acts_and_sections"):
        if term.name in sections:
            add_child(root, "section", name=term.name, **term.more)
    charged = {section.attributes.get("default_bail_days") for section in root.children}
    by_charge = (90 if "90" in charged else 60), b""
    for code, node in {
        ANYBODY: root,
        **{person.attributes["code"]: person for person in document.people()},
    }.items():
        days, _reason = bail.get(code) or bail.get(ANYBODY) or by_charge
        node.attributes["default_bail_days"] = str(days)
    numbers = {
        top.attributes["id"]: top.attributes["number"] for top in root.children if top.name == "record"
    }
    for event in document.events:
        at = event.at.isoformat() if event.timed else event.at.date().isoformat()
        add_child(document.at(event.person), "event", name=event.name, at=at, record=numbers[event.record_id])


def _sections(root: Node) -> set[str]:
    """The sections charged, as the record that was filled last says."""
    charged = [node.text for node in root.descend() if node.attributes.get("fact") == "case.sections"]
    return set(next((text for text in reversed(charged) if text), "").split())
