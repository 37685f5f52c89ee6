"""Lines are never too wide, and no syllable is lost between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abhaya.export.typography.set_text import Passage, SetText, set_text
from abhaya.export.typography.text_style import StyleSheet
from abhaya.export.typography.typefaces import open_typefaces
from support.printed_case import SAMPLES


def lines_of(text: str, language: str, width: float, style: str = "narrative") -> SetText:
    """Return the text set in ``width`` points."""
    faces = open_typefaces()
    for face in faces:
        face.learn(text, language)
    faces.number()
    return set_text(Passage(text, language, getattr(StyleSheet(faces), style)), width)


def said(text: SetText) -> str:
    """Return the lines as text, read through the codes, spaces and line ends as they stand."""
    clusters = text.passage.style.font.clusters
    joins = {"space": " ", "word": "", "last": "\n"}
    shown = ""
    for line in text.lines:
        decoded = (
            "".join(clusters[int(word[at : at + 4], 16) - 1].text for at in range(0, len(word), 4))
            for word in line.words
        )
        shown += " ".join(decoded) + joins[line.ends]
    return shown.removesuffix("\n")


def broken(text: SetText) -> list[str]:
    """Return each line by itself."""
    return [said(SetText(text.passage, [line])).strip() for line in text.lines]


@pytest.mark.parametrize("width", [40.0, 150.0, 411.0])
@pytest.mark.parametrize("language", SAMPLES)
def test_lines_say_the_text_and_fit(language, width):
    text = lines_of(SAMPLES[language], language, width)
    assert said(text) == SAMPLES[language]
    assert all(line.slack >= 0 for line in text.lines)


def test_a_very_long_word_is_broken_between_syllables():
    word = "क्षत्रिय" * 2500
    text = lines_of(word, "hi", 411.0)
    assert len(text.lines) > 100
    assert {line.ends for line in text.lines[:-1]} == {"word"}
    assert said(text) == word


@pytest.mark.parametrize("words", range(8))
def test_no_line_parts_a_date_from_its_bikram_sambat(words):
    date = "13/10/2026 13:20 (27 Ashwin 2083 BS);"
    shown = lines_of("word " * words + date + " then", "en", 230.0)
    assert [line for line in broken(shown) if date in line]


def test_a_date_wider_than_the_line_is_broken_all_the_same():
    text = "13/10/2026 13:20 (27 Ashwin 2083 BS)"
    assert said(lines_of(text, "en", 80.0)) == text


def test_paragraphs_and_blank_lines_stay():
    assert said(lines_of("one\n\ntwo words\n", "en", 411.0)) == "one\n\ntwo words\n"


@settings(max_examples=50)
@given(st.text("abcक्षित्रिय र्‍०५, \n", max_size=200), st.floats(30, 400))
def test_any_text_in_any_width(text, width):
    assert said(lines_of(text, "ne", width)).split() == text.split()


def test_a_justified_line_fills_the_width():
    text = lines_of(SAMPLES["hi"], "hi", 300.0)
    assert text.passage.style.align == "justified"
    assert "TJ" in text.operators(0, 100)
    assert "TJ" not in lines_of("alone", "en", 300.0).operators(0, 100)


def test_a_line_before_a_word_too_long_is_not_torn_apart():
    assert "TJ" not in lines_of("4f1b; E-2: " + "3a7b" * 30, "en", 300.0).operators(0, 100)
