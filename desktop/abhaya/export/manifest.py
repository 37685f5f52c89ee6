"""The list inside the file that says what every page, font and original must be."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from itertools import accumulate
from typing import Any

from abhaya.cases.audit_entry import AuditHead

MANIFEST_NAME = "manifest.json"
_FORMAT = "abhaya-bundle-1"
_PLAIN = {"str": str, "int": int, "bool": bool}


@dataclass(frozen=True, slots=True)
class ManifestItem:
    """An item of the bundle; ``page_sha256`` has the digest of each of its pages, from page ``first`` on.

    ``sha256`` and ``size`` are those of the record as sealed or of the original file; ``original`` is the
    name under which the file carries that original, or the empty text where a page draws it as it is, and for
    sound and film, which stay on the station's medium.
    """

    number: str
    kind: str
    title: str
    first: int
    page_sha256: tuple[str, ...]
    sha256: str = ""
    size: int = 0
    original: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle consists of; ``font_sha256`` covers program and text of the fonts, by resource name.

    ``left_out`` names the sealed records of the case that are not in it; older files say nothing of them.
    """

    case: str
    copy: str
    language: str
    printed_at: str
    demonstration: bool
    audit_head: AuditHead
    items: tuple[ManifestItem, ...]
    font_sha256: dict[str, str]
    left_out: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """The same bytes for the same content."""
        tree = {"format": _FORMAT, "digest": "SHA-256", **asdict(self)}
        return json.dumps(tree, ensure_ascii=False, indent=1).encode()

    @classmethod
    def from_json(cls, data: bytes) -> Manifest:
        """Read a manifest; raises ValueError for anything that is none."""
        try:
            tree = json.loads(data)
            if tree.pop("format") != _FORMAT:
                raise ValueError("not a manifest of this format")
            del tree["digest"]
            left_out = _texts(tree.pop("left_out", []))
            items = tuple(_item(item) for item in tree.pop("items"))
            head = AuditHead(**tree.pop("audit_head"))
            manifest = cls(items=items, audit_head=head, left_out=left_out, **tree)
        except (KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ValueError("not a manifest") from error
        if not manifest._fits_together():
            raise ValueError("not a manifest")
        return manifest

    def _fits_together(self) -> bool:
        """Everything is of its type, and each item begins on the page after the one before it."""
        starts = accumulate((len(item.page_sha256) for item in self.items), initial=1)
        return (
            all(_is_typed(part) for part in (self, self.audit_head, *self.items))
            and isinstance(self.font_sha256, dict)
            and all(item.first == start for item, start in zip(self.items, starts, strict=False))
        )


def _item(tree: dict[str, Any]) -> ManifestItem:
    return ManifestItem(**{**tree, "page_sha256": _texts(tree["page_sha256"])})


def _texts(found: Any) -> tuple[str, ...]:
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise TypeError("no list of texts")
    return tuple(found)


def _is_typed(part: Any) -> bool:
    return all(
        type(getattr(part, field.name)) is _PLAIN[field.type]
        for field in fields(part)
        if field.type in _PLAIN
    )
