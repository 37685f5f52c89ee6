"""Look across the forms of a case for what a supervisor would ask; nothing is stopped by it."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya.cases.case_document import ANYBODY, CaseDocument, add_child
from abhaya.cases.check_finding import CheckFinding
from abhaya.cases.record import Record
from abhaya.workflows.case_clocks import clocks_of
from abhaya.workflows.case_document import case_document
from abhaya.workflows.desk import Desk
from abhaya.workflows.record_answers import code_at
from abhaya.workflows.suggested_charges import suggested_charges
from abhaya_forms.tables import Term, terms


def case_findings(desk: Desk, case_id: str) -> tuple[CheckFinding, ...]:
    """Return what the checks find in a case, warnings first.

    Raises NOT_PERMITTED, NO_SUCH_CASE.
    """
    return _findings(desk, case_document(desk, case_id))


def record_findings(desk: Desk, document: CaseDocument, record: Record) -> tuple[CheckFinding, ...]:
    """Return what concerns the record at work: found in it, to be put right in it, or about its people."""
    (here,) = document.found(f"record[@number = {record.number}]")
    people = {code_at(node) for node in here.descend()} - {ANYBODY}
    return tuple(
        found
        for found in _findings(desk, document)
        if record.number == found.record or record.form_id == found.form or found.person in people
    )


def _findings(desk: Desk, document: CaseDocument) -> tuple[CheckFinding, ...]:
    for clock in clocks_of(desk, document):
        add_child(document.at(clock.person), "clock", name=clock.rule.name, state=clock.state.value)
    found = [finding for term in terms("checks") for finding in _check(term, document)]
    found += suggested_charges(document)
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: not finding.warning))


def _check(term: Term, document: CaseDocument) -> Iterator[CheckFinding]:
    warning, form = term.more["severity"] == "warning", term.more["form"]
    for node in document.found(term.more["find"]):
        record = next((n for n in (node, *node.ancestors()) if n.name == "record"), None)
        number = int(record.attributes["number"]) if record is not None else 0
        yield CheckFinding(term.name, warning, code_at(node), number, form)
