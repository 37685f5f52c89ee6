"""From the words of a command to the function that carries it out."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from abhaya.command_line import case_commands, check_commands, demo_command, form_commands, station_commands
from abhaya.command_line.parser import build_parser
from abhaya.command_line.terminal import Terminal
from abhaya.command_line.visit import Visit
from abhaya.errors import AbhayaError, Code
from abhaya.log import log_trouble
from abhaya.settings import Settings
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
    ("form", "import"): form_commands.form_import,
    ("case", "list"): case_commands.case_list,
    ("case", "show"): case_commands.case_show,
    ("case", "new"): case_commands.case_new,
    ("record", "fill"): case_commands.record_fill,
    ("record", "seal"): case_commands.record_seal,
    ("attach", None): case_commands.attach_file,
    ("export", None): case_commands.export,
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
) -> int:
    """Carry out one command and return the exit code of the program.

    ``home`` is the user's own folder; ``open_window`` opens a station in the window, None without a display.
    """
    terminal = Terminal(sys.stdout, sys.stderr, sys.stdin, getpass.getpass, Texts(settings.language))
    try:
        asked = build_parser(terminal.texts).parse_args(arguments)
        terminal.as_json, terminal.from_stdin = asked.json, asked.passphrase_stdin
        if asked.language:
            terminal.texts = Texts(asked.language)
        command = COMMANDS.get((asked.command, getattr(asked, "deed", None)))
        if command is None:
            raise AbhayaError(Code.USAGE)
        return command(Visit(asked, terminal, settings, home, lambda: datetime.now(UTC), open_window)) or 0
    except AbhayaError as error:
        return terminal.refuse(error)
    except Exception as error:  # a defect: its values must not reach the screen or a file
        return terminal.refuse(AbhayaError(Code.UNEXPECTED, mark=log_trouble(error)))
