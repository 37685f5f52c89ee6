"""Which sections the facts of a case suggest, by the rules of the table ``suggested_charges``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from lxml import etree

from abhaya_forms.tables import Term, terms


@dataclass(frozen=True, slots=True)
class Trafficked:
    """One trafficked person: ``age`` in years when the offence began, None while it is not known.

    ``sex`` is a name of the table ``sexes``; ``sexual`` means meant for or put to sexual exploitation,
    ``from_abroad`` brought into India for it, ``bonded`` held to work by an advance or a debt.
    """

    age: int | None
    sex: str
    sexual: bool = False
    from_abroad: bool = False
    bonded: bool = False
    sc_st: bool = False


def suggested_charges(persons: Iterable[Trafficked], public_servants: int = 0) -> tuple[Term, ...]:
    """Return the rules that hold, in the order of the table; ``more["charge"]`` names the section.

    They are suggestions: what is charged stays the decision of the officer and the prosecutor.
    """
    case = etree.Element("case")
    etree.SubElement(case, "public_servants").text = str(public_servants)
    for person in persons:
        element = etree.SubElement(case, "person")
        for field in fields(person):
            etree.SubElement(element, field.name).text = _said(getattr(person, field.name))
    return tuple(term for term in terms("suggested_charges") if case.xpath(f"boolean({term.more['when']})"))


def _said(value: int | str | bool | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
