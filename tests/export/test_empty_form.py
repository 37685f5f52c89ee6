"""A form printed empty asks what the screen asks, under the same numbers, and is a file that lasts."""

from __future__ import annotations

import io
from functools import cache

import pytest

from abhaya.export.blocks import Blanks, Field, Heading, Note, Table, Title, Tone
from abhaya.export.empty_form import EmptyForm, write_empty_form
from abhaya.export.empty_outline import empty_outline
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import Control, Question, load_form, walk
from abhaya_forms.engine.blank_form import BlankForm
from judges.verapdf import judge
from support.form_sources import choice, form
from support.pdf_texts import READERS, words
from support.printed_case import NAMES, local_clock, rescue_report

SETTINGS = {"form_id": "small", "version": "1", "namespaces": 'abhaya="urn:abhaya:forms:1"'}
PRINT = "bind::abhaya:print"
YES_NO = (choice("yn", "yes"), choice("yn", "no"))


def question(name, kind="text", **columns):
    """Return a survey row whose label is its name in capitals."""
    return {"type": kind, "name": name, "label": name.upper()} | columns


def outline(*rows, choices=(), copies=None):
    """Return the blocks of a form of these rows below its head."""
    definition = load_form(compile_form(form(*rows, choices=choices, settings=SETTINGS)).xform)
    blank = BlankForm(definition, clock=local_clock)
    return list(empty_outline(blank, "Small form", "en", copies))[4:]


def said(phrases):
    """Return the texts of some words."""
    return [phrase.text for phrase in phrases]


def test_the_head_says_what_it_is_and_what_to_do_with_it():
    definition = load_form(compile_form(form(question("a"), settings=SETTINGS)).xform)
    title, secret, how, blanks = list(
        empty_outline(BlankForm(definition, clock=local_clock), "Small form", "en", None)
    )[:4]
    assert title == Title(title.words, "Small form (empty)")
    assert (secret.tone, "secrets" in secret.words[0].text) == (Tone.STRONG, True)
    assert isinstance(how, Note)
    assert "Serial no. of this paper" in said(blanks.captions)


@pytest.mark.parametrize(
    ("row", "lines", "wide", "pattern"),
    [
        (question("a"), 1, False, []),
        (question("a", appearance="multiline"), 4, True, []),
        (question("a", **{PRINT: "verbatim"}), 18, True, []),
        (question("a", "integer"), 1, False, ["number"]),
        (question("a", "image"), 1, False, ["kept with this paper, marked"]),
        (question("a", "range", parameters="start=1 end=5 step=1"), 1, False, ["from 1 to 5"]),
    ],
)
def test_there_is_room_by_the_kind_of_answer(row, lines, wide, pattern):
    (field,) = outline(row)
    assert (said(field.label), field.lines, field.wide) == (["1.1 A"], lines, wide)
    assert said(field.pattern) == pattern


def test_a_date_says_in_which_calendar():
    (field,) = outline(question("on", "date"))
    assert said(field.ticks) == ["AD", "Bikram Sambat (BS)"]
    assert (field.lines, said(field.pattern)) == (1, ["day / month / year"])


def test_choices_have_squares_and_long_lists_a_line():
    (field,) = outline(question("hurt", "select_one yn"), choices=YES_NO)
    assert (said(field.ticks), field.lines) == (["Yes", "No"], 0)
    many = tuple(choice("many", f"c{n}") for n in range(17))
    (field,) = outline(question("which", "select_one many"), choices=many)
    assert (field.ticks, field.lines, said(field.pattern)) == ((), 1, ["from the list in Abhaya"])


@pytest.mark.parametrize(
    ("relevant", "told"),
    [
        ("${hurt} = 'yes'", "Only if 1.1 is: Yes."),
        ("${hurt} != ''", "Only if 1.1 is answered."),
        ("selected('yes no', ${hurt}) or ${count} > 2", "Only if 1.1 is: Yes / No or 1.2 > 2."),
        ("string-length(${hurt}) > 2", "Only if it applies."),
        ("${hidden} = 'x'", "Only if it applies."),
    ],
)
def test_a_condition_is_told_by_numbers(relevant, told):
    rows = [question("hurt", "select_one yn"), question("count", "integer"), question("hidden", "hidden")]
    *_, field = outline(*rows, question("how", relevant=relevant), choices=YES_NO)
    assert said(field.aside) == [told]


def test_what_the_form_works_out_is_not_asked_and_keeps_its_number():
    rows = [
        question("age", "integer"),
        question("twice", calculation="${age} * 2", read_only="yes"),
        question("z"),
    ]
    assert [said(field.label) for field in outline(*rows)] == [["1.1 AGE"], ["1.3 Z"]]


def repeat(*inside):
    return [question("people", "begin_repeat"), *inside, question("people", "end_repeat")]


def test_short_rows_are_lines_of_a_table():
    heading, table, more = outline(
        *repeat(question("name"), question("hurt", "select_one yn")), choices=YES_NO
    )
    assert said(heading.words) == ["1. PEOPLE"]
    assert [said(cell) for cell in table.head] == [["1.1 NAME"], ["1.2 HURT", "Yes / No"]]
    assert (table.rows, table.blank_rows) == ((), 5)
    assert said(more.words) == ["If there are more, use another empty form."]


def test_long_rows_stand_one_below_the_other():
    blocks = outline(*repeat(question("name"), question("story", appearance="multiline")))
    assert [said(b.words) for b in blocks if isinstance(b, Heading)] == [["1. PEOPLE 1"], ["1. PEOPLE 2"]]
    assert [said(b.label) for b in blocks if isinstance(b, Field)] == [["1.1 NAME"], ["1.2 STORY"]] * 2


@pytest.mark.parametrize("inside", [[question("name")], [question("story", appearance="multiline")]])
def test_the_number_of_rows_can_be_asked_for(inside):
    blocks = outline(*repeat(*inside), copies=3)
    tables = [block.blank_rows for block in blocks if isinstance(block, Table)]
    assert tables == [3] or sum(isinstance(block, Heading) for block in blocks) == 3


def test_a_note_says_when_it_holds():
    _, condition, note = outline(
        question("hurt", "select_one yn"),
        question("none", "note", relevant="${hurt} = 'no'", **{PRINT: "note"}),
        choices=YES_NO,
    )
    assert (said(condition.words), condition.leads) == (["Only if 1.1 is: No."], True)
    assert said(note.words) == ["NONE"]


def test_notes_and_lines_to_sign_on_are_there():
    prompt, told, sign = outline(
        question("care", "note"), question("told", "note", **{PRINT: "note"}),
        question("sign", "note", **{PRINT: "signature"}),
    )  # fmt: skip
    assert (prompt.tone, told.tone) == (Tone.ASIDE, Tone.PLAIN)
    assert isinstance(sign, Blanks)


def test_who_is_asked_to_sign_finds_a_line_and_a_box_for_the_thumb():
    (sign,) = outline(question("sign", "image", appearance="signature"))
    assert (said(sign.label), sign.thumb, len(sign.captions)) == (["1.1 SIGN"], True, 3)


@cache
def printed(language: str) -> bytes:
    """Return the rescue report printed empty."""
    out = io.BytesIO()
    write_empty_form(EmptyForm(rescue_report(), "Rescue report", language, local_clock()), out)
    return out.getvalue()


@pytest.mark.parametrize("language", NAMES)
def test_every_question_stands_there_under_its_number(language):
    definition = rescue_report()
    blank = BlankForm(definition, clock=local_clock, language=NAMES[language])
    text = words("\n".join(READERS["pypdf"](printed(language))))
    asked = [
        f"{definition.numbers[e.key]} {blank.label(e)}"
        for e in walk(definition.body)
        if isinstance(e, Question) and e.control is not Control.NOTE and not blank.is_worked_out(e)
    ]
    assert len(asked) > 100
    assert [label for label in asked if words(label) not in text] == []


def test_every_page_says_which_it_is_and_that_it_becomes_secret():
    pages = READERS["pypdf"](printed("en"))
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in words(text)
        assert words("Secret once filled: keep under lock") in words(text)
        assert words("paper serial no.") in words(text)


def test_the_same_form_gives_the_same_bytes():
    out = io.BytesIO()
    pages = write_empty_form(EmptyForm(rescue_report(), "Rescue report", "hi", local_clock()), out)
    assert (out.getvalue() == printed("hi"), pages) == (True, len(READERS["pypdf"](printed("hi"))))


@pytest.mark.judge
@pytest.mark.parametrize("language", NAMES)
def test_the_judge_finds_nothing(language, tmp_path):
    path = tmp_path / "empty.pdf"
    path.write_bytes(printed(language))
    assert [judgement.failures for judgement in judge(path)] == [(), ()]
