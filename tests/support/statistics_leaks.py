"""Looks in what a case tells for statistics for anything that says who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from abhaya.export.htcds import to_csv, to_json
from abhaya.workflows.case_answers import CaseAnswers
from abhaya.workflows.case_document import case_document
from abhaya.workflows.desk import Desk
from abhaya.workflows.htcds_records import htcds_record
from abhaya.workflows.record_content import records_in_force
from abhaya_forms.engine import Control, FormEntry, Question
from abhaya_forms.tables import terms
from support.htcds_check import problems_of_csv, problems_of_json

_PLACES = {
    word for table in ("districts", "states") for term in terms(table) for word in term.labels["en"].split()
}
"""What may be said of where somebody lives."""

_CODES = [f"AAAABBBBCCCCDDD{letter}" for letter in "ABCDEFGHIJKLMNOP"]


def statistics_faults(desk: Desk, case_id: str) -> list[str]:
    """Return what is not as the standard wants it, and each identity, free text and birth that leaves.

    The case is taken with its drafts, all its victims, and without what the station says of itself.
    """
    children = case_document(desk, case_id).root.children
    told = CaseAnswers(child for child in children if child.name == "record")
    people = zip(told.victims, _CODES, strict=False)
    records = [htcds_record(told, {}, victim, lambda _, code=code: code) for victim, code in people]
    as_json, as_csv = to_json(records), to_csv(records)
    text = (as_json + as_csv).decode()
    words = set(re.findall(r"\w+", text))
    secrets = {secret for _, entry in records_in_force(desk, case_id) for secret in _secrets(entry)}
    leaks = [secret for secret in secrets if (secret in words if secret.isalnum() else secret in text)]
    return [*problems_of_json(as_json), *problems_of_csv(as_csv), *leaks]


def _secrets(entry: FormEntry) -> Iterator[str]:
    """Free texts whole, identities word by word too, and dates of birth."""
    for visit in entry.visits(relevant_only=True):
        question = visit.element
        said = entry.state(visit.path).value if isinstance(question, Question) else ""
        if not isinstance(question, Question) or not said:
            continue
        if question.marks.get("mask") == "identity":
            yield from (word for word in re.findall(r"\w{3,}", said) if _tells(word))
        free = question.control is Control.INPUT and question.data_type == "string"
        if (free and _tells(said)) or "dob" in question.name:
            yield said


def _tells(text: str) -> bool:
    """Whether to find the text again would tell anything: no place that may be told, no number of a year."""
    return len(text) > 2 and text not in _PLACES and not re.fullmatch("20[0-9]{2}", text)
