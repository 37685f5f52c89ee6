"""One call of the program: what was asked, of whom, at which station."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from abhaya.command_line.terminal import Terminal
from abhaya.errors import AbhayaError, Code
from abhaya.security.passphrase import KdfPolicy
from abhaya.settings import Settings
from abhaya.texts import Texts
from abhaya.workflows.desk import Desk
from abhaya.workflows.list_people import PersonLine, list_people
from abhaya.workflows.unlock_station import unlock


@dataclass(slots=True)
class Visit:
    """The arguments of a command with what it needs to carry them out."""

    asked: argparse.Namespace
    terminal: Terminal
    settings: Settings
    home: Path
    clock: Callable[[], datetime]
    open_window: Callable[[Path], int] | None
    policy: KdfPolicy

    @property
    def texts(self) -> Texts:
        """The sentences of the person's language."""
        return self.terminal.texts

    def folder(self) -> Path:
        """Return the station's folder: ``--station``, or the one last opened; raises NOT_A_STATION."""
        folder = self.asked.station or (Path(self.settings.station) if self.settings.station else None)
        if folder is None:
            raise AbhayaError(Code.NOT_A_STATION)
        return Path(folder)

    def person(self) -> PersonLine:
        """Return who is at the desk: ``--person``, or the only one there is; raises NO_SUCH_PERSON."""
        people = list_people(self.folder())
        wanted = self.asked.person
        matching = [p for p in people if wanted in (None, p.display_name, p.person_id)]
        if len(matching) != 1:
            raise AbhayaError(Code.NO_SUCH_PERSON)
        return matching[0]

    @contextmanager
    def desk(self, passphrase: str | None = None) -> Iterator[Desk]:
        """Unlock the station for the command and lock it again afterwards."""
        person = self.person()
        if passphrase is None:
            passphrase = self.terminal.passphrase("passphrase", name=person.display_name)
        desk = unlock(self.folder(), person.person_id, passphrase, clock=self.clock, policy=self.policy)
        try:
            yield desk
        finally:
            desk.close()

    def tell(self, data: object, key: str, **values: object) -> None:
        """Give the result: ``data`` as JSON, or the one sentence under ``key``."""
        self.terminal.answer(data, [self.texts.say(f"command_line.{key}", **values)])
