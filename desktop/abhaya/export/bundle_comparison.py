"""Compares what a file holds with what its manifest says it must."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from abhaya.export.manifest import Manifest, ManifestItem


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page's digest, the SHA-256 (hex) of every picture it draws, and its fonts' digests by name."""

    digest: str
    drawn: tuple[str, ...] = ()
    fonts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """What was read: the manifest, every page in order, and the originals' SHA-256 by file name."""

    manifest: Manifest | None
    pages: list[FoundPage]
    originals: dict[str, str]


@dataclass(frozen=True, slots=True)
class VerifiedItem:
    """An item of the bundle: ``pages`` as (first, last), and hashes in hex over its pages and its original.

    ``sha256_stated`` follows from the manifest, ``sha256_found`` was computed from the file.
    """

    number: str
    title: str
    pages: tuple[int, int]
    sha256_stated: str
    sha256_found: str
    ok: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as it was written; ``kind`` is a key of ``translations/verification.yaml``."""

    kind: str
    values: Mapping[str, str | int] = field(default_factory=dict)


def compare(found: FoundFile) -> tuple[tuple[VerifiedItem, ...], tuple[Difference, ...]]:
    """Every item of the manifest with its verdict, and every difference."""
    manifest = found.manifest
    if manifest is None:
        return (), (Difference("manifest_missing"),)
    owners = [item for item in manifest.items for _ in item.page_sha256]
    stated = [digest for item in manifest.items for digest in item.page_sha256]
    pairs, problems = _pair_pages(stated, [page.digest for page in found.pages], owners)
    items = []
    for item in manifest.items:
        places = [pairs[page] for page in range(item.first - 1, item.first - 1 + len(item.page_sha256))]
        pages = [found.pages[place] for place in places if place is not None]
        original = _original(item, found, pages)
        items.append(_verdict(item, pages, original))
        if original not in (None, item.sha256):
            kind = "original_changed" if original else "original_missing"
            problems.append(Difference(kind, {"item": item.original or item.title}))
    known = set(stated)
    if any(page.fonts != manifest.font_sha256 for page in found.pages if page.digest in known):
        problems.append(Difference("font_changed"))
    return tuple(items), tuple(problems)


def _pair_pages(
    stated: list[str], digests: list[str], owners: list[ManifestItem]
) -> tuple[dict[int, int | None], list[Difference]]:
    """Where each stated page stands now, counted from 0, None for one that is gone; and what differs."""
    places = {digest: place for place, digest in enumerate(digests)}
    known = set(stated)
    pairs: dict[int, int | None] = {}
    differences: list[Difference] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, stated, digests, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs.update(zip(range(i, i_end), range(j, j_end), strict=True))
            continue
        strangers = [place for place in range(j, j_end) if digests[place] not in known]
        for page in range(i, i_end):
            moved = stated[page] in places
            pairs[page] = places[stated[page]] if moved else strangers.pop(0) if strangers else None
            differences.append(_page_difference(page, owners[page], pairs[page], moved=moved))
        differences += [Difference("page_added", {"page": place + 1}) for place in strangers]
    return pairs, differences


def _page_difference(page: int, owner: ManifestItem, place: int | None, *, moved: bool) -> Difference:
    values: dict[str, str | int] = {"page": page + 1, "item": owner.title}
    if place is None:
        return Difference("page_removed", values)
    return (
        Difference("page_moved", {**values, "found": place + 1})
        if moved
        else Difference("page_changed", values)
    )


def _original(item: ManifestItem, found: FoundFile, pages: list[FoundPage]) -> str | None:
    """SHA-256 of the original as the file has it, "" if it is missing; None of an item that has none."""
    if item.original:
        return found.originals.get(item.original, "")
    if item.kind != "image":
        return None
    drawn = [sha256 for page in pages for sha256 in page.drawn]
    return item.sha256 if item.sha256 in drawn else next(iter(drawn), "")


def _verdict(item: ManifestItem, pages: list[FoundPage], original: str | None) -> VerifiedItem:
    stated = [*item.page_sha256, *([item.sha256] if original is not None else [])]
    computed = [*(page.digest for page in pages), *([original] if original is not None else [])]
    stated_sum, found_sum = (
        hashlib.sha256(" ".join(hashes).encode()).hexdigest() for hashes in (stated, computed)
    )
    span = item.first, item.first + len(item.page_sha256) - 1
    return VerifiedItem(item.number, item.title, span, stated_sum, found_sum, stated_sum == found_sum)
