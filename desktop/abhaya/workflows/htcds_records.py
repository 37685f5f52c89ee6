"""The victims of a case in the words of IOM's case data standard, without anything that names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from abhaya.cases.htcds_record import Entry, HtcdsRecord, Value
from abhaya.cases.person import PersonRole
from abhaya.workflows.case_answers import CaseAnswers
from abhaya.workflows.record_answers import code_at
from abhaya_forms.engine.node import Node
from abhaya_forms.htcds import HtcdsField, HtcdsSource, htcds_fields

_PERPETRATORS = "per"
LISTS = (_PERPETRATORS, "hte", "spl")
"""Prefixes of the tables of which one person can have several entries."""

_NOT_ASKED = ("station.", "case.")
"""Places that the station itself fills."""

_CONSENT = "con_Consent"
_INVOLVED = "involved_code"
"""In an account of who was involved: the suspect's code, where the officer knows it."""


@dataclass(frozen=True, slots=True)
class _Answer:
    source: HtcdsSource
    text: str
    holder: str


def statistics_consent(told: CaseAnswers, victim: str) -> bool | None:
    """Whether the person agreed to the use for statistics; None where nobody has asked.

    What was withdrawn counts as refused; the last answer counts.
    """
    said = None
    for node in told.about("victim_profile/consent_purpose", victim):
        if node.text == "statistics" and node.parent is not None:
            row = {child.name: child.text for child in node.parent.children}
            given = row.get("consent_answer") == "given" and not row.get("consent_withdrawn_on")
            said = given if row.get("consent_answer") else said
    return said


def htcds_record(
    told: CaseAnswers, known: Mapping[str, str], victim: str, outside_code: Callable[[str], str]
) -> HtcdsRecord:
    """Put together what was ``told`` of ``victim``; of two answers the later counts.

    ``known`` is what the station knows of itself and of the case, by the names in ``tables/htcds.yaml``.
    """
    single: dict[str, Value] = {}
    lists: dict[str, dict[str, dict[str, Value]]] = {prefix: {} for prefix in LISTS}
    for field in htcds_fields():
        if field.withheld or field.name == _CONSENT:
            continue
        answers = _answers(field, told, known, victim)
        if field.prefix in LISTS:
            _enter(lists[field.prefix], field, answers)
        else:
            single.update(_first(field, answers, single))
    if statistics_consent(told, victim):
        single[_CONSENT] = "TRUE"
    filled = {name: tuple(entry for entry in entries.values() if entry) for name, entries in lists.items()}
    return HtcdsRecord(outside_code(victim), single, filled)


def _enter(entries: dict[str, dict[str, Value]], field: HtcdsField, answers: Sequence[_Answer]) -> None:
    """Enter a field of a list: each holder has its own."""
    for holder in dict.fromkeys(answer.holder for answer in answers):
        entry = entries.setdefault(holder, {})
        entry.update(_first(field, [answer for answer in answers if answer.holder == holder], entry))


def _answers(field: HtcdsField, told: CaseAnswers, known: Mapping[str, str], victim: str) -> list[_Answer]:
    """Everything that answers a field, the newest of the first source first."""
    answers = []
    for source in field.sources:
        if source.place.startswith(_NOT_ASKED):  # what somebody wrote of it in a form does not count
            answers += [_Answer(source, known[source.place], source.kind)] if source.place in known else []
            continue
        nodes = told.about(source.place, victim, suspects=field.prefix == _PERPETRATORS)
        answers += [_Answer(source, node.text, source.kind or _holder(node)) for node in reversed(nodes)]
    return answers


def _first(field: HtcdsField, answers: Sequence[_Answer], so_far: Entry) -> Entry:
    """The first answer for which the standard has a word that is not said already."""
    for answer in answers:
        words = field.called(answer.source, answer.text)
        words = tuple(word for word in words if word != so_far.get(field.besides))
        if words:
            one: Value = int(words[0]) if field.type == "integer" else words[0]
            return {field.name: words if field.many else one}
    return {}


def _holder(node: Node) -> str:
    """What tells one entry of a list from the next: the suspect's code, or the row it stands in."""
    row = node.parent
    assert row is not None  # an answer stands below the record
    named = [code_at(node), *(child.text for child in row.children if child.name == _INVOLVED)]
    suspects = (code for code in named if code.startswith(PersonRole.SUSPECT.letter))
    return next(suspects, str(id(row)))
