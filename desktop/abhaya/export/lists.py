"""The two lists of a bundle: the index in front and the hash report at the end."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya.export.blocks import (
    AnswerRow,
    Block,
    ContentsEntry,
    Heading,
    Note,
    Phrase,
    Table,
    Title,
    Tone,
    Words,
)
from abhaya.export.bundle_item import BundleItem
from abhaya.export.manifest import MANIFEST_NAME
from abhaya.export.printed_words import PrintedWords
from abhaya.export.record_item import record_name
from abhaya.export.snapshot import CaseSnapshot

PageRanges = list[tuple[int, int]]
"""First and last page of every item."""


def contents_blocks(
    snapshot: CaseSnapshot, items: list[BundleItem], pages: PageRanges, words: PrintedWords
) -> Iterator[Block]:
    """The index of records, annexures and hash report; then which sealed records are not in the file."""
    yield Title(words.words("export.contents.title"), words.say("export.contents.title"))
    for place, (item, span) in enumerate(zip(items, pages, strict=True)):
        if item.kind not in ("cover", "contents"):
            yield ContentsEntry(item.number, item.title, item.day, _span(span), place)
    yield Note(words.words("export.contents.numbers"), Tone.ASIDE)
    if snapshot.left_out:
        yield Heading(words.words("export.contents.left_out"), 2)
        names = Phrase("\n".join(left_out_names(snapshot, words)), words.language)
        yield Note((names,), Tone.ASIDE)


def left_out_names(snapshot: CaseSnapshot, words: PrintedWords) -> Iterator[str]:
    """Yield what the sealed records are called that are not in the file."""
    for kept in snapshot.left_out:
        title = kept.titles.get(words.language) or kept.record.form_id
        yield record_name(kept.record, title, words)


def manifest_blocks(
    snapshot: CaseSnapshot, items: list[BundleItem], pages: PageRanges, words: PrintedWords
) -> Iterator[Block]:
    """The audit head, every record and annexure with its fingerprint, and the custody of the annexures."""
    yield Title(words.words("export.manifest.title"), words.say("export.manifest.title"))
    yield Note(words.words("export.manifest.intro", name=MANIFEST_NAME))
    head = snapshot.audit_head
    audit = words.value(words.say("export.manifest.audit_value", count=head.count, hash=head.hash))
    yield AnswerRow(words.words("export.cover.audit"), audit, Tone.FINGERPRINT)
    rows = [_item_row(item, span) for item, span in zip(items, pages, strict=True) if item.sha256]
    heads = [words.words(f"export.manifest.{name}") for name in ("number", "item", "pages", "size", "sha256")]
    yield Table(tuple(heads), tuple(rows), (30, 132, 46, 44, 162), Tone.FINGERPRINT)
    yield from _custody(snapshot, words)


def _item_row(item: BundleItem, pages: tuple[int, int]) -> tuple[Words, ...]:
    texts = item.number, _span(pages), str(item.size) if item.size else "–", item.sha256
    number, span, bytes_, sha256 = ((Phrase(text, item.title.language),) for text in texts)
    return number, (item.title,), span, bytes_, sha256


def _span(pages: tuple[int, int]) -> str:
    first, last = pages
    return f"{first}–{last}" if last > first else str(first)


def _custody(snapshot: CaseSnapshot, words: PrintedWords) -> Iterator[Block]:
    zone = snapshot.printed_at.tzinfo
    rows = [
        (
            words.value(kept.attachment.code),
            words.value(words.moment(entry.at, zone)),
            words.value(entry.by),
            words.words(f"export.custody.{entry.action}"),
        )
        for kept in snapshot.attachments
        for entry in kept.custody
    ]
    if rows:
        heads = [words.words(f"export.manifest.{name}") for name in ("annexure", "at", "by", "action")]
        yield Heading(words.words("export.manifest.custody"), 2)
        yield Table(tuple(heads), tuple(rows), (16, 26, 36, 38))
