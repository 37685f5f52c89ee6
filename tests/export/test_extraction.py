"""What is printed comes back exactly, whichever program reads the file."""

from __future__ import annotations

import io
from functools import cache

import pytest

from abhaya.export.blocks import AnswerRow, Heading, Narrative, Note, Table, Title
from abhaya.export.bundle import write_bundle
from abhaya.export.outline import outline
from support.pdf_texts import READERS, words
from support.printed_case import SAMPLES, filled_entry, record, snapshot


@cache
def bundle(language: str) -> bytes:
    """Return a bundle of one rescue report."""
    out = io.BytesIO()
    write_bundle(snapshot([record(1, language)], language=language), out)
    return out.getvalue()


@cache
def read(reader: str, language: str) -> list[str]:
    """Return the text of every page of the bundle."""
    return READERS[reader](bundle(language))


def phrases(language: str) -> set[str]:
    """Return every text that the record prints."""
    found = set()
    for block in outline(filled_entry(language), language):
        match block:
            case AnswerRow(label, answer):
                found |= {*label, *answer}
            case Table(head, rows):
                found |= {phrase for row in (head, *rows) for cell in row for phrase in cell}
            case Narrative(label, paragraphs):
                found |= {*label, *paragraphs}
            case Heading(said) | Note(said) | Title(said):
                found |= set(said)
    return {phrase.text for phrase in found}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", SAMPLES)
def test_sample_paragraph_comes_back_exactly(reader, language):
    assert words(SAMPLES[language]) in words("\n".join(read(reader, language)))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", SAMPLES)
def test_every_label_and_answer_comes_back_exactly(reader, language):
    text = words("\n".join(read(reader, language)))
    expected = {words(phrase) for phrase in phrases(language)}
    assert len(expected) > 150
    assert sorted(phrase for phrase in expected if phrase not in text) == []


@pytest.mark.parametrize("reader", READERS)
def test_every_page_says_which_it_is(reader):
    pages = read(reader, "en")
    assert [f"Page {n} of {len(pages)}" in words(text) for n, text in enumerate(pages, 1)] == [True] * len(
        pages
    )
