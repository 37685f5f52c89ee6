"""The first page speaks the language of the print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from abhaya.export.blocks import Note, Tone
from abhaya.export.cover import cover_blocks, unit_line
from abhaya.export.printed_words import PrintedWords
from support.printed_case import snapshot


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("hi", "थाना सोनौली, महराजगंज, उत्तर प्रदेश"),
        ("en", "थाना सोनौली, Maharajganj, Uttar Pradesh"),
    ],
)
def test_the_places_of_the_station_are_named_in_the_language_of_the_print(language, unit):
    assert unit_line(snapshot(language=language), PrintedWords(language)) == unit


def test_the_state_is_a_party_under_its_name_in_the_language_of_the_print():
    case = replace(snapshot(), state="Uttar Pradesh")
    notes = (block for block in cover_blocks(case, PrintedWords("hi"), 1) if isinstance(block, Note))
    parties = next(note for note in notes if note.tone is Tone.COURT)
    assert parties.words[0].text.startswith("उत्तर प्रदेश राज्य")


def test_a_place_that_no_table_knows_stands_as_it_was_written():
    assert "Atlantis" in unit_line(replace(snapshot(), district="Atlantis"), PrintedWords("hi"))
