"""Answers that a form no longer asks for are printed all the same."""

from __future__ import annotations

from abhaya.export.outline_left_over import left_over
from abhaya.export.printed_words import PrintedWords
from abhaya_forms.engine.left_over import LeftOver
from support.form_entries import rescue_entry


def test_they_stand_under_a_heading_with_the_version_that_asked() -> None:
    entry = rescue_entry()
    entry.left_over = (LeftOver("/data/caste", "Community", "2026112401", "not told"),)
    heading, row = left_over(entry, PrintedWords("hi"))
    assert [phrase.language for phrase in heading.words] == ["hi", "en"]
    assert row.label[0].text == "Community (संस्करण 2026112401)"
    assert row.answer[0].text == "not told"


def test_without_any_nothing_is_said() -> None:
    assert list(left_over(rescue_entry(), PrintedWords("en"))) == []
