"""Cuts a form into pages short enough to be built at once and filled without getting lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from abhaya_forms.engine import Element, Group, Question, Repeat, walk
from abhaya_forms.engine.entry_sections import pages_of

MOST_QUESTIONS = 30
"""Most questions on one page (a row of a repeat counts once); one page is built in under 50 ms."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown together: all of a section, or its ``part``-th of ``parts`` (both count from 1).

    ``heading`` is the group that names the section, None for loose questions and for a repeat.
    """

    section: int
    part: int
    parts: int
    heading: Group | None
    elements: tuple[Element, ...]

    def holds(self, template: str) -> bool:
        """Whether the question or repeat with this path without positions is on the page."""
        return any(e.path == template for e in walk(self.elements))


def plan_pages(body: tuple[Element, ...]) -> tuple[Page, ...]:
    """Return the pages in order; sections are cut as ``FormEntry.sections`` cuts them."""
    pages: list[Page] = []
    for number, section in enumerate(pages_of(body)):
        heading = section[0] if isinstance(section[0], Group) else None
        parts = tuple(_parts(heading.children if heading else section))
        pages.extend(Page(number, n, len(parts), heading, part) for n, part in enumerate(parts, 1))
    return tuple(pages)


def _parts(elements: tuple[Element, ...]) -> Iterator[tuple[Element, ...]]:
    part: tuple[Element, ...] = ()
    for element in _pieces(elements):
        if part and _size((*part, element)) > MOST_QUESTIONS:
            yield part
            part = ()
        part = (*part, element)
    yield part


def _pieces(elements: tuple[Element, ...]) -> Iterator[Element]:
    """Break groups that are too long for one page into groups of the same name."""
    for element in elements:
        if isinstance(element, Group) and _size((element,)) > MOST_QUESTIONS:
            yield from (replace(element, children=part) for part in _parts(element.children))
        else:
            yield element


def _size(elements: Iterable[Element]) -> int:
    """Questions that stand open at first: the groups of a row that is too long for a page are closed."""
    size = 0
    for element in elements:
        if isinstance(element, Question):
            size += 1
        elif isinstance(element, Repeat) and is_long(element):
            size += sum(isinstance(e, Question) for e in element.children)
        else:
            size += _size(element.children)
    return size


def is_long(repeat: Repeat) -> bool:
    """Whether one row alone holds more questions than a page should."""
    return sum(isinstance(e, Question) for e in walk(repeat.children)) > MOST_QUESTIONS


def template_of(path: str) -> str:
    """Return a real path (``/data/person[2]/name``) without its positions."""
    return "".join(piece.partition("]")[2] if i else piece for i, piece in enumerate(path.split("[")))


@dataclass(frozen=True, slots=True)
class Row:
    """Where elements stand: in the row ``real`` of the repeat ``template``, or at the top (both empty).

    A ``long`` row holds more questions than a page should: its groups open one by one.
    """

    template: str = ""
    real: str = ""
    long: bool = False

    def path_of(self, element: Element) -> str:
        """Return the real path of an element, bound to a node, directly or deeper inside this row."""
        assert element.path is not None
        return self.real + element.path.removeprefix(self.template)
