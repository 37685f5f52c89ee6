"""The first page speaks the language of the print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from abhaya.export.blocks import AnswerRow, Blanks, Note, Tone
from abhaya.export.bundle_plan import metadata
from abhaya.export.cover import cover_blocks, unit_line
from abhaya.export.printed_words import PrintedWords
from support.form_entries import rescue_entry
from support.printed_case import record, snapshot


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


def test_the_state_that_is_a_party_is_that_of_the_case():
    case = snapshot()
    case = replace(case, state="Uttar Pradesh", case=replace(case.case, district="in_bihar_araria"))
    notes = (block for block in cover_blocks(case, PrintedWords("en"), 1) if isinstance(block, Note))
    assert "Bihar" in next(note for note in notes if note.tone is Tone.COURT).words[0].text


@pytest.mark.parametrize(("language", "state"), [("en", "Bihar"), ("ne", "बिहार")])
def test_the_file_says_the_same_state_as_its_cover(language, state):
    case = snapshot(language=language)
    case = replace(case, state="Uttar Pradesh", case=replace(case.case, district="in_bihar_araria"))
    title = metadata(case, PrintedWords(language)).title
    assert state in title
    assert "Uttar Pradesh" not in title


def test_a_place_that_no_table_knows_stands_as_it_was_written():
    assert "Atlantis" in unit_line(replace(snapshot(), district="Atlantis"), PrintedWords("hi"))


def with_answers(answers):
    return snapshot([record(1, "en", rescue_entry(answers))])


def rows_and_blanks(case):
    blocks = list(cover_blocks(case, PrintedWords("en"), 1))
    rows = {block.label[0].text: block.answer[0].text for block in blocks if isinstance(block, AnswerRow)}
    blanks = [caption.text for block in blocks if isinstance(block, Blanks) for caption in block.captions]
    return rows, blanks


def test_charges_stand_as_the_records_tell_them():
    rows, blanks = rows_and_blanks(with_answers({"/data/case/sections": "bns_143_5 bns_146 blsa_16"}))
    assert rows["Acts and sections"] == "BNS 143(5), 146; BLSA 16"
    assert blanks == ["In the court of", "Court case no.", "Investigating officer"]


@pytest.mark.parametrize(
    "answers", [{}, {"/data/case/sections": "bns_146", "/data/case/other_sections": "as against Sita (DEMO)"}]
)
def test_what_is_not_told_by_a_choice_is_left_to_be_written_by_hand(answers):
    rows, blanks = rows_and_blanks(with_answers(answers))
    assert "Acts and sections" not in rows
    assert blanks == ["In the court of", "Court case no.", "Acts and sections", "Investigating officer"]


def test_court_and_date_of_the_fir_stand_as_the_records_tell_them():
    told = {
        "/data/case/fir_number": "0123",
        "/data/case/fir_date": "2026-11-20",
        "/data/case/court": "Sessions Court, Maharajganj",
    }
    rows, blanks = rows_and_blanks(with_answers(told))
    assert rows["In the court of"] == "Sessions Court, Maharajganj"
    assert rows["FIR number"] == "0123/2026 of 20/11/2026 (4 Mangsir 2083 BS)"
    assert blanks[0] == "Court case no."


def test_the_unit_of_the_case_stands_before_the_station_that_keeps_it():
    case = with_answers({"/data/case/unit_name": "AHTU Araria"})
    case = replace(case, case=replace(case.case, district="in_bihar_araria"))
    rows, _ = rows_and_blanks(case)
    assert rows["Police station / unit"] == "AHTU Araria, Araria, Bihar"
    assert rows["Kept and printed at"] == "थाना सोनौली, Maharajganj, Uttar Pradesh"
    same, _ = rows_and_blanks(with_answers({"/data/case/unit_name": "थाना सोनौली"}))
    assert "Kept and printed at" not in same


def test_a_court_in_words_that_name_somebody_is_left_to_be_written_by_hand():
    named = {"/data/case/court": "before Sita (DEMO)", "/data/persons/rescued[1]/full_name": "Sita (DEMO)"}
    rows, blanks = rows_and_blanks(with_answers(named))
    assert "In the court of" not in rows
    assert "In the court of" in blanks
