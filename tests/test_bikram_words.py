"""What stands beside a date for who reckons by the calendar of Nepal."""

from __future__ import annotations

import pytest

from abhaya.bikram_words import bikram_words
from abhaya.texts import Texts


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "9 Mangsir 2083 BS"), ("hi", "वि.सं. 9 मंसिर 2083"), ("ne", "वि.सं. 9 मंसिर 2083")],
)
def test_a_day_in_each_language(language, words):
    assert bikram_words("2026-11-25", Texts(language)) == words


def test_a_moment_is_of_its_day():
    assert bikram_words("2026-11-25T23:30:00.000+05:30", Texts("en")) == "9 Mangsir 2083 BS"


def test_a_disputed_day_says_both_and_asks_to_verify():
    said = bikram_words("2005-05-14", Texts("en"))
    assert said == "1 Jestha 2062 BS or 31 Baisakh 2062 BS: calendars differ, verify"


def test_a_month_and_a_year_are_spans():
    assert bikram_words("2026-11-01", Texts("en"), "month") == "Kartik 2083 – Mangsir 2083 BS"
    assert bikram_words("2026-01-01", Texts("en"), "year") == "2082 – 2083 BS"


@pytest.mark.parametrize("value", ["", "yesterday", "1900-01-01", "2100-01-01", "2026-13-01"])
def test_nothing_is_said_where_the_table_says_nothing(value):
    assert bikram_words(value, Texts("en")) == ""
    assert bikram_words(value, Texts("en"), "year") == ""
