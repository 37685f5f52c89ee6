"""Dates are whole days of the local calendar, and what is no date is caught."""

from __future__ import annotations

import pytest

from support.xforms import calculated, fill, findings, questions, xform


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("today()", "2026-11-24"),
        ("now()", "2026-11-24T02:15:00.000+05:30"),
        ("date(now())", "2026-11-24"),
        ("today() - date('2026-11-01')", "23"),
        ("number(now())", "20781.09375"),
        ("number('1970-01-10')", "9"),
        ("date(20781)", "2026-11-24"),
        ("decimal-date-time('1970-01-02T05:30:00+05:30')", "1"),
        ("date-time(0)", "1970-01-01T05:30:00.000+05:30"),
        ("decimal-time('12:00:00.000+05:30')", "0.5"),
        ("decimal-time('noon')", ""),
        ("format-date('2026-01-05', '%d/%m/%Y %e.%n.%y %b %a %%')", "05/01/2026 5.1.26 Jan Mon %"),
        ("format-date-time(now(), '%H:%M:%S.%3')", "02:15:00.000"),
        ("format-date('', '%Y')", ""),
        ("format-date('somewhen', '%Y')", ""),
        ("date('')", ""),
    ],
)
def test_dates(expression, result):
    assert calculated(expression) == result


def test_a_moment_early_in_the_morning_is_of_today():
    """In Greenwich it is still yesterday."""
    assert calculated("if(/data/a <= now(), 'yes', 'no')", answers={"/data/a": "2026-11-24"}) == "yes"
    assert calculated("int(now()) - number(today())") == "0"


@pytest.mark.parametrize(
    "expression", ["date('2026-02-30')", "date('someday')", "date-time(true())", "date(1 div 0)"]
)
def test_a_date_that_can_never_be_one_is_found_at_load_or_stored_as_nothing(expression):
    form = xform("<a/>", f'<bind nodeset="/data/a" calculate="{expression}"/>', questions("/data/a"))
    if "div" in expression or "true" in expression:
        assert fill(form).state("/data/a").value == ""
    else:
        assert [finding.kind for finding in findings(form)] == ["bad_argument"]


def test_an_answer_that_is_no_date_makes_the_calculation_empty():
    assert calculated("date(/data/a) + 1", answers={"/data/a": "Holi"}) == ""
