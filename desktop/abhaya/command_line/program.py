"""From the words of a command to the function that carries it out."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import io
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from abhaya.command_line import (
    case_commands,
    check_commands,
    clock_commands,
    demo_command,
    export_commands,
    form_commands,
    record_commands,
    station_commands,
)
from abhaya.command_line.parser import build_parser
from abhaya.command_line.terminal import Terminal
from abhaya.command_line.visit import Visit
from abhaya.errors import AbhayaError, Code
from abhaya.log import log_trouble
from abhaya.security.passphrase import USUAL_COST, KdfPolicy
from abhaya.settings import Settings
from abhaya.station import disk_trouble
from abhaya.texts import Texts

COMMANDS: dict[tuple[str, str | None], Callable[[Visit], int | None]] = {
    ("demo", None): demo_command.demo,
    ("station", "create"): station_commands.station_create,
    ("people", "list"): station_commands.people_list,
    ("people", "add"): station_commands.people_add,
    ("people", "passphrase"): station_commands.people_passphrase,
    ("people", "grant"): station_commands.people_grant,
    ("form", "list"): form_commands.form_list,
    ("form", "check"): form_commands.form_check,
    ("form", "convert"): form_commands.form_convert,
    ("form", "play"): form_commands.form_play,
    ("form", "print"): form_commands.form_print,
    ("form", "import"): form_commands.form_import,
    ("case", "list"): case_commands.case_list,
    ("case", "show"): case_commands.case_show,
    ("case", "clocks"): clock_commands.clocks,
    ("case", "check"): clock_commands.check,
    ("case", "bail"): clock_commands.bail,
    ("case", "new"): case_commands.case_new,
    ("record", "start"): record_commands.record_start,
    ("record", "fill"): record_commands.record_fill,
    ("record", "seal"): record_commands.record_seal,
    ("attach", None): case_commands.attach_file,
    ("export", None): export_commands.export,
    ("search", None): case_commands.search_text,
    ("verify", None): check_commands.verify_file,
    ("audit", "verify"): check_commands.audit_verify,
    ("audit", "list"): check_commands.audit_list,
    ("self-test", None): check_commands.self_test_command,
}
"""Every command; what it returns is its exit code, None being success."""


def run(
    arguments: Sequence[str],
    settings: Settings,
    home: Path,
    open_window: Callable[[Path], int] | None,
    policy: KdfPolicy = USUAL_COST,
) -> int:
    """Carry out one command and return the exit code of the program.

    ``home`` is the user's own folder; ``open_window`` opens a station in the window, None without a display;
    ``policy`` is what a passphrase may cost.
    """
    nobody = io.StringIO()  # stands in for a stream that the caller has closed
    terminal = Terminal(
        sys.stdout or nobody, sys.stderr or nobody, sys.stdin or nobody, _ask, Texts(settings.language)
    )
    terminal.as_json = "--json" in arguments  # so that a faulty command is answered in JSON too
    code = 1
    try:
        code = _carry_out(arguments, terminal, settings, home, open_window, policy)
        terminal.out.flush()
    except KeyboardInterrupt:
        code = 130
    except OSError:  # nobody reads the answer; let Python not try again when it ends
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), terminal.out.fileno())
    return code


def _carry_out(
    arguments: Sequence[str],
    terminal: Terminal,
    settings: Settings,
    home: Path,
    open_window: Callable[[Path], int] | None,
    policy: KdfPolicy,
) -> int:
    try:
        asked = _understood(arguments, terminal)
        if asked is None:
            return 0
        command = COMMANDS.get((asked.command, getattr(asked, "deed", None)))
        if command is None:
            raise AbhayaError(Code.USAGE)
        with disk_trouble():
            visit = Visit(asked, terminal, settings, home, lambda: datetime.now(UTC), open_window, policy)
            code = command(visit) or 0
            terminal.out.flush()
        return code
    except AbhayaError as error:
        return terminal.refuse(error)
    except BrokenPipeError:
        raise
    except Exception as error:  # a defect: its values must not reach the screen or a file
        return terminal.refuse(AbhayaError(Code.UNEXPECTED, mark=log_trouble(error)))


def _understood(arguments: Sequence[str], terminal: Terminal) -> argparse.Namespace | None:
    """Return what was asked, None after help was given."""
    told = io.StringIO()
    try:
        with contextlib.redirect_stdout(told):
            asked = build_parser(terminal.texts).parse_args(arguments)
    except SystemExit:  # argparse has printed its help
        terminal.answer({"help": told.getvalue()}, told.getvalue().splitlines())
        return None
    for name, value in vars(asked).items():
        if isinstance(value, str) and value != value.encode("utf-8", "replace").decode():
            raise AbhayaError(Code.USAGE, (name,))  # bytes that are no text can stand in a path only
    terminal.as_json, terminal.from_stdin = asked.json, asked.passphrase_stdin
    if asked.language:
        terminal.texts = Texts(asked.language)
    return asked


def _ask(prompt: str) -> str:
    """Ask for a passphrase; raises EOFError where it would be shown, or nobody could type it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except getpass.GetPassWarning as warning:
            raise EOFError from warning
