"""The growing wait after wrong passphrases, kept on disk so that a restart does not end it."""

from __future__ import annotations

import contextlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from abhaya.errors import AbhayaError, Code
from abhaya.station import write_json

FREE_ATTEMPTS = 5
LONGEST_WAIT = timedelta(minutes=10)


class FailedAttempts:
    """The attempts of each person since the last one that succeeded.

    They stop a colleague at the keyboard.  Against a copied folder only Argon2id and a long passphrase
    count; nothing is ever wiped, since that would be a way to destroy evidence.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._noted = _read(path)

    def begin(self, person_id: str, now: datetime) -> None:
        """Count an attempt before it is made, so that stopping the program does not hide it.

        Raises WAIT_BEFORE_RETRY with ``seconds``.  A clock that was set back starts the wait anew: it
        neither shortens the wait nor makes it longer than ``LONGEST_WAIT``.
        """
        count, last = self._noted.get(person_id, (0, now))
        if last > now:
            last = now
            self._note(person_id, count, last)
        remaining = last + _wait_after(count) - now
        if remaining > timedelta(0):
            raise AbhayaError(Code.WAIT_BEFORE_RETRY, seconds=-(-remaining // timedelta(seconds=1)))
        self._note(person_id, count + 1, now)

    def forget(self, person_id: str) -> None:
        """Begin afresh after a right passphrase."""
        self._noted.pop(person_id, None)
        self._write()

    def _note(self, person_id: str, count: int, at: datetime) -> None:
        self._noted[person_id] = (count, at)
        self._write()

    def _write(self) -> None:
        noted = {
            person: {"count": count, "last": last.isoformat()}
            for person, (count, last) in self._noted.items()
        }
        with contextlib.suppress(AbhayaError):  # a station on a full or read-only disk must still open
            write_json(self._path, noted)


def _wait_after(count: int) -> timedelta:
    if count < FREE_ATTEMPTS:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(count - FREE_ATTEMPTS + 1, 20)), LONGEST_WAIT)


def _read(path: Path) -> dict[str, tuple[int, datetime]]:
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
        return {
            person: (int(entry["count"]), datetime.fromisoformat(entry["last"]).astimezone(UTC))
            for person, entry in noted.items()
        }
    except (OSError, ValueError, OverflowError, TypeError, KeyError, AttributeError, RecursionError):
        return {}  # a damaged file must not lock anybody out
