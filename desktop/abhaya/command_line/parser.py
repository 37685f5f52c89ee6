"""The words of the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from abhaya.cases.bundle import Copy
from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.texts import LANGUAGES, Texts
from abhaya.workflows.export_htcds import HTCDS
from abhaya_forms.tables import terms

_MOST_ROWS = 40
"""Rows of a repeat on an empty form: more pages than anybody fills by hand."""

Actions = argparse._SubParsersAction  # the public API has no name for it


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are errors of the catalogue, not an exit of its own."""

    def error(self, message: str) -> NoReturn:
        """Raise USAGE with argparse's own words as the detail."""
        raise AbhayaError(Code.USAGE, (message,))


def build_parser(texts: Texts) -> Parser:
    """Return the parser of all commands, its help in the language of ``texts``."""
    parser = Parser(
        prog="abhaya",
        description=texts.say("command_line.help.abhaya"),
        epilog=texts.say("command_line.help.exit_codes"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[_shared_options(texts, None)],
    )
    # an option given before the command must not be overwritten by the default of the one after it
    shared = _shared_options(texts, argparse.SUPPRESS)
    add = _Adder(parser.add_subparsers(dest="command", metavar="COMMAND"), shared, texts)
    _add_station(add)
    _add_forms(add)
    _add_cases(add)
    _add_files(add)
    _add_checks(add)
    return parser


def _shared_options(texts: Texts, default: object) -> Parser:
    def says(name: str) -> str:
        return texts.say(f"command_line.help.{name}")

    flag = default or False
    shared = Parser(add_help=False)
    shared.add_argument("--station", type=Path, metavar="DIR", default=default, help=says("station"))
    shared.add_argument("--person", metavar="NAME", default=default, help=says("person"))
    shared.add_argument(
        "--passphrase-stdin", action="store_true", default=flag, help=says("passphrase_stdin")
    )
    shared.add_argument("--json", action="store_true", default=flag, help=says("json"))
    shared.add_argument("--language", choices=LANGUAGES, default=default, help=says("language"))
    return shared


class _Adder:
    """Adds commands that all understand the shared options, before or after their own."""

    def __init__(self, actions: Actions[Parser], shared: Parser, texts: Texts) -> None:
        self._actions = actions
        self._shared = shared
        self._texts = texts

    def says(self, key: str) -> str:
        return self._texts.say(f"command_line.help.{key}")

    def __call__(self, command: str, *, key: str) -> Parser:
        says = self.says(key)
        return self._actions.add_parser(command, help=says, description=says, parents=[self._shared])

    def group(self, command: str, *, key: str) -> _Adder:
        parser = self(command, key=key)
        actions = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
        return _Adder(actions, self._shared, self._texts)


def _add_station(add: _Adder) -> None:
    demo = add("demo", key="demo")
    demo.add_argument("--no-window", action="store_true", help=add.says("no_window"))
    demo.add_argument("--out", type=Path, metavar="DIR", help=add.says("demo_out"))
    station = add.group("station", key="station_group")
    create = station("create", key="station_create")
    create.add_argument("dir", type=Path, metavar="DIR")
    create.add_argument("--code", required=True)
    create.add_argument("--name", required=True)
    create.add_argument("--district", required=True)
    create.add_argument("--state", required=True)
    create.add_argument("--supervisor", required=True, metavar="NAME")
    people = add.group("people", key="people_group")
    people("list", key="people_list")
    new = people("add", key="people_add")
    new.add_argument("name", metavar="NAME")
    new.add_argument("--role", required=True, choices=[str(role) for role in Role])
    people("passphrase", key="people_passphrase")
    grant = people("grant", key="people_grant")
    grant.add_argument("name", metavar="NAME")
    grant.add_argument("--case", required=True)


def _number_of_rows(text: str) -> int:
    if not 1 <= int(text) <= _MOST_ROWS:
        raise ValueError(text)
    return int(text)


def _add_forms(add: _Adder) -> None:
    form = add.group("form", key="form_group")
    form("list", key="form_list")
    check = form("check", key="form_check")
    check.add_argument("file", type=Path, metavar="FILE")
    convert = form("convert", key="form_convert")
    convert.add_argument("file", type=Path, metavar="FILE")
    convert.add_argument("--out", type=Path, required=True, metavar="FILE")
    play = form("play", key="form_play")
    play.add_argument("file", type=Path, metavar="FILE")
    play.add_argument("--script", type=Path, required=True, metavar="S")
    empty = form("print", key="form_print")
    empty.add_argument("file", type=Path, metavar="FORM")
    empty.add_argument("--out", type=Path, required=True, metavar="F")
    empty.add_argument("--copies-of-rows", type=_number_of_rows, metavar="N", help=add.says("copies_of_rows"))
    brought = form("import", key="form_import")
    brought.add_argument("file", type=Path, metavar="FILE")
    brought.add_argument("--approved-by", required=True, metavar="NAME")


def _add_cases(add: _Adder) -> None:
    case = add.group("case", key="case_group")
    listing = case("list", key="case_list")
    listing.add_argument("--offset", type=int, default=0)
    listing.add_argument("--limit", type=int, default=50)
    for deed in ("show", "clocks", "check"):
        case(deed, key=f"case_{deed}").add_argument("case", metavar="CASE")
    bail = case("bail", key="case_bail")
    bail.add_argument("case", metavar="CASE")
    bail.add_argument("--days", type=int, choices=(60, 90), required=True)
    bail.add_argument("--accused", metavar="CODE", default="")
    new = case("new", key="case_new")
    new.add_argument("--kind", required=True, choices=[term.name for term in terms("exploitation_types")])
    new.add_argument("--district", required=True)
    new.add_argument("--event-on", metavar="YYYY-MM-DD")
    new.add_argument("--fir", default="")
    new.add_argument(
        "--summary-stdin", action="store_true", help=add._texts.say("command_line.help.summary_stdin")
    )
    record = add.group("record", key="record_group")
    start, fill = record("start", key="record_start"), record("fill", key="record_fill")
    for begun in (start, fill):
        begun.add_argument("case", metavar="CASE")
        begun.add_argument("form", metavar="FORM")
        begun.add_argument("--about", default="", metavar="CODE", help=add.says("about"))
        begun.add_argument("--form-language", metavar="LANGUAGE")
        begun.add_argument("--paper", nargs=2, metavar=("SERIAL", "YYYY-MM-DD"), help=add.says("paper"))
    fill.add_argument("--answers", type=Path, required=True, metavar="F.json")
    sealing = record("seal", key="record_seal")
    sealing.add_argument("record", metavar="RECORD")
    sealing.add_argument("--reasons", type=Path, metavar="F.json", help=add.says("seal_reasons"))


def _add_files(add: _Adder) -> None:
    attach = add("attach", key="attach")
    attach.add_argument("case", metavar="CASE")
    attach.add_argument("file", type=Path, metavar="FILE")
    attach.add_argument("--caption", default="")
    export = add("export", key="export")
    export.add_argument("case", metavar="CASE")
    copies = [*map(str, Copy), HTCDS]
    export.add_argument("--copy", required=True, choices=copies, help=add.says("export_copy"))
    export.add_argument("--out", type=Path, required=True, metavar="F")
    export.add_argument("--all", action="store_true", help=add.says("export_all"))


def _add_checks(add: _Adder) -> None:
    add("verify", key="verify").add_argument("file", type=Path, metavar="F")
    add("search", key="search").add_argument("text", metavar="TEXT")
    audit = add.group("audit", key="audit_group")
    verify = audit("verify", key="audit_verify")
    verify.add_argument("--head", metavar="COUNT:HASH", help=add.says("audit_head"))
    audit("list", key="audit_list").add_argument("--after", type=int, default=0)
    add("self-test", key="self_test")
