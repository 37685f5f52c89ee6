"""Sections that the facts of a case suggest and that nobody charged yet."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya.cases.case_document import CaseDocument, add_child
from abhaya.cases.check_finding import CheckFinding
from abhaya_forms.engine.node import Node
from abhaya_forms.tables import terms

_SERVANTS = "person[@role = 'suspect' and @code = ../record[.//public_servant = 'yes']/@subject]"
_SC_ST = "person[@code = ../record[.//community_reason = 'poa']/@subject]"


def suggested_charges(document: CaseDocument) -> Iterator[CheckFinding]:
    """Yield a note for each section that fits (``abhaya_forms/tables/suggested_charges.yaml``)."""
    figures = CaseDocument(_figures(document), (), (), document.clock)
    charged = {section.attributes["name"] for section in document.found("section")}
    ruled_out = charged | _out_of_force(document)
    for term in terms("suggested_charges"):
        if figures.holds(term.more["when"], figures.root):
            for charge in term.more["charge"].split():
                if charge not in ruled_out:
                    yield CheckFinding(term.name, warning=False, charge=charge)


def _out_of_force(document: CaseDocument) -> set[str]:
    """Sections in force on no day of the offence; today counts while nobody wrote when it began."""
    began = _latest(document, "case.offence_from") or document.clock().strftime("%Y%m%d")
    ended = _latest(document, "case.offence_to") or began
    return {
        term.name
        for term in terms("acts_and_sections")
        if term.more["first_day"] > ended or term.more["last_day"] < began
    }


def _latest(document: CaseDocument, fact: str) -> str:
    """The day the last record tells as the table of sections writes it, or "" where none does."""
    told = [node.text for node in document.found(f".//*[@fact = '{fact}']") if node.text]
    return told[-1].replace("-", "") if told else ""


def _figures(document: CaseDocument) -> Node:
    """The small document that the table of suggestions is written over."""
    root = Node("case")
    add_child(root, "public_servants", str(len(document.found(_SERVANTS))))
    sc_st = document.found(_SC_ST)
    for victim in document.found("person[@role = 'victim']"):
        said = victim.attributes
        person = add_child(root, "person")
        add_child(person, "age", said.get("age") or said.get("age_said", ""))
        add_child(person, "sex", said.get("sex", ""))
        add_child(person, "sexual", said["sexual"])
        add_child(person, "from_abroad", _yes(said.get("nationality", "") not in ("", "ind", "unknown")))
        add_child(person, "exploitation", f" {said.get('exploitation', '')} ")
        add_child(person, "sc_st", _yes(victim in sc_st))
    return root


def _yes(true: bool) -> str:
    return "yes" if true else "no"
