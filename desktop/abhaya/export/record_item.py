"""A sealed record as an item of the bundle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, tzinfo

from abhaya.cases.record import Record, RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.export.addenda import adds_to
from abhaya.export.blocks import AnswerRow, Block, Particulars, Phrase, Title, Tone, Words
from abhaya.export.bundle_item import BundleItem
from abhaya.export.departure_rows import with_departures
from abhaya.export.entry_reading import language_code
from abhaya.export.outline import outline
from abhaya.export.outline_left_over import left_over
from abhaya.export.printed_words import PrintedWords
from abhaya.export.snapshot import CaseSnapshot, SnapshotRecord
from abhaya_forms.engine.node_marks import paper_of

_SHORT_HASH = 12
_MADE_AT = "prepared_at"
"""The question of the part ``case_header`` that asks when the record was made."""


def record_item(snapshot: CaseSnapshot, kept: SnapshotRecord, number: str, words: PrintedWords) -> BundleItem:
    """The item of a record; ``words`` are in the language of the index.  Raises RECORD_NOT_SEALED."""
    record = kept.record
    if record.status is RecordStatus.DRAFT:
        raise AbhayaError(Code.RECORD_NOT_SEALED)
    language = language_code(record.language, otherwise=snapshot.language)
    named = _name(kept, words)
    printed = PrintedWords(language)
    head = _head(snapshot, kept, named, printed)
    annexures = {held.attachment.code: held.attachment.sha256 for held in snapshot.attachments}
    body = (*outline(kept.entry, language, annexures), *left_over(kept.entry, printed))
    blocks = (*head, *with_departures(body, kept, printed))
    foot = (
        words.say("export.foot.case", case=snapshot.case.number),
        words.say("export.foot.record", number=record.number, version=record.version),
        record.content_sha256[:_SHORT_HASH],
    )
    return BundleItem(
        kind="record",
        number=number,
        title=Phrase(named, words.language),
        language=language,
        foot=" · ".join(foot),
        blocks=lambda _: blocks,
        day=_day(kept, snapshot.printed_at.tzinfo, words),
        sha256=record.content_sha256,
    )


def _name(kept: SnapshotRecord, words: PrintedWords) -> str:
    """The record in the index: about whom, by code; one that adds to another, to which."""
    title, to = kept.title(words.language), adds_to(kept)
    if to is not None:
        return words.say("export.record.addendum", title=title, number=kept.record.number, to=to)
    return record_name(kept.record, title, words)


def record_name(record: Record, title: str, words: PrintedWords) -> str:
    """What a record is called where it stands among others: its title, about whom, and its number."""
    key = "export.record.about" if record.subject else "export.record.bookmark"
    return words.say(key, title=title, person=record.subject, number=record.number)


def _day(kept: SnapshotRecord, zone: tzinfo | None, words: PrintedWords) -> Words:
    """The day on which the record was made, as its header says; of one without, that of its sealing."""
    paths = (visit.path for visit in kept.entry.visits() if visit.element.name == _MADE_AT)
    made = next((kept.entry.state(path).value for path in paths), "")
    if made:
        return words.value(words.day(date.fromisoformat(made[:10])))
    sealed_at = kept.record.sealed_at
    return words.value(words.day(sealed_at.astimezone(zone).date())) if sealed_at else ()


def _head(snapshot: CaseSnapshot, kept: SnapshotRecord, named: str, words: PrintedWords) -> Iterator[Block]:
    titles = {
        kept.title(language): Phrase(kept.title(language), language) for language in (words.language, "en")
    }
    yield Title(tuple(titles.values()), named)
    yield Particulars((), tuple(_facts(snapshot, kept, words)))


def _facts(snapshot: CaseSnapshot, kept: SnapshotRecord, words: PrintedWords) -> Iterator[AnswerRow]:
    """Which record this is, by whom, sealed when, and its fingerprint."""
    record, zone = kept.record, snapshot.printed_at.tzinfo
    yield AnswerRow(words.words("export.record.number"), words.value(_number(record, words)))
    form = f"{record.form_id} {record.form_version}"
    yield AnswerRow(words.words("export.record.form"), words.value(form))
    if kept.prepared_by != kept.sealed_by:
        yield AnswerRow(words.words("export.record.prepared_by"), words.value(kept.prepared_by))
    if paper := paper_of(kept.entry.root):
        said = words.say("export.record.paper_value", serial=paper.serial, day=words.day(paper.day))
        yield AnswerRow(words.words("export.record.paper"), words.value(said))
    if record.sealed_at is not None:
        at = words.moment(record.sealed_at, zone)
        sealed = words.value(words.say("export.record.by_at", by=kept.sealed_by, at=at))
        by = "sealed" if kept.prepared_by != kept.sealed_by else "prepared_and_sealed"
        yield AnswerRow(words.words(f"export.record.{by}"), sealed)
    yield AnswerRow(
        (words.phrase("export.record.sha256"),), words.value(record.content_sha256), Tone.FINGERPRINT
    )


def _number(record: Record, words: PrintedWords) -> str:
    key = "export.record.corrects" if record.corrects else "export.record.number_value"
    return words.say(key, number=record.number, version=record.version, before=record.version - 1)
