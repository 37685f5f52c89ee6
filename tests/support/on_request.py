"""A record that a court is given only on request."""

from __future__ import annotations

from abhaya.cases.case import Case
from abhaya.cases.record import Record
from abhaya.workflows.desk import Desk
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.seal_record import seal
from abhaya_forms.engine import NonAnswer, Question

FORM = "rescue_plan"
"""A form that the table ``court_bundle`` names."""


def seal_on_request(desk: Desk, case: Case) -> Record:
    """Seal a record of that form in which nothing was asked."""
    filling = start_record(desk, case.id, FORM, "en")
    entry = filling.entry
    for visit in list(entry.visits(relevant_only=True)):
        if isinstance(visit.element, Question) and not entry.state(visit.path).read_only:
            entry.set_non_answer(visit.path, NonAnswer.NOT_ASKED, "Practice (DEMO)")
    filling.save()
    return seal(desk, filling)
