"""The answers of one record as nodes of the case document, and what they tell of happenings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time

from abhaya.cases.case_document import add_child
from abhaya.cases.event import Duration, Event, case_events
from abhaya.cases.record import Record, RecordStatus
from abhaya.workflows.desk import INDIA
from abhaya_forms.engine.form_entry import FormEntry
from abhaya_forms.engine.instance_tree import template_path
from abhaya_forms.engine.node import Node


def add_answers(parent: Node, record: Record, entry: FormEntry) -> Node:
    """Add ``<record>`` with every answer that is not hidden; returns it."""
    top = add_child(
        parent,
        "record",
        id=record.id,
        number=str(record.number),
        form=record.form_id,
        status=record.status.value,
    )
    marks = {column: entry.definition.marked(column) for column in ("carry", "event", "person", "subject")}
    above: dict[str, Node] = {}
    for state in entry.nodes():
        parent_path, _, name = state.path.rpartition("/")
        if not state.relevant or name.startswith("@"):
            continue
        path = template_path(state.path)
        node = add_child(above.get(parent_path, top), name.partition("[")[0], state.value)
        above[state.path] = node
        _mark(node, fact=marks["carry"].get(path, ""))
        if event := marks["event"].get(path, ""):
            _mark(node, event=event, path=state.path)
        if "name" in node.name:
            _mark(node, folded=folded(state.value))
        if state.value and path in marks["subject"]:
            top.attributes["subject"] = top.attributes["code"] = state.value
        if state.value and path in marks["person"] and node.parent is not None:
            _mark(node.parent, code=state.value, role=marks["person"][path])
    return top


def _mark(node: Node, **attributes: str) -> None:
    node.attributes.update({name: value for name, value in attributes.items() if value})


def happenings(top: Node) -> Iterator[Event | Duration]:
    """Yield what the answers below a ``<record>`` tell; what is not a moment or a number tells nothing."""
    record_id, draft = top.attributes["id"], top.attributes["status"] == RecordStatus.DRAFT
    for node in top.descend():
        name = node.attributes.get("event", "")
        if not name or not node.text:
            continue
        person = "" if name in case_events() else code_at(node)
        with suppress(ValueError):
            if _is_number(node.text):
                yield Duration(name, person, float(node.text), record_id)
            else:
                at, timed = moment_of(node.text)
                yield Event(name, person, at, timed, record_id, draft)


def code_at(node: Node) -> str:
    """The code of the person a node belongs to: of its row, else of the record's subject, else ""."""
    here = [node, *node.ancestors()]
    return next((above.attributes["code"] for above in here if "code" in above.attributes), "")


def moment_of(text: str) -> tuple[datetime, bool]:
    """Return a date or dateTime of a form in Indian time, and whether it has a time of day.

    Raises ValueError for anything else.
    """
    if "T" not in text:
        return datetime.combine(date.fromisoformat(text), time(), INDIA), False
    at = datetime.fromisoformat(text)
    return (at if at.tzinfo else at.replace(tzinfo=INDIA)).astimezone(INDIA), True


def folded(name: str) -> str:
    """A name as it is compared: capitals and blanks make no difference."""
    return " ".join(name.casefold().split())


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
