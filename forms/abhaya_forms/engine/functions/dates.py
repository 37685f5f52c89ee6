"""Functions of dates and times."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time, tzinfo

from abhaya_forms.engine.dates import (
    DateTimeText,
    date_after,
    fraction_of_day,
    instant_after,
    instant_days,
    iso_text,
    parse_date_time,
    parse_time,
)
from abhaya_forms.engine.functions.function import Function
from abhaya_forms.engine.node import AnswerNode
from abhaya_forms.engine.scope import Scope
from abhaya_forms.engine.values import EvaluationError, Value, text_number, to_text

# English names whatever the language: JavaRosa's, and what a form compares them with.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DIRECTIVE = re.compile("%(.)")
_NUMBER = re.compile(r"\s*-?\d+(\.\d*)?\s*", re.ASCII)


def _today(scope: Scope) -> Value:
    return scope.today().isoformat()


def _now(scope: Scope) -> Value:
    return iso_text(scope.now())


def _date(scope: Scope, value: Value) -> Value:
    """The date; a text that names a time too keeps it, a moment known to be one is cut to its day."""
    if isinstance(value, float):
        return math.nan if math.isnan(value) else _in_range(lambda: iso_text(date_after(value)))
    moment = _moment(scope, value)
    if moment is None:
        return ""
    if isinstance(moment, datetime) and _is_date_time(value):
        return moment.astimezone(scope.zone).date().isoformat()
    return iso_text(moment)


def _is_date_time(value: Value) -> bool:
    if isinstance(value, list):
        return isinstance(value[0], AnswerNode) and value[0].model.data_type == "dateTime"
    return isinstance(value, DateTimeText)


def _date_time(scope: Scope, value: Value) -> Value:
    """The moment, the opposite of decimal-date-time(); a whole date stays one."""
    if isinstance(value, float):
        return (
            math.nan if math.isnan(value) else _in_range(lambda: iso_text(instant_after(value, scope.zone)))
        )
    moment = _moment(scope, value)
    return "" if moment is None else iso_text(moment)


def _decimal_date_time(scope: Scope, value: Value) -> Value:
    """Days since 1970-01-01T00:00Z, with a fraction."""
    if isinstance(value, float):
        return value
    moment = _moment(scope, value)
    return math.nan if moment is None else instant_days(moment, scope.zone)


def _decimal_time(scope: Scope, value: Value) -> Value:
    """The part of the day that has passed by the local clock; NaN for no time."""
    text = to_text(value)
    moment = parse_date_time(text, scope.zone) or parse_time(text, scope.zone, scope.today())
    if moment is None:
        return math.nan
    return fraction_of_day(moment.astimezone(scope.zone)) if isinstance(moment, datetime) else 0.0


def _format_date(scope: Scope, value: Value, pattern: Value) -> Value:
    """Text by ODK's directives (``%Y-%m-%d``); "" for no date."""
    text = to_text(value)
    if isinstance(value, float) or _NUMBER.fullmatch(text):
        moment = _from_number(text_number(text), scope.zone)
    else:
        moment = parse_date_time(text, scope.zone)
    if moment is None:
        return ""
    local = (
        moment.astimezone(scope.zone) if isinstance(moment, datetime) else datetime.combine(moment, time())
    )
    known = _directives(local)
    return _DIRECTIVE.sub(lambda match: known.get(match.group(1), match.group(0)), to_text(pattern))


def _from_number(days: float, zone: tzinfo) -> date | datetime | None:
    if not math.isfinite(days):
        return None
    try:
        return date_after(days) if days == int(days) else instant_after(days, zone)
    except (ValueError, OverflowError):
        return None


def _directives(moment: datetime) -> dict[str, str]:
    """https://getodk.github.io/xforms-spec/#fn:format-date and JavaRosa's DateUtils."""
    return {
        "Y": f"{moment.year:04}",
        "y": f"{moment.year % 100:02}",
        "m": f"{moment.month:02}",
        "n": str(moment.month),
        "b": _MONTHS[moment.month - 1],
        "d": f"{moment.day:02}",
        "e": str(moment.day),
        "a": _WEEKDAYS[moment.weekday()],
        "w": str((moment.weekday() + 1) % 7),
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "3": f"{moment.microsecond // 1000:03}",
        "%": "%",
    }


def _moment(scope: Scope, value: Value) -> date | datetime | None:
    """The date or dateTime a value names, None if it is empty.  Raises EvaluationError for anything else."""
    text = to_text(value)
    if text == "":
        return None
    moment = None if isinstance(value, bool) else parse_date_time(text, scope.zone)
    if moment is None:
        raise EvaluationError("not a date")
    return moment


def _in_range(work: Callable[[], str]) -> str:
    try:
        return work()
    except (ValueError, OverflowError) as error:
        raise EvaluationError("no such date") from error


FUNCTIONS = (
    Function("today", 0, 0, _today),
    Function("now", 0, 0, _now),
    Function("date", 1, 1, _date, checked=True),
    Function("date-time", 1, 1, _date_time, checked=True),
    Function("decimal-date-time", 1, 1, _decimal_date_time, checked=True),
    Function("decimal-time", 1, 1, _decimal_time),
    Function("format-date", 2, 2, _format_date),
    Function("format-date-time", 2, 2, _format_date),
)
