"""What the station puts into a record by itself: the codes of the people in it, and what was told before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from abhaya.cases.audit_entry import Action
from abhaya.cases.record import Record
from abhaya.errors import AbhayaError
from abhaya.workflows.case_facts import (
    CASE,
    DERIVED,
    OFFICER,
    STATION,
    CaseFacts,
    Fact,
    Origin,
    case_facts,
    was_told,
)
from abhaya.workflows.desk import Desk
from abhaya.workflows.facts_in_form import AskedFact, FactsInForm
from abhaya.workflows.people_in_record import Registers
from abhaya_forms.engine.entry_state import Change, NodeState
from abhaya_forms.engine.form_entry import FormEntry

NOTHING = Change(frozenset(), structure=False)


class KnownAnswers:
    """Fills what is free in an entry, and never touches an answer."""

    def __init__(self, desk: Desk, record: Record, entry: FormEntry) -> None:
        self._desk = desk
        self._record = record
        self._entry = entry
        self._questions = FactsInForm(entry.definition)
        self._registers = Registers(entry.definition)
        self._facts: CaseFacts | None = None
        self._before = self._said()

    @property
    def facts(self) -> CaseFacts:
        """What the rest of the case knows, as it was when first asked for."""
        if self._facts is None:
            self._facts = case_facts(self._desk, self._record.case_id, besides=self._record)
        return self._facts

    def asked(self) -> Iterator[AskedFact]:
        """Yield the questions of the entry that carry a fact."""
        return self._questions.asked(self._entry)

    def changed(self) -> list[AskedFact]:
        """Return the questions whose fact a person told otherwise since the record was opened or settled."""
        return [asked for asked in self.asked() if self._is_changed(asked)]

    def settle(self) -> None:
        """Take what stands here now for known."""
        self._before = self._said()

    def _is_changed(self, asked: AskedFact) -> bool:
        node, before = self._entry.node(asked.path), self._before.get((asked.name, asked.person), "")
        return was_told(node) and node.value != before and bool(before or node.source)

    def _said(self) -> dict[tuple[str, str], str]:
        return {(asked.name, asked.person): self._entry.node(asked.path).value for asked in self.asked()}

    @property
    def fir_number(self) -> str:
        """The number of the FIR as it stands here; one that was taken over and then cleared is not denied."""
        found = next((a for a in self.asked() if a.name == "case.fir_number"), None)
        node = self._entry.node(found.path) if found else None
        if node is None or node.value or not node.source:
            return node.value if node else ""
        fact = self.facts.get("case.fir_number")
        return fact.value if fact else ""

    def origin(self, source: str) -> Origin | None:
        """Return what is to be said of a source; None when its record is no longer there."""
        if source in (CASE, STATION, OFFICER):
            return Origin(source, self._record.created_at)
        with suppress(AbhayaError):
            record = self._desk.reader.records.get(source)
            titles = self._desk.forms.titles().get(record.form_sha256, {})
            return Origin(source, record.created_at, titles, record.version)
        return None

    def codes(self) -> set[str]:
        """Return the codes of the people in the registers of the entry."""
        return {person.code for person, _ in self._registers.people(self._record, self._entry)}

    def name_person(self, row: str, code: str) -> Change:
        """Let a row of a register be about somebody of the case, and answer what is known of that person."""
        given = self._entry.give_answer(f"{row}/person_code", code, "") or NOTHING
        return _together([given, self.fill_in()])

    def fill_in(self) -> Change:
        """Give codes to the rows that have none, and answer what is known and still free.

        A question that only an answer given here brings up is filled too, whichever of them comes first.
        Raises DISK_FULL, READ_ONLY_FOLDER when a code cannot be kept.
        """
        whole = NOTHING
        while changes := [*self._give_codes(), *self._carry(), *self._withdraw()]:
            whole = _together([whole, *changes])
        return whole

    def _give_codes(self) -> Iterator[Change]:
        for path, role in list(self._registers.without_code(self._entry)):
            with self._desk.work() as work:
                code = work.people.next_code(self._record.case_id, role)
                work.note(Action.CODE_GIVEN, self._record.case_id, code)
            if change := self._entry.give_answer(path, code, ""):
                yield change

    def _carry(self) -> Iterator[Change]:
        for question in list(self.asked()):
            node = self._entry.node(question.path)
            taken_over = bool(node.source) and not node.told
            follows = taken_over and (question.name in DERIVED or node.non_answer is not None)
            if not (node.free or follows):
                continue
            fact = self.facts.get(question.name, question.person)
            if fact and (change := self._give(question.path, node, fact)):
                yield change

    def _withdraw(self) -> Iterator[Change]:
        """Clear what was taken over of who is signed in, beside the name of another officer."""
        asked = [question for question in self.asked() if question.name.startswith("officer.")]
        named = [question for question in asked if question.name == "officer.name"]
        others = {_group(q.path) for q in named if was_told(self._entry.node(q.path))}
        for question in asked:
            node = self._entry.node(question.path)
            if _group(question.path) in others and node.source and not node.told and node.value:
                yield self._entry.set_answer(question.path, "")

    def _give(self, path: str, node: NodeState, fact: Fact) -> Change | None:
        if fact.non_answer is not None:
            known, source = fact.non_answer, fact.origin.source
            return self._entry.give_non_answer(path, known, fact.why, source) if node.free else None
        if fact.value == node.value:
            return None
        return self._entry.give_answer(path, fact.value, fact.origin.source)


def _group(path: str) -> str:
    return path.rpartition("/")[0]


def _together(changes: list[Change]) -> Change:
    paths = frozenset().union(*(change.paths for change in changes))
    return Change(paths, structure=any(change.structure for change in changes))
