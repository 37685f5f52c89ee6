"""The first page: whose case, before which court, which copy, and what must not be told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from abhaya.cases.person import Person, PersonRole
from abhaya.export.blocks import AnswerRow, Blanks, Block, Note, Particulars, Title, Tone, Words
from abhaya.export.charges import charges, last_told, told_of_nobody
from abhaya.export.identity_notice import identity_protection
from abhaya.export.printed_words import PrintedWords
from abhaya.export.snapshot import CaseSnapshot
from abhaya_forms.tables import term_called, term_label, terms

_BY_HAND = ("court", "court_case", "sections", "investigating_officer")
"""What is written in by hand unless the records tell it."""

_ROLES = {PersonRole.VICTIM: "victims", PersonRole.SUSPECT: "suspects", PersonRole.WITNESS: "witnesses"}


def cover_blocks(snapshot: CaseSnapshot, words: PrintedWords, pages: int) -> Iterator[Block]:
    """The cover; ``pages`` of the whole bundle.  People stand on it by their codes only."""
    if snapshot.demo:
        yield Note(words.words("export.demonstration_notice"), Tone.STRONG)
    charged = charges(snapshot)
    court = told_of_nobody(snapshot, "case.court")
    known = {"court": court, "sections": charged}
    by_hand = (name for name in _BY_HAND if not known.get(name))
    if court:
        yield AnswerRow(words.words("export.cover.court"), words.value(court))
    yield Blanks(tuple(words.phrase(f"export.cover.{name}") for name in by_hand), columns=2)
    yield Note((words.phrase("export.cover.parties", state=party_state(snapshot, words)),), Tone.COURT)
    yield Title(words.words("export.cover.title"), words.say("export.cover.title"))
    yield Note(identity_protection(snapshot, words), Tone.STRONG)
    if charged:
        yield AnswerRow(words.words("export.cover.sections"), words.value(charged))
    yield from _particulars(snapshot, words)
    yield from _people(snapshot, words)
    yield Particulars((), tuple(_print(snapshot, words, pages)))


def unit_line(snapshot: CaseSnapshot, words: PrintedWords) -> str:
    """The unit as it stands on every page."""
    district = _called("districts", snapshot.district, words)
    state = _called("states", snapshot.state, words)
    return words.say("export.unit", station=snapshot.station_name, district=district, state=state)


def party_state(snapshot: CaseSnapshot, words: PrintedWords) -> str:
    """The State that is a party: that of the district of the case, else of the station."""
    states = {term.name: term.more["state"] for term in terms("districts")}
    if state := states.get(snapshot.case.district):
        return term_label("states", state, words.language)
    return _called("states", snapshot.state, words)


def _called(table: str, name: str, words: PrintedWords) -> str:
    """The name of a place in the language of the print; one that no table knows as it was written."""
    term = term_called(table, name)
    return term.labels[words.language] if term else name


def _particulars(snapshot: CaseSnapshot, words: PrintedWords) -> Iterator[AnswerRow]:
    case = snapshot.case
    yield AnswerRow(words.words("export.cover.case"), words.value(case.number))
    yield AnswerRow(words.words("export.cover.fir"), _fir(snapshot, words))
    unit, station = _unit_of_the_case(snapshot, words), unit_line(snapshot, words)
    yield AnswerRow(words.words("export.cover.unit"), words.value(unit))
    if unit != station:
        yield AnswerRow(words.words("export.cover.station"), words.value(station))
    district = term_label("districts", case.district, words.language)
    event = ", ".join(filter(None, [words.day(case.event_on) if case.event_on else "", district]))
    if event:
        yield AnswerRow(words.words("export.cover.event"), words.value(event))


def _fir(snapshot: CaseSnapshot, words: PrintedWords) -> Words:
    number, on = snapshot.case.fir_number, last_told(snapshot, "case.fir_date")
    if not number:
        return words.words("export.cover.no_fir")
    if not on:
        return words.value(number)
    day = words.day(date.fromisoformat(on[:10]))
    return words.value(words.say("export.cover.fir_value", number=number, day=day))


def _unit_of_the_case(snapshot: CaseSnapshot, words: PrintedWords) -> str:
    """The unit that the records name; the station itself where they name no other."""
    unit = told_of_nobody(snapshot, "station.name")
    if not unit or unit == snapshot.station_name:
        return unit_line(snapshot, words)
    district = term_label("districts", snapshot.case.district, words.language)
    return words.say("export.unit", station=unit, district=district, state=party_state(snapshot, words))


def _people(snapshot: CaseSnapshot, words: PrintedWords) -> Iterator[AnswerRow]:
    for role, key in _ROLES.items():
        people = [person for person in snapshot.people if person.role is role]
        if people:
            yield AnswerRow(words.words(f"export.cover.{key}"), words.value(_codes(people, snapshot, words)))


def _codes(people: list[Person], snapshot: CaseSnapshot, words: PrintedWords) -> str:
    """The codes by record: V-001 of one register need not be V-001 of another."""
    registers = [
        (one.record.number, [person for person in people if person.record_id == one.record.id])
        for one in snapshot.records
    ]
    registers = [(number, found) for number, found in registers if found]
    said = []
    for number, found in registers:
        codes = ", ".join(sorted(person.code for person in found))
        children = sum(person.is_child is True for person in found)
        if children:
            codes = words.say("export.cover.children", codes=codes, children=children)
        if len(registers) > 1:
            codes = words.say("export.cover.in_record", codes=codes, number=number)
        said.append(codes)
    return "\n".join(said)


def _print(snapshot: CaseSnapshot, words: PrintedWords, pages: int) -> Iterator[AnswerRow]:
    yield AnswerRow(words.words("export.cover.copy"), words.words(f"export.copy.{snapshot.copy}"))
    counts = {"records": len(snapshot.records), "annexures": len(snapshot.attachments), "pages": pages}
    key = "count_values_left_out" if snapshot.left_out else "count_values"
    said = words.value(words.say(f"export.cover.{key}", **counts, left_out=len(snapshot.left_out)))
    yield AnswerRow(words.words("export.cover.counts"), said)
    at = words.moment(snapshot.printed_at, snapshot.printed_at.tzinfo)
    printed = words.value(words.say("export.cover.printed_value", at=at, by=snapshot.printed_by))
    yield AnswerRow(words.words("export.cover.printed"), printed)
    head = snapshot.audit_head
    audit = words.value(words.say("export.cover.audit_value", count=head.count, short=head.short))
    yield AnswerRow(words.words("export.cover.audit"), audit)
