"""What the commands read and write: passphrases, answers in words or JSON, exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

from abhaya.errors import AbhayaError, Code
from abhaya.texts import Texts

EXIT_CODES = {
    Code.USAGE: 2,
    Code.WRONG_PASSPHRASE: 3,
    Code.WAIT_BEFORE_RETRY: 3,
    Code.NO_SUCH_PERSON: 3,
    Code.NOT_PERMITTED: 4,
    Code.STATION_IN_USE: 5,
    Code.DISK_FULL: 6,
    Code.READ_ONLY_FOLDER: 6,
    Code.RECORD_HAS_PROBLEMS: 7,
    Code.FORM_REFUSED: 7,
    Code.VERIFICATION_FAILED: 8,
    Code.AUDIT_BROKEN: 8,
    Code.DATABASE_DAMAGED: 9,
    Code.KEYS_DAMAGED: 9,
    Code.KEYS_ALTERED: 9,
    Code.SEAL_BROKEN: 9,
    Code.ATTACHMENT_DAMAGED: 9,
    Code.UNEXPECTED: 70,
}
"""Exit codes of the program; 0 is success, 1 any error that is not named here."""


@dataclass(slots=True)
class Terminal:
    """The person's side of a command: ``ask`` reads a passphrase without showing it."""

    out: TextIO
    err: TextIO
    stdin: TextIO
    ask: Callable[[str], str]
    texts: Texts
    as_json: bool = False
    from_stdin: bool = False

    def line(self) -> str:
        """Read the next line of standard input; raises INPUT_NOT_TEXT."""
        return _text_from(self.stdin.readline)

    def rest(self) -> str:
        """Read the rest of standard input; raises INPUT_NOT_TEXT."""
        return _text_from(self.stdin.read)

    def passphrase(self, key: str, **values: str) -> str:
        """Read a passphrase: the next line of standard input, or a prompt in the person's language.

        Raises USAGE where there is no keyboard to ask at.
        """
        if self.from_stdin:
            return self.line().rstrip("\r\n")
        try:
            return self.ask(self.texts.say(f"command_line.{key}", **values) + " ")
        except EOFError as error:
            raise AbhayaError(Code.USAGE, ("--passphrase-stdin",)) from error

    def answer(self, data: object, lines: Iterable[str]) -> None:
        """Give the result: ``data`` as JSON, or ``lines`` for a person."""
        if self.as_json:
            self.out.write(json.dumps(data, ensure_ascii=False, default=str) + "\n")
        else:
            self.out.writelines(line + "\n" for line in lines)

    def refuse(self, error: AbhayaError) -> int:
        """Say what went wrong and return the exit code."""
        told = self.texts.explain(error)
        if self.as_json:
            fault = {"error": str(error.code), "values": error.values, "lines": error.lines, "text": told}
            self.out.write(json.dumps(fault, ensure_ascii=False) + "\n")
        else:
            self.err.write(told + "\n")
        return EXIT_CODES.get(error.code, 1)


def _text_from(read: Callable[[], str]) -> str:
    try:
        return read()
    except UnicodeDecodeError as error:
        raise AbhayaError(Code.INPUT_NOT_TEXT) from error
