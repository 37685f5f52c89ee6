"""Reads a date as people write it: day first, in either calendar, in Latin or Devanagari digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from abhaya.gui.widgets.digits import latin_digits
from abhaya_forms.bikram_sambat import BikramDate, gregorian_of, readings

_FIRST_BIKRAM_YEAR = 2070
"""A year from here on, written without its era, is one of the Bikram Sambat (2070 BS began in April 2013)."""

_AHEAD = 20
"""Years a date with a two-digit year may lie ahead where the form allows the future."""

_APART = r"[\s./,\-–]+"
_DATES = (
    re.compile(rf"(?P<year>\d{{4}}){_APART}(?P<month>\d{{1,2}}){_APART}(?P<day>\d{{1,2}})", re.ASCII),
    re.compile(rf"(?P<day>\d{{1,2}}){_APART}(?P<month>\d{{1,2}}){_APART}(?P<year>\d{{4}})", re.ASCII),
    re.compile(r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4})", re.ASCII),
)
_SHORT = re.compile(rf"(?P<day>\d{{1,2}}){_APART}(?P<month>\d{{1,2}}){_APART}(?P<year>\d\d)", re.ASCII)
_COARSE = {
    "month": re.compile(rf"(?P<month>\d{{1,2}}){_APART}(?P<year>\d{{4}})", re.ASCII),
    "year": re.compile(r"(?P<year>\d{4})", re.ASCII),
}
_BIKRAM = r"(?:b\.?\s?s\.?|v\.?\s?s\.?|[वब]ि\.?\s?सं\.?)"
_GREGORIAN = r"(?:a\.?\s?d\.?|ई\.?(?:\s?सं\.?)?)"
_ERA = re.compile(rf"\s*(?:(?P<bikram>{_BIKRAM})|(?P<gregorian>{_GREGORIAN}))\s*", re.IGNORECASE)


class ReadDate(NamedTuple):
    """A Gregorian day, and the day of the Bikram Sambat if it was written as one."""

    day: date
    bikram: BikramDate | None = None


@dataclass(frozen=True, slots=True)
class DateReader:
    """``past`` says that the form takes no day after ``today``.

    ``fineness`` is what the form asks for: ``day``, ``month`` (``MM/YYYY``) or ``year``.
    """

    today: date
    past: bool = False
    fineness: str = "day"

    def read(self, text: str, *, finished: bool = True) -> ReadDate | None:
        """Return the date that ``text`` says, None if it says none.

        Latin and Devanagari digits are not mixed in one date.  Two digits of a year are taken only from who
        has ``finished`` typing; they stand for the latest year that is not in the future, or, where the form
        allows the future, not far ahead.  The era may stand before or behind: ``BS``, ``वि.सं.``, ``AD``.
        """
        plain = latin_digits(text)
        if plain != text and re.search(r"[0-9]", text):
            return None
        written, era = _without_era(plain)
        if not finished and _SHORT.fullmatch(written):
            return None
        parts = self._parts(written)
        return self._day(*parts, era) if parts else None

    def other(self, text: str) -> ReadDate | None:
        """Return the day that ``text`` would mean in Bikram Sambat, if its era was left open."""
        written, era = _without_era(latin_digits(text))
        parts = self._parts(written) if self.fineness == "day" and not era else None
        return self._day(*parts, "bikram") if parts else None

    def _parts(self, written: str) -> tuple[str, int, int] | None:
        patterns = (*_DATES, _SHORT) if self.fineness == "day" else (_COARSE[self.fineness], *_DATES)
        for pattern in patterns:
            if found := pattern.fullmatch(written):
                parts = {"day": "1", "month": "1"} | found.groupdict()
                return parts["year"], int(parts["month"]), int(parts["day"])
        return None

    def _day(self, year: str, month: int, day: int, era: str) -> ReadDate | None:
        if era == "bikram" or (not era and int(year) >= _FIRST_BIKRAM_YEAR):
            if self.fineness != "day":
                return None  # a month of one calendar is no month of the other
            bikram = BikramDate(self._whole(year, readings(self.today)[0].year), month, day)
            found = gregorian_of(bikram)
            return ReadDate(found, bikram) if found else None
        try:
            return ReadDate(date(self._whole(year, self.today.year), month, day))
        except ValueError:
            return None

    def _whole(self, year: str, this_year: int) -> int:
        if len(year) == 4:
            return int(year)
        latest = this_year if self.past else this_year + _AHEAD
        return max(whole for whole in (1900 + int(year), 2000 + int(year)) if whole <= latest)


def _without_era(text: str) -> tuple[str, str]:
    """What is left of ``text`` without the era before or behind it, and which era: "" if none is said."""
    written = text.strip()
    if found := _ERA.match(written):
        written = written[found.end() :]
    elif found := next((m for m in _ERA.finditer(written) if m.end() == len(written)), None):
        written = written[: found.start()]
    return written.strip(), str(found.lastgroup) if found else ""
