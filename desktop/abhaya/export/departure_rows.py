"""What a record tells out of order or late, printed where it is signed for."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya.export.blocks import AnswerRow, Blanks, Block, Phrase, Tone
from abhaya.export.printed_words import PrintedWords
from abhaya.export.snapshot import SnapshotDeparture, SnapshotRecord
from abhaya_forms.engine import FormEntry, Question


def with_departures(body: tuple[Block, ...], kept: SnapshotRecord, words: PrintedWords) -> Iterator[Block]:
    """Yield the blocks of a record, what was out of order or late before its last signatures."""
    place = _before_the_last_signatures(body)
    yield from body[:place]
    for found in kept.departures:
        yield _row(found, _number_of(found.reason, kept.entry), words)
    yield from body[place:]


def _before_the_last_signatures(body: tuple[Block, ...]) -> int:
    signed = [place for place, block in enumerate(body) if isinstance(block, Blanks)]
    place = signed[-1] if signed else len(body)
    while place and isinstance(body[place - 1], Blanks):
        place -= 1
    return place


def _number_of(reason: str, entry: FormEntry) -> str:
    """The number of the question in which the reason stands already; "" of one that was asked at sealing."""
    asked = (visit for visit in entry.visits(relevant_only=True) if isinstance(visit.element, Question))
    numbers = (
        entry.definition.numbers.get(visit.element.key, "")
        for visit in asked
        if entry.node(visit.path).value.strip() == reason
    )
    return next(numbers, "") if reason else ""


def _row(found: SnapshotDeparture, number: str, words: PrintedWords) -> AnswerRow:
    """The step and the reason; beside it in English the step, a reason only by its number."""
    if number:
        why = words.words("export.departure.see", number=number)
    elif found.reason:
        why = (words.phrase("export.departure.reason", reason=found.reason),)
    else:
        why = words.words("export.departure.no_reason")
    said = {phrase.language: phrase.text for phrase in why}
    person = f"{found.person}: " if found.person else ""
    languages = dict.fromkeys((words.language, "en"))
    answer = (
        Phrase(f"{person}{found.words[language]} {said.get(language, '')}".strip(), language)
        for language in languages
    )
    tone = Tone.PLAIN if found.reason else Tone.NON_ANSWER
    return AnswerRow(words.words("export.departure.heading"), tuple(answer), tone)
