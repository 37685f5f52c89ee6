"""How somebody signed: the answer to a signature question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Signing(StrEnum):
    """A way to sign; the stored value is for ever."""

    DRAWN = "drawn"
    ON_PAPER = "paper"
    LEFT_THUMB = "thumb:left"
    RIGHT_THUMB = "thumb:right"
    REFUSED = "refused"


_REFUSED = f"{Signing.REFUSED}:"


@dataclass(frozen=True, slots=True)
class Signature:
    """``file`` is the code of the drawing (``A-7``), or what came with the form; ``why`` somebody refused."""

    signing: Signing
    file: str = ""
    why: str = ""

    @property
    def answer(self) -> str:
        """The text that stands in the record: ``A-7``, ``paper``, ``thumb:left`` or ``refused:`` and why."""
        if self.signing is Signing.REFUSED:
            return f"{_REFUSED}{self.why}"
        return self.file or self.signing.value


def signature_of(answer: str) -> Signature | None:
    """Return the signature that an answer tells of, None where there is no answer."""
    if not answer:
        return None
    if answer.startswith(_REFUSED):
        return Signature(Signing.REFUSED, why=answer.removeprefix(_REFUSED).strip())
    if answer in (Signing.ON_PAPER, Signing.LEFT_THUMB, Signing.RIGHT_THUMB):
        return Signature(Signing(answer))
    return Signature(Signing.DRAWN, file=answer)
