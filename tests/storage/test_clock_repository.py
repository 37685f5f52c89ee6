from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlcipher3 import dbapi2 as sql

from abhaya.storage.unit_of_work import Reader
from support.station_rows import START, a_case, working


@pytest.fixture(autouse=True)
def case(database):
    with working(database) as work:
        work.cases.add(a_case(), b"key", b"summary")


def test_the_first_day_does_not_count_until_somebody_says_so(database):
    assert not Reader(database).clocks.count_first_day()
    for counts in (True, False):
        with working(database) as work:
            work.clocks.set_count_first_day(counts=counts)
        assert Reader(database).clocks.count_first_day() is counts


def test_a_decision_about_bail_replaces_the_one_before_about_the_same_accused(database):
    assert Reader(database).clocks.bail_decisions("GKP/2026/0001") == {}
    for person, days, reason in (("", 90, b"all"), ("S-001", 90, b"first"), ("S-001", 60, b"second")):
        with working(database) as work:
            work.clocks.decide_bail("GKP/2026/0001", person, days, reason, "p-1", START)
    decided = Reader(database).clocks.bail_decisions("GKP/2026/0001")
    assert decided == {"": (90, b"all"), "S-001": (60, b"second")}


def test_no_other_number_of_days(database):
    with pytest.raises(sql.IntegrityError), working(database) as work:
        work.clocks.decide_bail("GKP/2026/0001", "", 75, b"reason", "p-1", START)


def test_the_nearest_deadline_stands_in_the_list(database):
    due = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    for noted in (due, None):
        with working(database) as work:
            work.cases.set_due_at("GKP/2026/0001", noted)
        reader = Reader(database)
        assert reader.cases.due_at("GKP/2026/0001") == noted
