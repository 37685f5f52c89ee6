"""Which items a bundle has, and what stands in its lists and margins."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya.export.addenda import in_print_order
from abhaya.export.annexures.annexure_item import annexure_item
from abhaya.export.assembly.metadata import Metadata
from abhaya.export.blocks import Block
from abhaya.export.bundle_item import BundleItem
from abhaya.export.cover import cover_blocks, party_state, unit_line
from abhaya.export.identity_notice import identity_notice
from abhaya.export.layout.margins import MarginTexts
from abhaya.export.layout.structure import LANGUAGE_TAGS
from abhaya.export.lists import PageRanges, contents_blocks, manifest_blocks
from abhaya.export.printed_words import PrintedWords
from abhaya.export.record_item import record_item
from abhaya.export.snapshot import CaseSnapshot

LISTS = ("cover", "contents", "manifest")
"""Items that tell on which pages the others stand, and so are laid out last."""


def plan_items(snapshot: CaseSnapshot, words: PrintedWords) -> list[BundleItem]:
    """Cover, index, records, annexures, hash report."""
    cover, contents, manifest = (_list_item(kind, snapshot, words) for kind in LISTS)
    ordered = enumerate(in_print_order(snapshot.records), start=1)
    records = [record_item(snapshot, kept, str(n), words) for n, kept in ordered]
    annexures = [annexure_item(snapshot, kept, words) for kept in snapshot.attachments]
    return [cover, contents, *records, *annexures, manifest]


def _list_item(kind: str, snapshot: CaseSnapshot, words: PrintedWords) -> BundleItem:
    foot = words.say("export.foot.case", case=snapshot.case.number)
    return BundleItem(
        kind=kind,
        number="",
        title=words.phrase(f"export.{kind}.title"),
        language=words.language,
        foot=f"{foot} · {snapshot.audit_head.short}",
        blocks=lambda stack: (),
    )


def list_blocks(
    kind: str, snapshot: CaseSnapshot, items: list[BundleItem], ranges: PageRanges, words: PrintedWords
) -> Iterator[Block]:
    """The blocks of one of LISTS, given the first and last page of every item."""
    if kind == "cover":
        return cover_blocks(snapshot, words, pages=ranges[-1][1])
    if kind == "contents":
        return contents_blocks(snapshot, items, ranges, words)
    return manifest_blocks(snapshot, items, ranges, words)


def margin_texts(snapshot: CaseSnapshot, words: PrintedWords) -> MarginTexts:
    """What stands at head and foot of every page."""
    return MarginTexts(
        language=words.language,
        unit=unit_line(snapshot, words),
        copy=words.say(f"export.copy.{snapshot.copy}"),
        notice=identity_notice(snapshot, words),
        page=words.say("export.page"),
        demonstration=words.say("export.demonstration") if snapshot.demo else "",
    )


def metadata(snapshot: CaseSnapshot, words: PrintedWords) -> Metadata:
    """What the file says about itself; it names nobody but the unit."""
    state = party_state(snapshot, words)
    title = words.say("export.cover.file_title", state=state, case=snapshot.case.number)
    return Metadata(title, unit_line(snapshot, words), LANGUAGE_TAGS[words.language], snapshot.printed_at)
