"""Find cases: the list, and the search over everything that was written."""

from __future__ import annotations

from dataclasses import dataclass

from abhaya.cases.audit_entry import Action
from abhaya.cases.case import CaseFilter, CaseLine
from abhaya.security.permissions import Deed
from abhaya.storage.search_index import Hit, IndexLostError
from abhaya.workflows.catch_up_index import catch_up
from abhaya.workflows.desk import Desk


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A record (or, with an empty ``record_id``, a case) that holds the words; shows no text of it."""

    case_id: str
    record_id: str
    case_number: str


def list_cases(desk: Desk, case_filter: CaseFilter, offset: int = 0, limit: int = 200) -> list[CaseLine]:
    """Return the lines ``offset`` … of the list; legal aid sees the cases granted to that person."""
    desk.require(Deed.LIST_CASES)
    return desk.reader.cases.list(desk.narrowed(case_filter), offset, limit)


def count_cases(desk: Desk, case_filter: CaseFilter) -> int:
    """Return how many cases the filter lets through."""
    desk.require(Deed.LIST_CASES)
    return desk.reader.cases.count(desk.narrowed(case_filter))


def search(desk: Desk, text: str, limit: int = 50) -> list[SearchHit]:
    """Return what holds all words of ``text`` or a name that sounds like it; the search is on the trail.

    The words themselves are not: they may be a name.
    """
    desk.require(Deed.SEARCH)
    try:
        hits = _find(desk, text, limit)
    except IndexLostError:  # it is empty now, and is filled again
        hits = _find(desk, text, limit)
    with desk.work() as work:
        work.note(Action.SEARCHED, detail=str(len(hits)))
    numbers = {case_id: desk.reader.cases.get(case_id).number for case_id in {hit.case_id for hit in hits}}
    return [SearchHit(hit.case_id, hit.record_id, numbers[hit.case_id]) for hit in hits]


def _find(desk: Desk, text: str, limit: int) -> list[Hit]:
    catch_up(desk)
    return desk.index.find(text, limit)
