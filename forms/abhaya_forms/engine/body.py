"""What a form asks, in the order it asks: questions, groups and repeats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Control(StrEnum):
    """How a question is answered (XForms controls; NOTE is an input nobody can answer: text to read)."""

    INPUT = "input"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANK = "rank"
    RANGE = "range"
    TRIGGER = "trigger"
    UPLOAD = "upload"
    NOTE = "note"


_COARSE = {"month-year": "month", "year": "year"}


@dataclass(frozen=True, slots=True)
class RangeBounds:
    """The ends and the step of a RANGE question, as numbers in XForms text form."""

    start: str
    end: str
    step: str


@dataclass(frozen=True, slots=True)
class Question:
    """A control bound to one node.

    ``path`` is the template path without positions (``/data/person/name``); ``data_type`` is the bind's
    type without prefix (``string int decimal date time dateTime geopoint barcode binary boolean`` and more;
    ``string`` when the form says none); ``media_type`` is an UPLOAD's accepted kind (``image/*``); ``marks``
    are our own columns of bind and control without prefix (``{"mask": "identity"}``); ``past`` says that its
    constraint refuses what is still to come.
    """

    path: str
    name: str
    control: Control
    data_type: str
    appearances: tuple[str, ...]
    media_type: str
    marks: Mapping[str, str]
    range: RangeBounds | None = None
    past: bool = False

    @property
    def key(self) -> str:
        """Unique in the form."""
        return self.path

    @property
    def signs(self) -> bool:
        """Whether somebody is asked to sign (ODK's appearance ``signature``)."""
        return self.control is Control.UPLOAD and "signature" in self.appearances

    @property
    def fineness(self) -> str:
        """How much of a date is asked for: ``day``, ``month`` or ``year``."""
        return next((_COARSE[a] for a in self.appearances if a in _COARSE), "day")


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with its children; ``path`` is None for a group that is bound to no node.

    ``key`` is unique in the form: the path, or made up from the place in the form.
    """

    path: str | None
    name: str
    children: tuple[Element, ...]
    appearances: tuple[str, ...]
    marks: Mapping[str, str]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """Children asked once per row; ``fixed_count`` when the form sets their number (jr:count)."""

    path: str
    name: str
    children: tuple[Element, ...]
    appearances: tuple[str, ...]
    marks: Mapping[str, str]
    fixed_count: bool

    @property
    def key(self) -> str:
        """Unique in the form."""
        return self.path


Element = Question | Group | Repeat


def walk(elements: tuple[Element, ...]) -> Iterator[Element]:
    """Every element below and including ``elements``, in the order of the form."""
    for element in elements:
        yield element
        if not isinstance(element, Question):
            yield from walk(element.children)
