"""The files of one station, and the card that names it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from pathlib import Path

from abhaya.errors import AbhayaError, Code
from abhaya.station.durable_file import disk_trouble, write_json

SCHEMA = 1
"""Version of ``station.json``."""


class Station:
    """A station's folder; ``station.json`` in it says which station this is.

    ``id`` is 32 hex digits; ``code`` is what case numbers begin with, for example ``GKP``; ``demo`` marks
    a station whose people are invented.
    """

    def __init__(self, folder: Path) -> None:
        """Read the card.  Raises NOT_A_STATION when it is missing, damaged or of another schema."""
        self.folder = folder
        self.keys = folder / "keys.json"
        self.keys_lock = folder / "keys.lock"
        self.attempts = folder / "attempts.json"
        self.database = folder / "station.db"
        self.search = folder / "search.db"
        self.attachments = folder / "attachments"
        self.lock = folder / "writer.lock"
        card = _read_card(folder / "station.json")
        self.id = str(card["id"])
        self.code = str(card["code"])
        self.name = str(card["name"])
        self.district = str(card["district"])
        self.state = str(card["state"])
        self.demo = card["demo"] is True


def create_folder(
    folder: Path,
    *,
    code: str,
    name: str,
    district: str,
    state: str,
    demo: bool = False,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> Station:
    """Make a new station's folder, which only its owner may enter.

    Raises STATION_EXISTS when the folder holds anything, DISK_FULL and READ_ONLY_FOLDER.
    """
    with disk_trouble():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise AbhayaError(Code.STATION_EXISTS)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)  # it may have been there, or the umask may have been odd
        attachments = folder / "attachments"
        attachments.mkdir(mode=0o700)
    card = {"schema": SCHEMA, "id": random_bytes(16).hex(), "code": code, "name": name}
    try:
        write_json(folder / "station.json", {**card, "district": district, "state": state, "demo": demo})
    except BaseException:
        attachments.rmdir()  # so that the folder is empty again and can be chosen once more
        raise
    return Station(folder)


def _read_card(path: Path) -> dict[str, object]:
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
        texts = [card[name] for name in ("id", "code", "name", "district", "state")]
        sound = card["schema"] == SCHEMA and isinstance(card["demo"], bool)
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as trouble:
        raise AbhayaError(Code.NOT_A_STATION) from trouble
    if not sound or not all(isinstance(text, str) for text in texts):
        raise AbhayaError(Code.NOT_A_STATION)
    return dict(card)
