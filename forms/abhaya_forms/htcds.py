"""The fields of IOM's Human Trafficking Case Data Standard, and what an answer is called there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from abhaya_forms.tables import Term, terms

STANDARD = (
    "Human Trafficking Case Data Standard (HTCDS) 2.0 by IOM, CC BY 4.0; IOM does not endorse this program."
)

_KIND = "kind"
"""In place of a table: that there is an answer says it, whatever the answer is."""

_MANY = ("multi", "countries", "languages")


@dataclass(frozen=True, slots=True)
class HtcdsSource:
    """Where a field is answered.

    ``place`` is a fact (``person.sex``), something the station knows of itself or the case (``station.name``,
    ``case.kind``) or a question (``victim_profile/status_by``); ``kind`` tells to which entry of a list the
    answer belongs (``Recruitment``), "" where it makes none.
    """

    kind: str
    place: str


@dataclass(frozen=True, slots=True)
class HtcdsField:
    """One line of ``tables/htcds.yaml``.

    Of several ``sources`` the first that is answered counts; an answer is looked up in ``tables`` (a column
    after a dot, otherwise ``htcds``), the first that has it; ``values`` are those the standard allows, none
    where it allows any; what the field ``besides`` has said already is left out.  ``withheld`` says why a
    field stays at the station, "" for one that leaves it.
    """

    name: str
    core: bool
    type: str
    values: tuple[str, ...]
    sources: tuple[HtcdsSource, ...]
    tables: tuple[str, ...]
    besides: str
    withheld: str
    term: Term

    @property
    def prefix(self) -> str:
        """The table of the standard it belongs to."""
        return self.name.partition("_")[0]

    @property
    def many(self) -> bool:
        """Whether it takes several values."""
        return self.type in _MANY

    def called(self, source: HtcdsSource, answer: str) -> tuple[str, ...]:
        """Return what an answer is called in the standard; nothing for what it has no word for."""
        if not self.tables:
            return (answer,)
        if self.tables == (_KIND,):
            return (source.kind,)
        if self.type == "band":
            return tuple(_bands(self.tables[0], answer))
        words = (self._word(code) for code in answer.split())
        return tuple(dict.fromkeys(word for word in words if word))

    def _word(self, code: str) -> str:
        for table, _, column in (name.partition(".") for name in self.tables):
            for term in terms(table):
                if term.name == code:
                    return term.labels[column] if column else term.more.get("htcds", "")
        return ""


@cache
def htcds_fields() -> tuple[HtcdsField, ...]:
    """Return the fields in the order of the standard."""
    return tuple(_field(term) for term in terms("htcds"))


def _field(term: Term) -> HtcdsField:
    more = term.more
    return HtcdsField(
        name=more["field"],
        core=more["core"] == "yes",
        type=more["type"],
        values=tuple(more["values"].split()),
        sources=tuple(_source(text) for text in more["from"].split()),
        tables=tuple(more["by"].split()),
        besides=more["besides"],
        withheld=more["withheld"],
        term=term,
    )


def _source(text: str) -> HtcdsSource:
    kind, colon, place = text.rpartition(":")
    return HtcdsSource(kind if colon else "", place)


def _bands(table: str, answer: str) -> Iterator[str]:
    """The band that holds a number of years."""
    for term in terms(table):
        if answer.isdigit() and int(term.more["first"]) <= int(answer) <= int(term.more["last"]):
            yield term.more["htcds"]
