from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from abhaya.cases.case import CaseFilter, CaseOrder, CaseStatus
from abhaya.errors import Code
from abhaya.storage.unit_of_work import Reader
from support.refusal import refused
from support.station_rows import START, a_case, keep_case, working


@pytest.fixture
def cases(database):
    """Twelve cases: the serial and the time of change go up, event and kind go round."""
    with working(database) as work:
        for serial in range(1, 13):
            case = a_case(
                f"GKP/2026/{serial:04d}",
                kind=("begging", "forced_labour", "prostitution")[serial % 3],
                status=CaseStatus.CLOSED if serial % 4 == 0 else CaseStatus.OPEN,
                updated_at=START + timedelta(minutes=serial),
                event_on=date(2026, 1, 31 - serial) if serial % 2 else None,
            )
            work.cases.add(case, b"wrapped key", b"sealed summary")
    return Reader(database).cases


def serials(lines):
    return [int(line.case.number[-4:]) for line in lines]


def test_case_comes_back_as_it_was(database):
    case = keep_case(
        database, a_case(event_on=date(2026, 1, 2), district="Gorakhpur", fir_number="0123/2026")
    )
    cases = Reader(database).cases
    assert cases.get(case.id) == case
    assert cases.key_of(case.id) == b"wrapped key"
    assert cases.summary_of(case.id) == b"sealed summary"


def test_case_that_is_not_there_is_named(database):
    cases = Reader(database).cases
    for ask in (cases.get, cases.key_of, cases.summary_of):
        with refused(Code.NO_SUCH_CASE):
            ask("GKP/2026/0001")
    with refused(Code.NO_SUCH_CASE), working(database) as work:
        work.cases.touch("GKP/2026/0001", START)
    with refused(Code.NO_SUCH_CASE), working(database) as work:
        work.cases.set_summary("GKP/2026/0001", b"new", START)


def test_summary_is_replaced(database):
    case = keep_case(database)
    later = START + timedelta(days=1)
    with working(database) as work:
        work.cases.set_summary(case.id, b"new", later)
    cases = Reader(database).cases
    assert cases.summary_of(case.id) == b"new"
    assert cases.get(case.id).updated_at == later


def test_touched_case_comes_first(database, cases):
    with working(database) as work:
        work.cases.touch("GKP/2026/0003", START + timedelta(days=1))
    assert serials(cases.list(CaseFilter(), 0, 3)) == [3, 12, 11]


def test_pages_join_to_the_whole_list(cases):
    pages = [cases.list(CaseFilter(), offset, 5) for offset in (0, 5, 10)]
    assert [len(page) for page in pages] == [5, 5, 2]
    assert serials(sum(pages, [])) == list(range(12, 0, -1))


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", [order for order in CaseOrder if order is not CaseOrder.DUE_AT])
def test_list_is_in_the_order_asked_for(cases, order, descending):
    lines = cases.list(CaseFilter(order=order, descending=descending), 0, 20)
    shown = [getattr(line.case, order) or date.min for line in lines]
    assert shown == sorted(shown, reverse=descending)
    assert sorted(serials(lines)) == list(range(1, 13))


def test_what_is_due_first_stands_first_and_what_is_not_due_last(database, cases):
    for serial, day in ((3, 9), (7, 2), (5, 9)):
        with working(database) as work:
            work.cases.set_due_at(f"GKP/2026/{serial:04d}", datetime(2026, 3, day, tzinfo=UTC))
    lines = cases.list(CaseFilter(order=CaseOrder.DUE_AT, descending=False), 0, 20)
    assert serials(lines)[:3] == [7, 3, 5]
    assert [line.due_at and line.due_at.day for line in lines[:4]] == [2, 9, 9, None]
    backwards = cases.list(CaseFilter(order=CaseOrder.DUE_AT, descending=True), 0, 20)
    assert serials(backwards) == serials(lines)[::-1]


def test_number_is_ordered_as_a_number(database):
    for number in ("GKP/2026/10000", "GKP/2026/9999", "GKP/2025/20000"):
        keep_case(database, a_case(number))
    lines = Reader(database).cases.list(CaseFilter(order=CaseOrder.NUMBER), 0, 3)
    assert [line.case.number for line in lines] == ["GKP/2026/10000", "GKP/2026/9999", "GKP/2025/20000"]


@pytest.mark.parametrize(
    ("case_filter", "expected"),
    [
        (CaseFilter(), list(range(12, 0, -1))),
        (CaseFilter(status=CaseStatus.CLOSED), [12, 8, 4]),
        (CaseFilter(number_contains="/2026/001"), [12, 11, 10]),
        (CaseFilter(number_contains=" gkp/2026/0002 "), [2]),
        (CaseFilter(number_contains="%"), []),
        (CaseFilter(number_contains="' or 1 --"), []),
        (CaseFilter(ids=("GKP/2026/0007", "GKP/2026/0004", "unknown")), [7, 4]),
        (CaseFilter(ids=()), []),
        (CaseFilter(has_drafts=True), []),
        (CaseFilter(status=CaseStatus.OPEN, number_contains="/001", order=CaseOrder.NUMBER), [11, 10]),
    ],
)
def test_filter_narrows_list_and_count(cases, case_filter, expected):
    lines = cases.list(case_filter, 0, 20)
    assert serials(lines) == expected
    assert cases.count(case_filter) == len(expected)


def test_numbers_follow_each_other_within_the_year(database, cases):
    assert cases.next_number("GKP", 2026) == "GKP/2026/0013"
    assert cases.next_number("GKP", 2027) == "GKP/2027/0001"


def test_number_is_given_once(database):
    keep_case(database)
    with pytest.raises(Exception, match="cases.number"):
        keep_case(database, a_case(id="another"))


@pytest.mark.parametrize("order", CaseOrder)
@pytest.mark.parametrize("descending", [False, True])
def test_a_page_is_read_from_an_index(database, monkeypatch, order, descending):
    """Sorting would read all cases."""
    plans = []

    def explain(statement, values=()):
        plans.extend(row[3] for row in query(f"explain query plan {statement}", values))
        return query(statement, values)

    query = database.query
    monkeypatch.setattr(database, "query", explain)
    everything = CaseFilter(CaseStatus.OPEN, True, "2026", None, order, descending)
    Reader(database).cases.list(everything, 0, 50)
    assert len(plans) == 1
    assert plans[0].startswith("SCAN cases USING INDEX")


def test_the_number_of_the_fir_can_be_learnt_later(database):
    case = keep_case(database)
    with working(database) as work:
        work.cases.set_fir_number(case.id, "0123/2026")
    assert Reader(database).cases.get(case.id).fir_number == "0123/2026"
    with refused(Code.NO_SUCH_CASE), working(database) as work:
        work.cases.set_fir_number("nothing", "1")
