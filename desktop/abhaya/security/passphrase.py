"""Passphrases: which are good enough, and how a key is derived from one."""

from __future__ import annotations

import string
import time
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from abhaya.errors import AbhayaError, Code

MINIMUM_LENGTH = 12
"""Characters; four short words are more."""
MINIMUM_GUESSES = 10**10
"""What zxcvbn calls its best score: a stolen disk stays closed while every guess costs an Argon2id."""
_OWN_WORD = 4
"""Letters; a shorter name ("Rai") stands inside too many honest words."""
_ESTIMATED = 72  # zxcvbn takes no more characters than this


@dataclass(frozen=True, slots=True)
class Kdf:
    """Cost of one Argon2id (RFC 9106): ``memory`` in KiB, ``passes`` over it, ``lanes``."""

    memory: int
    passes: int
    lanes: int


FLOOR = Kdf(memory=64 * 1024, passes=3, lanes=4)
"""RFC 9106, second recommended choice: station computers with 4 GB exist."""
RAISED = Kdf(memory=256 * 1024, passes=3, lanes=4)


@dataclass(frozen=True, slots=True)
class KdfPolicy:
    """How much a derivation may cost; ``budget`` and ``timer`` in seconds."""

    floor: Kdf = FLOOR
    raised: Kdf = RAISED
    budget: float = 1.0
    timer: Callable[[], float] = time.perf_counter

    def calibrate(self, used: Kdf, seconds: float) -> Kdf:
        """Return the cost for the next time, now that a derivation with ``used`` took ``seconds``.

        The time of Argon2id grows with its memory, so the raised cost need not be tried out.
        """
        if used.memory < self.raised.memory and seconds * self.raised.memory / used.memory < self.budget:
            return self.raised
        return self.floor if used.memory < self.floor.memory else used


USUAL_COST = KdfPolicy()
"""For every station; a test passes a cheaper policy."""


def derive_key(passphrase: str, salt: bytes, kdf: Kdf) -> bytes:
    """Return 32 bytes from a passphrase; the same whichever way an input method composed its letters."""
    spelled = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    argon = Argon2id(salt=salt, length=32, iterations=kdf.passes, lanes=kdf.lanes, memory_cost=kdf.memory)
    return argon.derive(spelled)


def check_strength(passphrase: str, own_words: Iterable[str]) -> None:
    """Refuse a passphrase that is short, easy to guess or made of ``own_words`` (names, station, district).

    Raises WEAK_PASSPHRASE.
    """
    spelled = unicodedata.normalize("NFKC", passphrase)
    folded = _folded(passphrase)
    own = {word for text in own_words for word in _words(text) if len(word) >= _OWN_WORD}
    if (
        len(spelled) < MINIMUM_LENGTH
        or any(word in folded for word in own)
        or _guesses(spelled) < MINIMUM_GUESSES
    ):
        raise AbhayaError(Code.WEAK_PASSPHRASE)


def _words(text: str) -> list[str]:
    # Not a pattern of letters: Devanagari vowel signs are no letters to Python.
    return [word.strip(string.punctuation) for word in _folded(text).split()]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _guesses(passphrase: str) -> float:
    from zxcvbn import (
        zxcvbn,
    )  # its word lists take tens of milliseconds, which the unlock screen need not pay

    return float(zxcvbn(passphrase[:_ESTIMATED])["guesses"])
