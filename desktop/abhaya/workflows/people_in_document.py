"""The people of a case as elements of its document: each once, with what all records say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from abhaya.cases.case_document import add_child
from abhaya.cases.person import Person, PersonRole
from abhaya.workflows.record_answers import code_at, folded
from abhaya_forms.engine.node import Node
from abhaya_forms.tables import terms

_ROLES = {"V": PersonRole.VICTIM, "S": PersonRole.SUSPECT, "W": PersonRole.WITNESS}
_FACT = "person."
_IN_A_ROW = {"sex": "sex", "age_years": "age", "is_child": "is_child"}
"""What a register asks by name and not by fact."""


def add_people(root: Node, records: Iterable[Node], people: Iterable[Person]) -> None:
    """Add a ``<person>`` for everybody with a code; of two answers the one of the later record counts.

    Who was a child by one record and an adult by another is treated as a child.
    """
    said: dict[str, dict[str, str]] = {person.code: {} for person in people}
    children: dict[str, set[str]] = {}
    for top in records:
        for code, name, value in _told(top):
            said.setdefault(code, {})[name] = value
            if name == "is_child":
                children.setdefault(code, set()).add(value)
    for code in sorted(code for code in said if code[:1] in _ROLES):
        answers, child = said[code], children.get(code, set())
        is_child = "yes" if "yes" in child else "no" if "no" in child else "unknown"
        sexual = "yes" if _sexual() & set(answers.get("exploitation", "").split()) else "no"
        more = {
            **answers,
            "child": is_child,
            "sexual": sexual,
            "folded": folded(answers.get("full_name", "")),
        }
        add_child(root, "person", code=code, role=_ROLES[code[0]].value, **more)


def _told(top: Node) -> Iterator[tuple[str, str, str]]:
    for node in top.descend():
        code, fact = code_at(node), node.attributes.get("fact", "")
        row = node.parent.attributes.get("code") if node.parent is not None else None
        if not code or not node.text:
            continue
        if fact.startswith(_FACT):
            yield code, fact.removeprefix(_FACT), node.text
        elif row == code and node.name in _IN_A_ROW:
            yield code, _IN_A_ROW[node.name], node.text


def _sexual() -> set[str]:
    return {term.name for term in terms("exploitation_types") if term.more.get("sexual") == "yes"}
