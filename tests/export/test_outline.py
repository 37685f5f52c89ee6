"""What of a filled form is printed, and how it is said."""

from __future__ import annotations

import pytest

from abhaya.export.blocks import AnswerRow, Blanks, Heading, Narrative, Note, Table, Tone
from abhaya.export.outline import outline
from abhaya_forms.engine import NonAnswer
from support.answered_forms import MASK, PRINT, entry, question, repeat, said
from support.form_sources import choice


def test_an_answer_stands_beside_its_label():
    (row,) = outline(entry(question("place"), place="Sonauli"), "en")
    assert row == AnswerRow(row.label, row.answer, Tone.PLAIN)
    assert (said(row.label), said(row.answer)) == (["1.1 PLACE"], ["Sonauli"])


def test_what_is_not_relevant_is_left_out():
    rows = [question("hurt"), question("where", relevant="${hurt} = 'yes'"), question("hidden", "hidden")]
    assert [said(row.label) for row in outline(entry(*rows, hurt="no"), "en")] == [["1.1 HURT"]]
    assert len(outline(entry(*rows, hurt="yes"), "en")) == 2


def test_no_answer_says_so_in_both_languages():
    (row,) = outline(entry(question("place")), "hi")
    assert (said(row.label), said(row.answer)) == (["उत्तर दर्ज नहीं", "Not answered"], ["1.1 PLACE"])
    assert row.tone is Tone.NON_ANSWER


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (NonAnswer.NOT_ASKED, ["Not asked: asleep"]),
        (NonAnswer.DOES_NOT_KNOW, ["Does not know: asleep"]),
        (NonAnswer.DECLINED, ["Declined to answer: asleep"]),
        (NonAnswer.NOT_APPLICABLE, ["Not applicable: asleep"]),
    ],
)
def test_a_non_answer_says_which_and_why(kind, words):
    filled = entry(question("place"))
    filled.set_non_answer("/data/place", kind, "asleep")
    (row,) = outline(filled, "en")
    assert (said(row.answer), row.tone) == (words, Tone.NON_ANSWER)


def test_an_empty_calculation_says_nothing():
    rows = [question("age", "integer"), question("twice", calculation="${age} * 2", read_only="yes")]
    assert [said(row.answer) for row in outline(entry(*rows), "en")] == [["1.1 AGE"]]
    assert [said(row.answer) for row in outline(entry(*rows, age="4"), "en")] == [["4"], ["8"]]


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("date", "2026-01-31", "31/01/2026 (17 Magh 2082 BS)"),
        ("date", "1900-01-31", "31/01/1900"),
        ("dateTime", "2026-01-31T14:05:00.000+05:30", "31/01/2026 14:05 (17 Magh 2082 BS)"),
        ("time", "14:05:00.000+05:30", "14:05"),
        ("text", "31/01/2026 14:05", "31/01/2026 14:05 (17 Magh 2082 BS)"),
        ("text", "31/01/2026", "31/01/2026 (17 Magh 2082 BS)"),
        ("text", "order 7 of 31/01/2026", "order 7 of 31/01/2026"),
        ("integer", "12", "12"),
    ],
)
def test_dates_and_times_stand_as_people_write_them(kind, value, shown):
    (row,) = outline(entry(question("on", kind), on=value), "en")
    assert said(row.answer) == [shown]


@pytest.mark.parametrize(
    ("appearance", "shown"),
    [("month-year", "01/2026 (Poush 2082 – Magh 2082 BS)"), ("year", "2026 (2082 – 2083 BS)")],
)
def test_less_than_a_day_is_printed_as_asked(appearance, shown):
    (row,) = outline(entry(question("on", "date", appearance=appearance), on="2026-01-01"), "en")
    assert said(row.answer) == [shown]


@pytest.mark.parametrize(
    ("value", "shown"),
    [("27.4750 83.4690 0 0", "27.4750, 83.4690"), ("27.4750 83.4690 104 6.5", "27.4750 83.4690 104 6.5")],
)
def test_a_place_typed_by_hand_stands_as_two_numbers_and_a_measured_one_whole(value, shown):
    (row,) = outline(entry(question("at", "geopoint"), at=value), "en")
    assert said(row.answer) == [shown]


def test_choices_stand_with_their_labels():
    choices = (choice("needs", "food"), choice("needs", "water"))
    (row,) = outline(
        entry(question("needs", "select_multiple needs"), choices=choices, needs="food water"), "en"
    )
    assert said(row.answer) == ["Food, Water"]


def test_a_long_text_has_numbered_paragraphs():
    for answer in ("one\n\ntwo", "word " * 100):
        (block,) = outline(entry(question("account"), account=answer), "en")
        assert isinstance(block, Narrative)
        assert [text.strip() for text in said(block.paragraphs)] == [
            p for p in answer.strip().split("\n") if p
        ]


def test_a_wanted_narrative_without_answer_is_a_row():
    (block,) = outline(entry(question("account", **{PRINT: "narrative"})), "en")
    assert isinstance(block, AnswerRow)


def test_groups_are_sections_and_empty_ones_are_left_out():
    rows = [
        question("outer", "begin_group"),
        question("place"),
        question("inner", "begin_group"),
        question("ward"),
        question("inner", "end_group"),
        question("outer", "end_group"),
        question("gone", "begin_group", relevant="false()"),
        question("never"),
        question("gone", "end_group"),
    ]
    blocks = outline(entry(*rows, outer__inner__ward="4"), "en")
    headings = [(said(b.words), b.level, b.bookmark) for b in blocks if isinstance(b, Heading)]
    assert headings == [(["1. OUTER"], 2, "1. OUTER"), (["INNER"], 3, "INNER")]


def test_short_rows_make_a_table():
    filled = entry(*repeat(question("act"), question("section")))
    filled.add_repeat("/data/people")
    for path, value in {"people[1]/act": "BNS", "people[2]/act": "ITPA", "people[2]/section": "5"}.items():
        filled.set_answer(f"/data/{path}", value)
    heading, table = outline(filled, "en")
    assert (said(heading.words), heading.bookmark) == (["1. PEOPLE"], "1. PEOPLE")
    assert isinstance(table, Table)
    assert [said(cell) for cell in table.head] == [["1.1 ACT"], ["1.2 SECTION"]]
    assert [[said(cell) for cell in row] for row in table.rows] == [
        [["BNS"], ["Not answered"]],
        [["ITPA"], ["5"]],
    ]


@pytest.mark.parametrize(
    "inside",
    [
        [question(f"q{n}") for n in range(6)],
        [question("q0"), question("sign", "note", **{PRINT: "signature"})],
        [question("q0"), question("group", "begin_group"), question("q1"), question("group", "end_group")],
    ],
)
def test_other_rows_stand_one_below_the_other(inside):
    filled = entry(*repeat(*inside), people__q0="x")
    blocks = outline(filled, "en")
    assert not any(isinstance(block, Table) for block in blocks)
    assert said(blocks[0].words) == ["1. PEOPLE 1"]


def test_the_form_can_ask_for_a_wider_table():
    inside = [question(f"q{n}") for n in range(6)]
    blocks = outline(entry(*repeat(*inside, **{PRINT: "table"}), people__q0="x"), "en")
    assert isinstance(blocks[1], Table)


def test_a_long_answer_takes_the_row_out_of_the_table():
    blocks = outline(entry(*repeat(question("q0")), people__q0="x" * 200), "en")
    assert said(blocks[0].words) == ["1. PEOPLE 1"]


def test_rows_that_nobody_filled_are_none():
    inside = [question("code", calculation="position(..)", read_only="yes"), question("name")]
    (row,) = outline(entry(*repeat(*inside)), "en")
    assert (said(row.label), said(row.answer)) == (["1. PEOPLE"], ["None entered"])


def test_a_person_goes_by_the_code():
    inside = [
        question("person_code", calculation="concat('V-00', position(..))", read_only="yes"),
        question("full_name", **{MASK: "identity"}),
        question("about", "begin_group", label="About ${full_name}"),
        question("age"),
        question("about", "end_group"),
    ]
    filled = entry(*repeat(*inside), people__full_name="Invented Sita", people__about__age="15")
    headings = [block for block in outline(filled, "en") if isinstance(block, Heading)]
    assert [said(heading.words) for heading in headings] == [["1. PEOPLE V-001"], ["Section 2"]]
    assert not any(
        "Sita" in text for heading in headings for text in [*said(heading.words), heading.bookmark]
    )


def test_notes_are_printed_only_when_the_form_asks():
    rows = [
        question("read", "note"),
        question("told", "note", **{PRINT: "note"}),
        question("sign", "note", **{PRINT: "signature"}),
    ]
    note, blanks = outline(entry(*rows), "en")
    assert note == Note(note.words, Tone.PLAIN)
    assert said(note.words) == ["TOLD"]
    assert isinstance(blanks, Blanks)
    assert (said(blanks.label), said(blanks.captions)) == (
        ["SIGN"],
        ["Signature", "Name", "Rank", "Date and time"],
    )


@pytest.mark.parametrize(
    ("mark", "label", "lines"),
    [
        ("signature_person", "Witness", ["Signature", "Name", "Date and time"]),
        ("signature", "Prepared by: ${who}", ["Signature", "Date and time"]),
    ],
)
def test_whoever_signs_is_asked_for_no_rank_and_no_name_that_stands_above(mark, label, lines):
    rows = [question("who"), question("sign", "note", label=label, **{PRINT: mark})]
    *_, blanks = outline(entry(*rows, who="Meera"), "en")
    assert said(blanks.captions) == lines


def test_two_languages_stand_side_by_side_and_the_entry_is_left_as_it_was():
    rows = [
        {"type": "select_one yn", "name": "hurt", "label::English (en)": "Hurt?", "label::हिन्दी (hi)": "चोट?"}
    ]
    yes = {"list_name": "yn", "name": "yes", "label::English (en)": "Yes", "label::हिन्दी (hi)": "हाँ"}
    filled = entry(*rows, choices=(yes,), hurt="yes")
    before = filled.language
    (row,) = outline(filled, "hi")
    assert (said(row.label), said(row.answer)) == (["1.1 चोट?", "Hurt?"], ["हाँ", "Yes"])
    assert [phrase.language for phrase in row.label] == ["hi", "en"]
    assert filled.language == before
    (row,) = outline(filled, "en")
    assert (said(row.label), said(row.answer)) == (["1.1 Hurt?"], ["Yes"])
