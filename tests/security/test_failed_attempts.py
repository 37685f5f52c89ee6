"""The wait grows and survives a restart; neither a set clock nor a damaged file undoes or prolongs it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.errors import AbhayaError, Code
from abhaya.security.failed_attempts import FREE_ATTEMPTS, LONGEST_WAIT, FailedAttempts

NOW = datetime(2026, 3, 14, 10, 30, tzinfo=UTC)
ASHA, RAVI = "a5" * 16, "b6" * 16


def seconds(amount: float) -> timedelta:
    return timedelta(seconds=amount)


def fail(path, times: int, at: datetime = NOW) -> datetime:
    """Fail ``times``, each as soon as allowed, with a restart of the program in between."""
    for _ in range(times):
        at += seconds(wait(path, at))
        FailedAttempts(path).begin(ASHA, at)
    return at


def wait(path, at: datetime) -> int:
    """Return how long Asha is told to wait; an attempt that is allowed is counted in a copy only."""
    copy = path.with_name("copy.json")
    if path.exists():
        copy.write_bytes(path.read_bytes())
    else:
        copy.unlink(missing_ok=True)
    try:
        FailedAttempts(copy).begin(ASHA, at)
    except AbhayaError as trouble:
        assert trouble.code is Code.WAIT_BEFORE_RETRY
        return int(trouble.values["seconds"])
    return 0


@pytest.fixture
def path(tmp_path):
    return tmp_path / "attempts.json"


def test_a_few_slips_cost_nothing(path):
    assert fail(path, FREE_ATTEMPTS - 1) == NOW
    assert wait(path, NOW) == 0


def test_then_the_wait_doubles_up_to_ten_minutes(path):
    at, waits = fail(path, FREE_ATTEMPTS), []
    for _ in range(12):
        waits.append(wait(path, at))
        at = fail(path, 1, at)
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]


def test_the_wait_runs_down(path):
    at = fail(path, FREE_ATTEMPTS + 5)
    assert wait(path, at + seconds(1)) == 63
    assert wait(path, at + seconds(63.5)) == 1
    assert wait(path, at + seconds(64)) == 0


def test_a_refused_attempt_is_not_counted(path):
    at = fail(path, FREE_ATTEMPTS)
    for _ in range(10):
        with pytest.raises(AbhayaError):
            FailedAttempts(path).begin(ASHA, at)
    assert wait(path, at) == 2


def test_each_person_waits_alone(path):
    at = fail(path, FREE_ATTEMPTS + 5)
    FailedAttempts(path).begin(RAVI, at)
    assert wait(path, at) == 64


def test_the_right_passphrase_ends_it(path):
    at = fail(path, FREE_ATTEMPTS + 5)
    FailedAttempts(path).begin(ASHA, at + seconds(64))
    FailedAttempts(path).forget(ASHA)
    assert fail(path, FREE_ATTEMPTS - 1, at) == at


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(hours=1), timedelta(days=4000)])
def test_a_clock_set_back_starts_the_wait_anew_and_no_longer(path, back):
    at = fail(path, FREE_ATTEMPTS + 5)
    with pytest.raises(AbhayaError):
        FailedAttempts(path).begin(ASHA, at - back)
    assert wait(path, at - back + seconds(63)) == 1
    assert wait(path, at - back + seconds(64)) == 0


@given(st.lists(st.integers(-(10**9), 10**9), max_size=20), st.integers(0, 40))
def test_whatever_the_clock_does_ten_minutes_later_one_may_try(tmp_path_factory, moves, failures):
    path = tmp_path_factory.mktemp("attempts") / "attempts.json"
    at = fail(path, failures)
    for move in moves:
        at = max(datetime(1990, 1, 1, tzinfo=UTC), min(at + seconds(move), datetime(2200, 1, 1, tzinfo=UTC)))
        told = wait(path, at)
        assert 0 <= told <= LONGEST_WAIT.total_seconds()
        if told:
            with pytest.raises(AbhayaError):
                FailedAttempts(path).begin(ASHA, at)
    assert wait(path, at + LONGEST_WAIT) == 0


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[" * 99_999,
        "[]",
        "7",
        '{"x": 1}',
        '{"x": {"count": "y", "last": 1}}',
        '{"x": {"count": Infinity, "last": "2026-01-01"}}',
        f'{{"{ASHA}": {{"count": 1, "last": "2026-01-01T00:00:00"}}}}',
    ],
)
def test_a_damaged_file_locks_nobody_out(path, content):
    path.write_text(content, encoding="utf-8")
    FailedAttempts(path).begin(ASHA, NOW)
    assert wait(path, NOW) == 0
