"""The answers in the records of a case, found by the fact they tell or the question they answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from abhaya.cases.person import PersonRole
from abhaya.workflows.record_answers import code_at
from abhaya_forms.engine.node import Node


class CaseAnswers:
    """Of ``<record>`` elements of a case document, in their order.

    A place is a fact (``person.sex``) or a question of a form (``victim_profile/status_by``).
    """

    def __init__(self, records: Iterable[Node]) -> None:
        self._by_place: dict[str, list[Node]] = defaultdict(list)
        codes = set()
        for top in records:
            for node in top.descend():
                codes.add(node.attributes.get("code", ""))
                if node.text:
                    self._by_place[f"{top.attributes['form']}/{node.name}"].append(node)
                    self._by_place[node.attributes.get("fact", "")].append(node)
        self.victims = tuple(sorted(code for code in codes if code.startswith(PersonRole.VICTIM.letter)))

    def about(self, place: str, victim: str, *, suspects: bool = False) -> list[Node]:
        """Return the answers at a place about a victim, with ``suspects`` also those about a suspect."""
        told = ((code_at(node), node) for node in self._by_place.get(place, ()))
        return [
            node
            for code, node in told
            if code == victim or (suspects and code.startswith(PersonRole.SUSPECT.letter))
        ]
