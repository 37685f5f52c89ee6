"""Beside a date stands the other calendar; what may have been meant otherwise is offered, not assumed."""

from __future__ import annotations

from datetime import date

import pytest

from abhaya.gui.widgets.date_reading import DateReader
from abhaya.gui.widgets.other_calendar import other_calendar
from abhaya.texts import Texts

TODAY = date(2026, 11, 24)
BIRTH, HEARING = DateReader(TODAY, past=True), DateReader(TODAY)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("5/11/2026", "19 Kartik 2083 BS"),
        ("BS 19/7/2083", "05/11/2026 AD · 19 Kartik 2083 BS"),
        ("25/11/2026", "9 Mangsir 2083 BS"),
        ("1/1/1900", ""),
        ("yesterday", ""),
    ],
)
def test_the_day_is_told_in_the_other_calendar(written, told):
    assert other_calendar(written, BIRTH, Texts("en")) == told


def test_a_year_to_come_is_told_how_to_be_written_in_bikram_sambat():
    told = other_calendar("12/3/2060", BIRTH, Texts("en"))
    assert told.endswith("write BS before it: BS 12/3/2060 is 26/06/2003 AD.")
    assert other_calendar("AD 12/3/2060", BIRTH, Texts("en")) == ""
    assert other_calendar("12/3/2030", HEARING, Texts("en")) == "28 Falgun 2086 BS"
