"""Answers as typed to answers as stored: cleaned, and in the text form of the question's type."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal, InvalidOperation

from abhaya_forms.engine.body import RangeBounds
from abhaya_forms.engine.dates import date_after, iso_text, parse_date_time
from abhaya_forms.engine.values import Value, number_text, text_number, to_text

_DISCARDED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
    "\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # marks of direction: pasted unseen, they turn words about
)
_DEVANAGARI_DIGITS = {0x0966 + digit: str(digit) for digit in range(10)}
_INTEGER = re.compile(r"([+-]?)0*(\d+)(?:\.\d*)?", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_DATE_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_TIME = re.compile(r"(\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_FIRST_DAY = "1970-01-01"
_NUMBERS_IN_POINT = (2, 3, 4)


def clean(text: str) -> str:
    """NFC, line ends as newlines, and without characters that no answer means and no XML can hold."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _DISCARDED.sub("", text)


def paragraphs(text: str) -> list[str]:
    """A long answer's paragraphs, which are counted from 1: every line that says something."""
    return [line for line in text.split("\n") if line.strip()]


def typed_text(text: str, data_type: str) -> str | None:
    """The stored form of cleaned text for a question of a type; None if it does not fit the type."""
    work = _BY_TYPE.get(data_type)
    if work is None or text == "":
        return text
    return work(text.strip().translate(_DEVANAGARI_DIGITS))


def ranged_text(text: str, bounds: RangeBounds) -> str | None:
    """``text`` if it is a step of the range, else None."""
    try:
        value, start, end, step = map(Decimal, (text, bounds.start, bounds.end, bounds.step))
        inside = min(start, end) <= value <= max(start, end)
        return text if inside and (step == 0 or (value - start) % step == 0) else None
    except InvalidOperation:
        return None


def _integer(text: str) -> str | None:
    match = _INTEGER.fullmatch(text)
    if match is None:
        return None
    sign = "-" if match.group(1) == "-" and match.group(2) != "0" else ""
    return sign + match.group(2)


def _decimal(text: str) -> str | None:
    return text.removeprefix("+") if _DECIMAL.fullmatch(text) else None


def _date(text: str) -> str | None:
    match = _DATE_TIME.fullmatch(text)
    day = match.group(1) if match else text
    return day if len(day) == len(_FIRST_DAY) and _is_moment(day) else None


def _date_time(text: str) -> str | None:
    return text if _DATE_TIME.fullmatch(text) and _is_moment(text) else None


def _time(text: str) -> str | None:
    return text if _TIME.fullmatch(text) and _is_moment(f"{_FIRST_DAY}T{text}") else None


def _is_moment(text: str) -> bool:
    return parse_date_time(text, UTC) is not None


def _geopoint(text: str) -> str | None:
    numbers = [text_number(word) for word in text.split()]
    if len(numbers) not in _NUMBERS_IN_POINT or any(map(math.isnan, numbers)):
        return None
    return text if abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180 else None


def _places(text: str) -> str | None:
    points = [point for point in text.split(";") if point.strip()]
    return text if all(_geopoint(point) is not None for point in points) else None


_BY_TYPE: dict[str, Callable[[str], str | None]] = {
    "int": _integer,
    "integer": _integer,
    "long": _integer,
    "decimal": _decimal,
    "date": _date,
    "time": _time,
    "dateTime": _date_time,
    "geopoint": _geopoint,
    "geotrace": _places,
    "geoshape": _places,
}


def calculated_text(value: Value, data_type: str, zone: tzinfo) -> str:
    """What a calculation's result is stored as in a node of a type; "" if it does not fit."""
    if isinstance(value, float) and math.isnan(value):
        return ""
    text = clean(to_text(value))
    convert = _CALCULATED.get(data_type)
    return text if convert is None or text == "" else convert(text, zone)


def _whole_number(text: str, _zone: tzinfo) -> str:
    number = text_number(text)
    return number_text(float(math.trunc(number))) if math.isfinite(number) else ""


def _day(text: str, zone: tzinfo) -> str:
    moment = _moment(text, zone)
    if isinstance(moment, datetime):
        return moment.astimezone(zone).date().isoformat()
    return moment.isoformat() if moment else ""


def _moment_text(text: str, zone: tzinfo) -> str:
    moment = _moment(text, zone)
    if moment is not None and not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=zone)
    return str(iso_text(moment)) if moment else ""


def _time_of_day(text: str, zone: tzinfo) -> str:
    moment = _moment(text, zone)
    if isinstance(moment, datetime):
        return moment.astimezone(zone).timetz().isoformat(timespec="milliseconds")
    return text if _time(text) is not None else ""


def _moment(text: str, zone: tzinfo) -> date | datetime | None:
    moment = parse_date_time(text, zone)
    if moment is None and math.isfinite(text_number(text)):
        try:
            return date_after(text_number(text))
        except (ValueError, OverflowError):
            return None
    return moment


_CALCULATED: dict[str, Callable[[str, tzinfo], str]] = {
    "int": _whole_number,
    "integer": _whole_number,
    "long": _whole_number,
    "date": _day,
    "dateTime": _moment_text,
    "time": _time_of_day,
}
