"""No answer and no name reaches the developers' log, by whichever way it tries."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading

import pytest

from abhaya.errors import AbhayaError, Code
from abhaya.log import Event, keep_log, log_event, log_trouble

NAME = "Sunita Tamang"


@pytest.fixture
def log(tmp_path):
    """Keep a log and return what it holds so far."""
    with keep_log(tmp_path / "log"):
        yield lambda: (tmp_path / "log" / "abhaya.log").read_text(encoding="utf-8")


def caught(work) -> Exception:
    try:
        work()
    except Exception as trouble:
        return trouble
    raise AssertionError("nothing was raised")


def open_record(name: str) -> None:
    """Fail with a name in the message, as a library does that quotes what it could not parse."""
    raise ValueError(f"cannot read {name!r}")


def test_an_event_stands_with_its_ids_and_place(log):
    log_event(Event.UNLOCKED, "0f" * 16, "V-001", "GKP/2026/0001", 3)
    (line,) = log().splitlines()
    assert "INFO station.unlocked " + "0f" * 16 + " V-001 GKP/2026/0001 3" in line
    assert " abhaya test_log:" in line


@pytest.mark.parametrize("value", [NAME, "sunita", "9876543210", "V-001 Sunita", "सुनीता", "2010-01-31", ""])
def test_what_is_no_id_is_not_printed(log, value):
    log_event(Event.UNLOCKED, value)
    assert "station.unlocked ? " in log()


def test_an_exception_shows_types_and_places_but_not_its_message(log):
    mark = log_trouble(caught(lambda: open_record(NAME)))
    told = log()
    assert f"error.unexpected {mark}" in told
    assert "builtins.ValueError\n" in told
    assert "test_log open_record:" in told
    assert "Sunita" not in told


def test_causes_and_contexts_are_followed_without_their_messages(log):
    def wrap():
        try:
            open_record(NAME)
        except ValueError as cause:
            raise KeyError(NAME) from cause

    trouble = caught(wrap)
    trouble.add_note(NAME)
    log_trouble(trouble)
    told = log()
    assert told.index("builtins.KeyError") < told.index("builtins.ValueError")
    assert "Sunita" not in told


def test_an_exception_that_causes_itself_ends(log):
    trouble = ValueError(NAME)
    trouble.__cause__ = KeyError(NAME)
    trouble.__cause__.__cause__ = trouble
    log_trouble(trouble)
    assert log().count("ValueError") == 1


def test_the_same_defect_has_the_same_mark(log):
    marks = {log_trouble(caught(lambda name=name: open_record(name))) for name in (NAME, "Ravi")}
    other = log_trouble(caught(lambda: int(NAME)))
    assert len(marks) == 1
    assert other not in marks


def test_codes_and_system_numbers_are_kept(log, tmp_path):
    log_trouble(AbhayaError(Code.NO_SUCH_CASE, case=NAME))
    log_trouble(caught(lambda: (tmp_path / NAME).read_bytes()))
    told = log()
    assert "error.told" in told
    assert "abhaya.errors.AbhayaError no_such_case" in told
    assert "builtins.FileNotFoundError 2" in told
    assert "Sunita" not in told


@pytest.mark.parametrize(
    "say",
    [
        lambda logger: logger.error("could not parse %s", NAME),
        lambda logger: logger.error(NAME),
        lambda logger: logger.error(ValueError(NAME)),
        lambda logger: logger.error("x", extra={"ids": (NAME,), "name_of_person": NAME}),
        lambda logger: logger.error("x", stack_info=True),
        lambda logger: logger.error("%d", NAME),
    ],
)
@pytest.mark.parametrize("name", ["abhaya.storage", "fontTools.subset"])
def test_no_logger_can_say_more(log, name, say):
    say(logging.getLogger(name))
    assert "ERROR - " in log()
    assert name in log()
    assert "Sunita" not in log()


def test_an_exception_nobody_caught_is_noted(log, capsys):
    trouble = caught(lambda: open_record(NAME))
    sys.excepthook(type(trouble), trouble, trouble.__traceback__)
    assert "error.unexpected" in log()
    shown = capsys.readouterr().err
    assert "test_log open_record:" in shown
    assert "Sunita" not in shown + log()


def test_an_exception_nobody_caught_in_a_thread_is_noted(log, capsys):
    thread = threading.Thread(target=open_record, args=(NAME,))
    thread.start()
    thread.join()
    assert "test_log open_record:" in log()
    assert "Sunita" not in capsys.readouterr().err + log()


def test_an_exception_in_a_finaliser_is_noted(log, capsys):
    class Dying:
        def __del__(self):
            open_record(NAME)

    Dying()
    gc.collect()
    assert "test_log open_record:" in log()
    assert "Sunita" not in capsys.readouterr().err + log()


def test_an_exception_that_ends_the_program_is_noted_and_shows_no_value(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended, keep_log(tmp_path):
        open_record(NAME)
    assert ended.value.code == 70
    assert ended.value.__suppress_context__
    told = (tmp_path / "abhaya.log").read_text(encoding="utf-8")
    assert "test_log open_record:" in told
    assert "Sunita" not in capsys.readouterr().err + told


def test_an_exit_code_passes_through(tmp_path):
    with pytest.raises(SystemExit) as ended, keep_log(tmp_path):
        sys.exit(3)
    assert ended.value.code == 3


def test_without_a_terminal_nothing_breaks(log, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    trouble = caught(lambda: open_record(NAME))
    sys.excepthook(type(trouble), trouble, None)
    assert "error.unexpected" in log()


def test_the_file_is_private_and_does_not_grow_for_ever(tmp_path):
    before = os.umask(0)
    try:
        with keep_log(tmp_path / "log"):
            for _ in range(3000):
                log_event(Event.UNLOCKED, *["0f" * 32] * 10)
    finally:
        os.umask(before)
    files = sorted((tmp_path / "log").iterdir())
    assert [path.name for path in files] == ["abhaya.log", *(f"abhaya.log.{n}" for n in (1, 2, 3))]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert sum(path.stat().st_size for path in files) <= 1024 * 1024


def test_without_a_place_to_write_the_program_runs(tmp_path):
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    with keep_log(tmp_path / "file" / "log"):
        assert len(log_trouble(ValueError(NAME))) == 8
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"


def test_leaving_gives_everything_back(tmp_path):
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook, logging.raiseExceptions)
    handlers = list(logging.getLogger().handlers)
    with keep_log(tmp_path):
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook, logging.raiseExceptions) == before
    assert logging.getLogger().handlers == handlers
