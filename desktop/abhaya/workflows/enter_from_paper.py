"""Say that a record is entered from a sheet that was filled by hand: kept, sealed and printed with it."""

from __future__ import annotations

import re
from datetime import date

from abhaya.cases.audit_entry import Action
from abhaya.errors import AbhayaError, Code
from abhaya.workflows.desk import Desk
from abhaya.workflows.fill_form import Filling
from abhaya_forms.engine.node_marks import Paper, mark_paper, paper_of

_SERIAL = re.compile(r"[\w./-]{1,30}")
"""A serial number, and too little for a name and a surname."""


def paper_behind(filling: Filling) -> Paper | None:
    """Return the paper that a record was entered from, None if none was named."""
    return paper_of(filling.entry.root)


def named_paper(desk: Desk, serial: str, day: date | None) -> Paper:
    """Return the paper with this serial number, filled on ``day``.  Raises PAPER_UNCLEAR."""
    if day is None or day > desk.local_date() or not _SERIAL.fullmatch(serial):
        raise AbhayaError(Code.PAPER_UNCLEAR)
    return Paper(serial, day)


def enter_from_paper(filling: Filling, paper: Paper | None) -> None:
    """Say which paper a draft is entered from, or take that back, and save it; raises as ``Filling.save``."""
    mark_paper(filling.entry.root, paper)
    filling.save(Action.RECORD_FROM_PAPER)
