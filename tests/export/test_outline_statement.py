"""Own words keep their paragraphs and their language, and their translation stands beside them."""

from __future__ import annotations

import io

import pikepdf
import pytest

from abhaya.export.blocks import AnswerRow, Blanks, Narrative, Parallel, Phrase
from abhaya.export.bundle import write_bundle
from abhaya.export.outline import outline
from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormEntry, load_form
from judges.verapdf import judge
from support.form_sources import form
from support.pdf_texts import READERS, words
from support.printed_case import NAMES, local_clock, record, snapshot

SETTINGS = {"form_id": "small", "version": "1", "namespaces": 'abhaya="urn:abhaya:forms:1"'}
ROWS = (
    {"type": "select_one languages_spoken", "name": "spoken", "label": "Language spoken"},
    {"type": "begin_group", "name": "g", "label": "Statement"},
    {"type": "text", "name": "said", "label": "Words", "bind::abhaya:print": "verbatim",
     "bind::abhaya:language": "spoken"},
    {"type": "select_one languages_spoken", "name": "into", "label": "Translated into"},
    {"type": "text", "name": "told", "label": "Translation", "bind::abhaya:print": "translation",
     "bind::abhaya:language": "into"},
    {"type": "end_group", "name": "g"},
)  # fmt: skip
WORDS = "म झापाबाट आएँ।\n\nबाटोमा रात पर्‍यो।"


def entry(**answers: str) -> FormEntry:
    """Return an entry of a small statement form."""
    filled = FormEntry(load_form(compile_form(form(*ROWS, settings=SETTINGS)).xform), clock=local_clock)
    for name, value in answers.items():
        filled.set_answer(f"/data/{name}" if name == "spoken" else f"/data/g/{name}", value)
    return filled


def test_own_words_stand_alone_in_numbered_paragraphs_under_their_language():
    _, _, narrative, *_ = outline(entry(spoken="nepali", said=WORDS), "en")
    assert narrative == Narrative(
        (Phrase("2.1 Words (Nepali)", "en"),),
        (Phrase("म झापाबाट आएँ।", "ne"), Phrase("बाटोमा रात पर्‍यो।", "ne")),
        numbered=True,
    )


def test_the_translation_stands_beside_the_words_and_not_again():
    blocks = outline(entry(spoken="maithili", said="ए\nबी", into="hindi", told="A\nB"), "en")
    (parallel,) = (block for block in blocks if isinstance(block, Parallel))
    assert [head[0].text for head in parallel.heads[1:]] == [
        "2.1 Words (Maithili)",
        "2.3 Translation (Hindi)",
    ]
    assert parallel.paragraphs == (
        (Phrase("ए", "mai"), Phrase("A", "hi")),
        (Phrase("बी", "mai"), Phrase("B", "hi")),
    )
    labels = [block.label[0].text for block in blocks if isinstance(block, AnswerRow)]
    assert labels == ["1.1 Language spoken", "2.2 Translated into"]


@pytest.mark.parametrize("told", ["A\nB\nC", "A" * 6000 + "\nB"])
def test_a_translation_that_is_long_or_cut_otherwise_stands_below(told):
    blocks = outline(entry(spoken="nepali", said=WORDS, into="english", told=told), "en")
    said, translation = (block for block in blocks if isinstance(block, Narrative))
    assert (said.numbered, translation.numbered) == (True, True)
    assert translation.label[0].text == "2.3 Translation (English)"


def test_without_words_the_questions_are_rows_as_any():
    blocks = outline(entry(), "en")
    assert [type(block).__name__ for block in blocks] == ["AnswerRow", "Heading", "AnswerRow"]


@pytest.mark.parametrize("form_id", ["witness_statement", "statement_addendum"])
def test_whose_words_they_are_signs_nothing_only_the_officer_does(form_id):
    """BNSS s.181(1): a statement to the police is not signed by its maker."""
    shipped = next(form for form in shipped_forms() if form.form_id == form_id)
    filled = FormEntry(load_form(shipped.xform()), clock=local_clock, language=NAMES["en"])
    (line,) = (block for block in outline(filled, "en") if isinstance(block, Blanks))
    assert "fficer" in line.label[0].text


@pytest.fixture(params=["en", "hi"])
def printed(request):
    """A bundle of a statement in Maithili with its translation."""
    filled = entry(spoken="maithili", said=WORDS, into="nepali", told="म आएँ।\nरात पर्‍यो।")
    out = io.BytesIO()
    write_bundle(snapshot([record(1, request.param, filled)], language=request.param), out)
    return out.getvalue()


@pytest.mark.parametrize("reader", READERS)
def test_every_line_comes_back_exactly(printed, reader):
    text = words("\n".join(READERS[reader](printed)))
    assert [line for line in WORDS.split("\n") if words(line) not in text] == []


def test_the_structure_says_the_language_of_the_words(printed):
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        languages = {
            str(thing.get("/Lang")) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)
        }
    assert "mai" in languages


@pytest.mark.judge
def test_the_judge_finds_nothing(printed, tmp_path):
    path = tmp_path / "statement.pdf"
    path.write_bytes(printed)
    assert [judgement.failures for judgement in judge(path)] == [(), ()]
