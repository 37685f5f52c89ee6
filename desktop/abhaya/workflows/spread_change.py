"""When a fact is told otherwise: which drafts say what was said before, and let those chosen follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from abhaya.cases.record import Record, RecordStatus
from abhaya.security.permissions import Deed
from abhaya.workflows.desk import Desk
from abhaya.workflows.facts_in_form import AskedFact, FactsInForm
from abhaya.workflows.fill_form import Filling, read_record
from abhaya.workflows.record_content import records_in_force

_ONES_OWN = frozenset({"officer.place"})
"""What is offered from the record before and yet true of one record alone: where it was made."""


@dataclass(frozen=True, slots=True)
class OtherRecord:
    """A record that says a changed fact as it was before, at ``path``; ``titles`` of its form by language."""

    record: Record
    titles: dict[str, str]
    path: str

    @property
    def is_draft(self) -> bool:
        """Whether it can follow; what is sealed is corrected or stays."""
        return self.record.status is RecordStatus.DRAFT


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A fact that was told otherwise in a filling; ``others`` say it as it was before."""

    asked: AskedFact
    others: tuple[OtherRecord, ...]


def changed_facts(desk: Desk, filling: Filling) -> tuple[ChangedFact, ...]:
    """Return what was told otherwise since the record was opened or this was last asked, if others say it."""
    told = (asked for asked in filling.known.changed() if asked.name not in _ONES_OWN)
    changed = {(asked.name, asked.person): asked for asked in told}
    if not changed:
        return ()
    others: dict[tuple[str, str], list[OtherRecord]] = {fact: [] for fact in changed}
    for fact, other in _carrying(desk, filling):
        if fact in changed and other[1] != filling.entry.node(changed[fact].path).value:
            others[fact].append(other[0])
    return tuple(ChangedFact(changed[fact], tuple(found)) for fact, found in others.items() if found)


def update_drafts(desk: Desk, filling: Filling, chosen: Iterable[tuple[ChangedFact, OtherRecord]]) -> None:
    """Let the chosen drafts say what the filling says now, with it as the source.

    Raises NOT_PERMITTED, RECORD_IS_SEALED, DISK_FULL.
    """
    desk.require(Deed.FILL_FORM)
    for fact, other in chosen:
        draft = read_record(desk, desk.reader.records.get(other.record.id))
        value = filling.entry.node(fact.asked.path).value
        draft.entry.give_answer(other.path, value, filling.record.id)
        draft.save()


def _carrying(desk: Desk, filling: Filling) -> Iterator[tuple[tuple[str, str], tuple[OtherRecord, str]]]:
    here, titles = filling.record, desk.forms.titles()
    for record, entry in records_in_force(desk, here.case_id, here):
        for asked in FactsInForm(entry.definition).asked(entry):
            node = entry.node(asked.path)
            if node.relevant and node.value:
                other = OtherRecord(record, titles.get(record.form_sha256, {}), asked.path)
                yield (asked.name, asked.person), (other, node.value)
