"""Records are read once while they stay as they are, and forgotten when the desk is locked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from abhaya.cases.role import Role
from abhaya.workflows.record_content import records_in_force
from support.desks import begin_case, desk_of, fill_small_form
from support.station_people import PASSPHRASES


@pytest.fixture
def filling(desk, tmp_path):
    return fill_small_form(desk, begin_case(desk), tmp_path)


def read(desk, filling):
    ((_, entry),) = records_in_force(desk, filling.record.case_id)
    return entry


def test_a_record_is_read_again_once_it_was_saved(desk, filling):
    first = read(desk, filling)
    assert read(desk, filling) is first
    filling.entry.set_answer("/data/place", "elsewhere")
    filling.save()
    assert read(desk, filling).node("/data/place").value == "elsewhere"


def test_a_record_saved_twice_in_one_moment_is_read_again(folder, tmp_path):
    moment = datetime(2026, 3, 14, 9, tzinfo=UTC)
    with desk_of(folder, lambda: moment) as desk:
        filling = fill_small_form(desk, begin_case(desk), tmp_path)
        for place in ("here", "elsewhere"):
            filling.entry.set_answer("/data/place", place)
            filling.save()
            assert read(desk, filling).node("/data/place").value == place


def test_nothing_that_was_read_is_kept_behind_the_lock_or_beside_another_case(desk, filling):
    read(desk, filling)
    list(records_in_force(desk, begin_case(desk).id))
    assert desk.entries == {}
    read(desk, filling)
    kept = desk.entries
    desk.suspend()
    assert kept == {}
    desk.resume(PASSPHRASES[Role.SUPERVISOR])
    assert read(desk, filling).node("/data/place").value
