"""The developers' log: what happened where in the program, never what anybody wrote."""

from __future__ import annotations

import contextlib
import hashlib
import io
import logging
import logging.handlers
import os
import re
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from abhaya.errors import AbhayaError

_FILE_SIZE = 256 * 1024
"""Bytes; with the old files a megabyte in all."""
_OLD_FILES = 3
_ID = re.compile(r"\d{1,6}|[0-9a-f]{16,64}|[A-Z]-\d+|[A-Z]+/\d+/\d+")
_logger = logging.getLogger("abhaya")


class Event(StrEnum):
    """What can stand in the log."""

    STARTED = "program.started"
    STOPPED = "program.stopped"
    UNLOCKED = "station.unlocked"
    LOCKED = "station.locked"
    TOLD = "error.told"
    UNEXPECTED = "error.unexpected"


def log_event(event: Event, *ids: str | int) -> None:
    """Note an event with ids (hex, codes such as ``V-001``, numbers); anything else is noted as ``?``."""
    _logger.info(event, extra={"ids": ids}, stacklevel=2)


def log_trouble(trouble: BaseException) -> str:
    """Note an exception by its types and places; return a short mark, the same whenever it happens again."""
    mark = hashlib.sha256(_described(trouble).encode()).hexdigest()[:8]
    event = Event.TOLD if isinstance(trouble, AbhayaError) else Event.UNEXPECTED
    _logger.error(event, exc_info=trouble, extra={"mark": mark}, stacklevel=2)
    return mark


@contextlib.contextmanager
def keep_log(folder: Path) -> Iterator[None]:
    """Write the log into ``folder`` and note every exception that nobody caught, until leaving.

    One that would leave ends the program with exit code 70 instead: Python would print its text, which
    may quote an answer.  Where the folder cannot be written in, the program runs without a log.
    """
    handler = _handler(folder)
    root, level, raises = logging.getLogger(), _logger.level, logging.raiseExceptions
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    root.addHandler(handler)
    _logger.setLevel(logging.INFO)
    logging.raiseExceptions = False  # it would print arguments
    sys.excepthook = lambda _kind, trouble, _trace: _catch(trouble)
    threading.excepthook = lambda caught: _catch(caught.exc_value)
    sys.unraisablehook = lambda caught: _catch(caught.exc_value)
    try:
        yield
    except SystemExit:
        raise
    except BaseException as trouble:  # the hook for it is gone by the time Python would call it
        _catch(trouble)
        raise SystemExit(70) from None
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
        logging.raiseExceptions = raises
        _logger.setLevel(level)
        root.removeHandler(handler)
        handler.close()


class ValueFreeFormatter(logging.Formatter):
    """Prints a time (UTC), an ``Event``, ids and places in the code.

    Messages and arguments are dropped, also those of libraries: an exception's text may quote an answer.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and below it an exception's types and places."""
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        event = record.msg if isinstance(record.msg, Event) else "-"
        ids = [str(i) if _ID.fullmatch(str(i)) else "?" for i in getattr(record, "ids", ())]
        place = f"{record.name} {record.module}:{record.lineno}"
        line = " ".join([at, record.levelname, event, *ids, getattr(record, "mark", ""), place])
        trouble = record.exc_info[1] if record.exc_info else None
        return f"{line}\n{_described(trouble)}" if trouble else line


class _PrivateFile(logging.handlers.RotatingFileHandler):
    def _open(self) -> io.TextIOWrapper:
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return open(self.baseFilename, "a", encoding="utf-8", opener=private)  # noqa: PTH123


def _handler(folder: Path) -> logging.Handler:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = _PrivateFile(
            folder / "abhaya.log", maxBytes=_FILE_SIZE, backupCount=_OLD_FILES
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(ValueFreeFormatter())
    return handler


def _catch(trouble: BaseException | None) -> None:
    if trouble is None:
        return
    mark = log_trouble(trouble)
    if sys.stderr is not None:  # there is none under Windows' pythonw
        sys.stderr.write(f"{mark}\n{_described(trouble)}\n")


def _described(trouble: BaseException) -> str:
    lines: list[str] = []
    seen: list[BaseException] = []
    current: BaseException | None = trouble
    while current is not None and current not in seen:
        seen.append(current)
        lines.append(f"  {type(current).__module__}.{type(current).__qualname__}{_detail(current)}")
        for frame, line in traceback.walk_tb(current.__traceback__):
            lines.append(f"    {frame.f_globals.get('__name__')} {frame.f_code.co_qualname}:{line}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)


def _detail(trouble: BaseException) -> str:
    if isinstance(trouble, AbhayaError):
        return f" {trouble.code}"
    return f" {trouble.errno}" if isinstance(trouble, OSError) else ""
