"""What the program remembers for one user of the computer; never anything about a case."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

LANGUAGES = ("en", "hi", "ne")
TEXT_SIZES = (100, 125, 150)
"""Per cent of the desktop's own text size."""
IDLE_MINUTES = range(1, 61)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one user; ``station`` is the folder unlocked last, ``person`` the id of who did that.

    ``width`` and ``height`` of the window are in device-independent pixels and fit a screen of 1366 × 768;
    after ``idle_minutes`` without a key or a click the station is locked.
    """

    station: str = ""
    language: str = "en"
    text_size: int = 100
    width: int = 1280
    height: int = 700
    idle_minutes: int = 5
    person: str = ""


def user_folder(environment: Mapping[str, str], home: Path, platform: str) -> Path:
    """Where settings and the developer log lie; ``platform`` as in ``sys.platform``."""
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Abhaya"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Abhaya"
    return Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "abhaya"


def read_settings(path: Path) -> Settings:
    """Return the settings; whatever is missing, damaged or out of range is as on the first day."""
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        noted = None
    if not isinstance(noted, dict):
        return Settings()
    known = {field.name: noted[field.name] for field in fields(Settings) if field.name in noted}
    return Settings(**{name: value for name, value in known.items() if _is_sound(name, value)})


def write_settings(path: Path, settings: Settings) -> None:
    """Remember ``settings``; where the disk is full or read-only they last until the program ends."""
    part = path.with_suffix(".part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
        part.replace(path)


def _is_sound(name: str, value: object) -> bool:
    match name, value:
        case (("station" | "person"), str()):
            return True
        case "language", str():
            return value in LANGUAGES
        case "text_size", int():
            return value in TEXT_SIZES
        case "idle_minutes", int():
            return value in IDLE_MINUTES and value is not True
        case (("width" | "height"), int()):
            return 320 <= value <= 16384
    return False
