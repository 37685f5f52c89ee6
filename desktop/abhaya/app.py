"""Wires everything: the one module that knows all layers."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from abhaya.log import keep_log
from abhaya.settings import Settings, read_settings, user_folder, write_settings
from abhaya.station import harden_process
from abhaya.texts import Texts


def start(arguments: Sequence[str]) -> int:
    """Run a command, or without one open the window; return the exit code of the program."""
    harden_process()
    home = user_folder(os.environ, Path.home(), sys.platform)
    with keep_log(home / "log"):
        if not arguments:
            return _window(home, home / "settings.json")
        from abhaya.command_line.program import run  # the window needs none of it

        def open_demo(folder: Path) -> int:
            return _window(home, home / "demo-settings.json", folder)

        _write_utf_8()
        settings = read_settings(home / "settings.json")
        return run(arguments, settings, home, open_demo if _has_display() else None)


def _write_utf_8() -> None:
    """Speak UTF-8 whatever the code page; what is no Unicode stands as an escape, which JSON takes too."""
    for stream, errors in (
        (sys.stdin, "strict"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _window(home: Path, settings_file: Path, folder: Path | None = None) -> int:
    settings = read_settings(settings_file)
    if folder is not None:
        settings = replace(settings, station=str(folder))
    if not _has_display():
        return _say_no_display(settings)
    from abhaya.demo.people import PASSPHRASE
    from abhaya.gui.main_window import run_window
    from abhaya.gui.unlock.first_start import DemoOffer

    return run_window(
        settings,
        clock=_now,
        remember=lambda changed: write_settings(settings_file, changed),
        new_folder=home / "station",
        demo=DemoOffer(PASSPHRASE, lambda: _demo_folder(home)),
    )


def _demo_folder(home: Path) -> Path:
    from abhaya.demo.demo_station import demo_station  # brings the whole station with it

    return demo_station(home / "demo", _now).folder


def _say_no_display(settings: Settings) -> int:
    say = Texts(settings.language).say
    sys.stderr.write(f"{say('command_line.no_display')}\n{say('command_line.try_help')}\n")
    return 1


def _now() -> datetime:
    return datetime.now(UTC)
