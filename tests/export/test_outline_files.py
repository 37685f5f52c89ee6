"""Files that answer questions are printed as annexures; signatures with the place to sign."""

from __future__ import annotations

import pytest

from abhaya.export.blocks import AnswerRow, Blanks, Heading, Tone
from abhaya.export.outline import outline
from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import Control, FormEntry, NonAnswer, load_form, walk
from abhaya_forms.engine.body import Question
from support.form_sources import form
from support.printed_case import local_clock

SETTINGS = {"form_id": "small", "version": "1", "default_language": "English (en)"}
SIGN = {
    "type": "image",
    "name": "sign",
    "appearance": "signature",
    "label::English (en)": "Owner",
    "label::हिन्दी (hi)": "मालिक",
}
PHOTO = {"type": "image", "name": "photo", "label::English (en)": "Photo", "label::हिन्दी (hi)": "फ़ोटो"}
SHA256 = "0123456789abcdef" * 4


def filled(*survey, **answers) -> FormEntry:
    """Return an entry of a form with these rows and answers by name."""
    entry = FormEntry(load_form(compile_form(form(*survey, settings=SETTINGS)).xform), clock=local_clock)
    for name, value in answers.items():
        entry.set_answer(f"/data/{name}", value)
    return entry


def said(words) -> list[str]:
    """Return the texts of some words."""
    return [phrase.text for phrase in words]


def test_a_file_is_named_as_an_annexure_with_the_beginning_of_its_fingerprint():
    (row,) = outline(filled(PHOTO, photo="A-3"), "hi", {"A-3": SHA256})
    assert said(row.answer) == [
        "संलग्नक A-3 (SHA-256 0123456789ab …)",
        "Annexure A-3 (SHA-256 0123456789ab …)",
    ]


@pytest.mark.parametrize(
    ("answer", "printed"),
    [("A-4", "Annexure A-4, not printed in this file"), ("1699999999.jpg", "1699999999.jpg")],
)
def test_a_file_that_is_not_in_the_bundle_says_so(answer, printed):
    (row,) = outline(filled(PHOTO, photo=answer), "en", {"A-3": SHA256})
    assert said(row.answer) == [printed]


def test_a_drawn_signature_is_an_annexure():
    (row,) = outline(filled(SIGN, sign="A-3"), "en", {"A-3": SHA256})
    assert isinstance(row, AnswerRow)
    assert said(row.answer) == ["Annexure A-3 (SHA-256 0123456789ab …)"]


def test_a_signature_on_paper_has_its_lines_on_the_printed_copy():
    (blanks,) = outline(filled(SIGN, sign="paper"), "hi")
    assert said(blanks.label) == ["1.1 मालिक: यहाँ हस्ताक्षर करेंगे", "Owner: signs here"]
    assert said(blanks.captions) == ["हस्ताक्षर", "नाम", "दिनांक और समय"]
    assert not blanks.thumb


@pytest.mark.parametrize(
    ("answer", "words"),
    [("thumb:left", "left thumb impression here"), ("thumb:right", "right thumb impression here")],
)
def test_a_thumb_impression_has_its_box(answer, words):
    (blanks,) = outline(filled(SIGN, sign=answer), "en")
    assert said(blanks.label) == [f"1.1 Owner: {words}"]
    assert said(blanks.captions) == ["Name", "Taken before", "Date and time"]
    assert blanks.thumb


def test_a_refusal_says_why_and_who_records_it():
    (blanks,) = outline(filled(SIGN, sign="refused:Cannot read it"), "hi")
    assert said(blanks.label) == ["1.1 मालिक: हस्ताक्षर करने से इनकार: Cannot read it", "Owner: Refused to sign"]
    assert said(blanks.captions) == ["अधिकारी के हस्ताक्षर", "नाम", "पद", "दिनांक और समय"]


def test_no_signature_yet_is_no_answer_and_a_non_answer_says_which():
    entry = filled(SIGN)
    (row,) = outline(entry, "en")
    assert (said(row.answer), row.tone) == (["1.1 Owner"], Tone.NON_ANSWER)
    entry.set_non_answer("/data/sign", NonAnswer.NOT_APPLICABLE)
    (row,) = outline(entry, "en")
    assert said(row.answer) == ["Not applicable"]


def test_rows_that_are_to_be_signed_make_no_table():
    begin = {"type": "begin_repeat", "name": "witness", "label::English (en)": "Witness"}
    entry = filled(begin, SIGN, {"type": "end_repeat"})
    entry.set_answer("/data/witness[1]/sign", "paper")
    heading, blanks = outline(entry, "en")
    assert isinstance(heading, Heading)
    assert isinstance(blanks, Blanks)


@pytest.mark.parametrize("form_id", ["witness_statement", "statement_addendum"])
def test_a_statement_to_police_asks_nobody_to_sign(form_id):
    """Bharatiya Nagarik Suraksha Sanhita 2023, section 181(1)."""
    definition = load_form(next(made for made in shipped_forms() if made.form_id == form_id).xform())
    questions = [element for element in walk(definition.body) if isinstance(element, Question)]
    assert questions
    assert not [question.path for question in questions if question.control is Control.UPLOAD]
