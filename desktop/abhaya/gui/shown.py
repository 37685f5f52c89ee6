"""Dates, times, sizes and kinds of files as people read them."""

from __future__ import annotations

from datetime import date, datetime

from abhaya.bikram_words import bikram_words
from abhaya.cases.attachment import Attachment
from abhaya.cases.media_type import kind_of
from abhaya.texts import Texts
from abhaya.workflows.desk import INDIA


def day_shown(day: date | None) -> str:
    """Return DD/MM/YYYY, or nothing for no date."""
    return day.strftime("%d/%m/%Y") if day else ""


def moment_shown(moment: datetime, now: datetime, texts: Texts) -> str:
    """Return "Today 14:32" or DD/MM/YYYY, Indian Standard Time; ``now`` is aware."""
    local = moment.astimezone(INDIA)
    if local.date() == now.astimezone(INDIA).date():
        return texts.say("case_list.today", time=local.strftime("%H:%M"))
    return day_shown(local.date())


def in_both_calendars(shown: str, day: date | None, texts: Texts) -> str:
    """Return a date as ``shown`` with the Bikram Sambat day in brackets."""
    bikram = bikram_words(day.isoformat(), texts) if day else ""
    return f"{shown} ({bikram})" if bikram else shown


def size_shown(size: int) -> str:
    """Return a number of bytes as KB or MB, as file managers write it."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB"


def kind_shown(attachment: Attachment, texts: Texts) -> str:
    """Return what kind of file an attachment is, and its size."""
    kind, size = kind_of(attachment.media_type), size_shown(attachment.size)
    if kind == "pdf" and attachment.pages == 1:
        kind = "pdf_one"
    return texts.say(f"case_page.attachments.kind.{kind}", pages=attachment.pages, size=size)
