from __future__ import annotations

from abhaya.storage.unit_of_work import Reader
from support.station_rows import a_case, keep_case, working


def test_grants_are_found_by_person(database):
    first, second = keep_case(database), keep_case(database, a_case("GKP/2026/0002"))
    with working(database) as work:
        work.grants.add(first.id, "lawyer", b"key one")
        work.grants.add(second.id, "lawyer", b"key two")
        work.grants.add(first.id, "other lawyer", b"key three")
    grants = Reader(database).grants
    assert grants.of_person("lawyer") == {first.id: b"key one", second.id: b"key two"}
    assert grants.of_person("nobody") == {}


def test_later_grant_takes_the_place_of_the_earlier(database):
    case = keep_case(database)
    for key in (b"old", b"new"):
        with working(database) as work:
            work.grants.add(case.id, "lawyer", key)
    assert Reader(database).grants.of_person("lawyer") == {case.id: b"new"}
