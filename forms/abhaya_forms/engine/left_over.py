"""Answers that a later version of the form no longer asks for: kept with the record, for ever."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

ABHAYA_NAMESPACE = "urn:abhaya:forms:1"
"""Namespace of our own columns on binds and of our marks on answers."""

_TAG = f"{{{ABHAYA_NAMESPACE}}}left-over"
_ATTRIBUTES = ("path", "label", "version")


@dataclass(frozen=True, slots=True)
class LeftOver:
    """``path``, ``label`` and ``text`` of an answer as they were in ``version`` of the form."""

    path: str
    label: str
    version: str
    text: str


def read_left_over(root: etree._Element) -> tuple[LeftOver, ...]:
    """Return what is kept below the root of a record's content."""
    return tuple(
        LeftOver(**{name: kept.get(name, "") for name in _ATTRIBUTES}, text=kept.text or "")
        for kept in root.iterfind(_TAG)
    )


def write_left_over(root: etree._Element, left_over: tuple[LeftOver, ...]) -> None:
    """Keep ``left_over`` below the root of a record's content."""
    for kept in left_over:
        element = etree.SubElement(root, _TAG, {name: getattr(kept, name) for name in _ATTRIBUTES})
        element.text = kept.text
