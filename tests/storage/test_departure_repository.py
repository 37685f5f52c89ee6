from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sql

from abhaya.cases.departure import Departure
from abhaya.storage.unit_of_work import Reader
from support.station_rows import a_record, keep_case, working

LATE = Departure("child_cwc", "V-001", "2026-03-02T09:30:00+00:00")
ODD = Departure("gd_before_fir", "", "2026-03-01T00:00:00+00:00")


@pytest.fixture(autouse=True)
def kept(database):
    keep_case(database)
    with working(database) as work:
        work.records.add(a_record(), b"content")
        work.departures.add("r-1", LATE, b"the road was closed")
        work.departures.add("r-1", ODD, b"")


def test_reasons_of_a_record_and_departures_of_a_case(database):
    departures = Reader(database).departures
    assert departures.of_record("r-1") == [(ODD, b""), (LATE, b"the road was closed")]
    assert departures.of_case("GKP/2026/0001") == {LATE, ODD}
    assert departures.of_record("r-2") == []
    assert departures.of_case("GKP/2026/0002") == set()


@pytest.mark.parametrize("statement", ["delete from departures", "update departures set rule = 'other'"])
def test_a_reason_given_stays(database, statement):
    with pytest.raises(sql.IntegrityError, match="stays"), working(database) as work:
        work.database.change(statement)
