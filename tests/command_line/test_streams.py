"""The program among others in a terminal: pipes, code pages, closed streams, no keyboard."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.small_form import write_small_form
from support.station_people import staff

LIST = ("people", "list")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return staff(tmp_path_factory.mktemp("home") / "station").station.folder


@pytest.fixture
def program(folder, tmp_path):
    """Run the program in a process of its own, in the locale of an old console."""

    def run(*words, **options):
        environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
        environment |= {"XDG_CONFIG_HOME": str(tmp_path / "config")}
        given = {"stdin": subprocess.DEVNULL} if "input" not in options else {}
        command = [sys.executable, "-m", "abhaya", "--station", str(folder), *words]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | given | options
        return subprocess.run(command, env=environment, timeout=60, **streams)

    return run


def test_hindi_is_told_in_utf_8_whatever_the_console(program):
    told = program("--language", "hi", *LIST)
    assert (told.returncode, told.stderr) == (0, b"")
    assert "पर्यवेक्षक" in told.stdout.decode("utf-8")


def test_what_is_no_unicode_stands_in_json_as_an_escape(program, tmp_path):
    out = os.fsencode(tmp_path) + b"/\xff.xml"
    told = program("--json", "form", "convert", str(write_small_form(tmp_path)), "--out", out)
    assert os.fsencode(json.loads(told.stdout)["out"]) == out


def test_nobody_reads_on(program):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        told = program(*LIST, stdout=pipe)
    assert (told.returncode, told.stderr) == (1, b"")


@pytest.mark.parametrize("json_", [(), ("--json",)])
def test_the_answer_does_not_fit_on_the_disk(program, json_):
    with Path("/dev/full").open("wb") as full:
        told = program(*json_, *LIST, stdout=full)
    assert told.returncode != 0
    assert b"Traceback" not in told.stderr
    assert b"Exception" not in told.stderr


def test_closed_streams_are_nobody(program):
    script = 'exec "$@" <&- >&- 2>&-'
    environment = dict(os.environ)
    command = ["sh", "-c", script, "sh", sys.executable, "-m", "abhaya", "people", "list"]
    assert subprocess.run(command, env=environment, timeout=60).returncode == 1


def test_without_a_keyboard_one_is_told_of_standard_input(program):
    told = program("--person", "Demo Supervisor", "case", "list", start_new_session=True)
    assert told.returncode == 2
    assert b"--passphrase-stdin" in told.stderr
    assert b"arning" not in told.stderr


def test_standard_input_that_is_no_text(program, tmp_path):
    words = ("--json", "form", "play", str(write_small_form(tmp_path)), "--script", "-")
    told = program(*words, input=b"SET /data/place \xff")
    assert json.loads(told.stdout)["error"] == "input_not_text"


def test_an_argument_that_is_no_text(program):
    told = program("--json", "people", "add", b"\xff", "--role", "investigator")
    assert (told.returncode, json.loads(told.stdout)["error"]) == (2, "usage")
