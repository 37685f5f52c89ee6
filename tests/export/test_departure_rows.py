"""A step out of order or late stands before the signatures, with the reason once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from abhaya.export.blocks import AnswerRow, Blanks, Heading, Phrase, Tone
from abhaya.export.departure_rows import with_departures
from abhaya.export.printed_words import PrintedWords
from abhaya.export.snapshot import SnapshotDeparture
from support.form_entries import rescue_entry
from support.printed_case import record

REASON = "The road was closed (DEMO)."
LATE = SnapshotDeparture({"en": "Late.", "hi": "देर से।", "ne": "ढिलो।"}, "V-001", REASON)
ODD = SnapshotDeparture({"en": "The diary first.", "hi": "पहले दैनिकी।", "ne": "पहिले डायरी।"}, "", "")
SECTION, SIGNED = Heading((Phrase("5. End", "en"),), 2), Blanks((Phrase("Signature", "en"),))


def printed(language, *departures, body=(), entry=None):
    kept = replace(record(1, language, entry or rescue_entry()), departures=departures)
    return list(with_departures(body, kept, PrintedWords(language)))


def test_it_stands_before_the_last_signatures():
    first, section, row, *signed = printed("en", ODD, body=(SIGNED, SECTION, SIGNED, SIGNED))
    assert (first, section, signed) == (SIGNED, SECTION, [SIGNED, SIGNED])
    assert isinstance(row, AnswerRow)


def test_of_a_form_that_nobody_signs_it_stands_last():
    assert isinstance(printed("en", ODD, body=(SECTION,))[-1], AnswerRow)


@pytest.mark.parametrize(("language", "said"), [("hi", "V-001: देर से। कारण: "), ("ne", "V-001: ढिलो। कारण: ")])
def test_the_reason_stands_behind_the_step(language, said):
    (row,) = printed(language, LATE)
    assert row.label[1].text == "Out of order or late"
    assert row.answer == ((said + REASON, language), ("V-001: Late.", "en"))


def test_a_reason_that_stands_in_the_form_is_led_to():
    entry = rescue_entry({"/data/case/other_sections": REASON})
    (row,) = printed("en", LATE, entry=entry)
    number = entry.definition.numbers["/data/case/other_sections"]
    assert row.answer == ((f"V-001: Late. Reason: see {number}", "en"),)


def test_that_no_reason_was_given_is_said():
    (row,) = printed("en", ODD)
    assert row.answer[0].text == "The diary first. No reason was given."
    assert row.tone is Tone.NON_ANSWER
