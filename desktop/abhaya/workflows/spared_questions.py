"""What rescued people were not asked again, because somebody had told it before."""

from __future__ import annotations

from abhaya.cases.person import PersonRole
from abhaya.workflows.case_facts import CASE, OFFICER, STATION
from abhaya.workflows.facts_in_form import FactsInForm
from abhaya_forms.engine.form_entry import FormEntry


def spared_questions(entry: FormEntry) -> int:
    """Return how many answers about victims were taken over from other records and stand as told."""
    nodes = [
        entry.node(asked.path)
        for asked in FactsInForm(entry.definition).asked(entry)
        if asked.person.startswith(PersonRole.VICTIM.letter)
    ]
    told_before = [node for node in nodes if node.source not in ("", CASE, STATION, OFFICER)]
    return sum(
        node.relevant and bool(node.value or node.non_answer) and not node.told for node in told_before
    )
