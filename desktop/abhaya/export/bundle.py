"""Prints a case: cover, index, records, annexures and hash report as one court-ready PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from itertools import accumulate, chain
from typing import BinaryIO

from abhaya.errors import AbhayaError, Code
from abhaya.export.assembly.assembly import AssembledPage, Assembly
from abhaya.export.assembly.embedded_files import EmbeddedFile
from abhaya.export.blocks import Block, Note, Tone
from abhaya.export.bundle_item import BundleItem
from abhaya.export.bundle_plan import LISTS, list_blocks, margin_texts, metadata, plan_items
from abhaya.export.layout.fragment import Fragment
from abhaya.export.layout.margins import Margins, MarginTexts
from abhaya.export.layout.page_geometry import PageGeometry
from abhaya.export.lists import left_out_names
from abhaya.export.manifest import MANIFEST_NAME, Manifest, ManifestItem
from abhaya.export.printed_words import PrintedWords
from abhaya.export.snapshot import CaseSnapshot
from abhaya.export.typesetter import Typesetter

Progress = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class BundleSummary:
    """What was written: ``sha256`` (hex) of the whole file for the audit trail, ``items`` of the index.

    ``substitutes`` counts characters that no font could show and that were printed by their code.
    """

    pages: int
    sha256: str
    items: int
    substitutes: int


def write_bundle(
    snapshot: CaseSnapshot, out: BinaryIO, progress: Progress | None = None
) -> BundleSummary | None:
    """Write the bundle; None when ``progress(items done, items in all)`` returned False.

    The same snapshot gives the same bytes.  Raises NOTHING_TO_EXPORT, RECORD_NOT_SEALED, ATTACHMENT_DAMAGED,
    IMAGE_BROKEN, IMAGE_TOO_LARGE, PDF_BROKEN, PDF_PROTECTED.
    """
    if not snapshot.records and not snapshot.attachments:
        raise AbhayaError(Code.NOTHING_TO_EXPORT)
    return _Bundle(snapshot).write(out, progress or (lambda done, total: True))


class _Bundle:
    def __init__(self, snapshot: CaseSnapshot) -> None:
        self._snapshot = snapshot
        self._words = PrintedWords(snapshot.language)
        self._typesetter = Typesetter()
        self._geometry = PageGeometry()
        self._items = plan_items(snapshot, self._words)
        self._substitutes = 0

    def write(self, out: BinaryIO, progress: Progress) -> BundleSummary | None:
        margins = self._learn()
        assembly = Assembly(out, self._typesetter.faces, self._geometry)
        pages: dict[int, list[AssembledPage]] = {}
        for place, item in enumerate(self._items):
            if not progress(place, len(self._items)):
                return None
            if item.kind not in LISTS:
                with ExitStack() as stack:
                    pages[place] = assembly.add(self._lay_out(item, item.blocks(stack)))
                self._items[place] = replace(item, blocks=lambda stack: ())  # set free what was printed
        pages.update({place: assembly.add(laid) for place, laid in self._lay_out_lists(pages).items()})
        order = [pages[place] for place in range(len(self._items))]
        digests = assembly.place(order, margins.operators)
        originals = [item.original for item in self._items if item.original]
        manifest = self._manifest(digests, assembly.font_sha256)
        sha256 = assembly.finish(metadata(self._snapshot, self._words), [*originals, manifest])
        return BundleSummary(sum(map(len, order)), sha256, len(self._items), self._substitutes)

    def _learn(self) -> Margins:
        """Shape every text of the bundle, then fix the fonts."""
        unknown = [(0, 0)] * len(self._items)
        for place, item in enumerate(self._items):
            with ExitStack() as stack:
                blocks = item.blocks(stack) if item.kind not in LISTS else self._list(item.kind, unknown)
                count = self._typesetter.learn(blocks, item.language)
            if count:
                self._substitutes += count
                self._items[place] = self._with_note(item, count)
        language, learn = self._words.language, self._typesetter.learn_text
        texts = {
            name: learn(text, language)
            for name, text in asdict(margin_texts(self._snapshot, self._words)).items()
        }
        feet = [learn(item.foot, language) for item in self._items]
        self._typesetter.faces.number()
        return Margins(MarginTexts(**texts), self._typesetter.styles, self._geometry, feet)

    def _with_note(self, item: BundleItem, count: int) -> BundleItem:
        """The item, with a note at its end on the characters that no font could show."""
        note = Note(PrintedWords(item.language).words("export.record.substituted", count=count), Tone.STRONG)
        self._typesetter.learn((note,), item.language)
        return replace(item, blocks=lambda stack: chain(item.blocks(stack), (note,)))

    def _list(self, kind: str, ranges: list[tuple[int, int]]) -> Iterable[Block]:
        return list_blocks(kind, self._snapshot, self._items, ranges, self._words)

    def _lay_out(self, item: BundleItem, blocks: Iterable[Block]) -> Fragment:
        return self._typesetter.lay_out(blocks, item.language, self._geometry)

    def _lay_out_lists(self, pages: dict[int, list[AssembledPage]]) -> dict[int, Fragment]:
        """Lay out the lists, by place; again until they are as long as the page numbers in them suppose."""
        lengths = {place: len(pages.get(place, "?")) for place in range(len(self._items))}
        while True:
            ends = list(accumulate(lengths.values()))
            ranges = [(end - length + 1, end) for end, length in zip(ends, lengths.values(), strict=True)]
            laid = {
                place: self._lay_out(item, self._list(item.kind, ranges))
                for place, item in enumerate(self._items)
                if item.kind in LISTS
            }
            found = {place: len(fragment.pages) for place, fragment in laid.items()}
            if found.items() <= lengths.items():
                return laid
            lengths.update(found)

    def _manifest(self, digests: list[list[str]], fonts: dict[str, str]) -> EmbeddedFile:
        starts = accumulate((len(pages) for pages in digests), initial=1)
        items = tuple(
            ManifestItem(
                number=item.number,
                kind=item.kind,
                title=item.title.text,
                first=first,
                page_sha256=tuple(pages),
                sha256=item.sha256,
                size=item.size,
                original=item.original.name if item.original else "",
            )
            for item, pages, first in zip(self._items, digests, starts, strict=False)
        )
        snapshot = self._snapshot
        data = Manifest(
            case=snapshot.case.number,
            copy=snapshot.copy.value,
            language=snapshot.language,
            printed_at=snapshot.printed_at.isoformat(timespec="seconds"),
            demonstration=snapshot.demo,
            audit_head=snapshot.audit_head,
            items=items,
            font_sha256=fonts,
            left_out=tuple(left_out_names(snapshot, self._words)),
        ).to_json()
        description = self._words.say("export.manifest.title")
        return EmbeddedFile(
            MANIFEST_NAME, "application/json", "Data", description, len(data), lambda: iter((data,))
        )
