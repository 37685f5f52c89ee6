"""One box for everything: case numbers, names in either script, words from the answers."""

from __future__ import annotations

from abhaya.cases.case import CaseFilter
from abhaya.workflows.desk import Deed, Desk
from abhaya.workflows.list_cases import list_cases, search

_MOST = 200


def cases_matching(desk: Desk, text: str) -> tuple[str, ...]:
    """Return the ids of cases whose number holds ``text`` or that hold its words; shows no name."""
    by_number = [line.case.id for line in list_cases(desk, CaseFilter(number_contains=text), 0, _MOST)]
    by_words = [hit.case_id for hit in search(desk, text, _MOST)] if desk.may(Deed.SEARCH) else []
    return tuple(dict.fromkeys(by_number + by_words))
