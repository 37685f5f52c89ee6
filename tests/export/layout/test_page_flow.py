"""Pages fill up in order; headings and signatures stay with what they belong to."""

from __future__ import annotations

import pytest

from abhaya.export.blocks import AnswerRow, Blanks, Block, Field, Heading, Narrative, Note, Phrase, Table
from support.laid_out import elements, lay_out, lines_on, marks


def said(*texts: str) -> tuple[Phrase, ...]:
    """Return texts as English phrases."""
    return tuple(Phrase(text, "en") for text in texts)


def row(number: int) -> AnswerRow:
    """Return an answer row that can be told from the others."""
    return AnswerRow(said(f"label-{number}"), said(f"answer-{number}"))


def lines_of(blocks: list[Block]) -> list[str]:
    """Return the lines of blocks wherever they stand."""
    return [line for page in lines_on(*lay_out(blocks)) for line in page]


@pytest.mark.parametrize("rows", range(25, 45))
def test_a_heading_is_never_the_last_line_of_a_page(rows):
    blocks: list[Block] = [*(row(n) for n in range(rows)), Heading(said("Section two"), 2), row(99)]
    fragment, typesetter = lay_out(blocks)
    pages = lines_on(fragment, typesetter)
    assert all(page[-1] != "Section two" for page in pages)


@pytest.mark.parametrize("fields", range(15, 24))
@pytest.mark.parametrize("lines", [1, 2])
def test_a_heading_stays_with_the_question_below_it(fields, lines):
    blocks: list[Block] = [Field(said(f"field-{n}"), lines=lines) for n in range(fields)]
    blocks += [Heading(said("Section two"), 2), Field(said("last"), lines=lines)]
    fragment, typesetter = lay_out(blocks)
    assert all(page[-1] != "Section two" for page in lines_on(fragment, typesetter))


def test_every_row_stands_once_and_in_order():
    fragment, typesetter = lay_out([row(n) for n in range(200)])
    lines = [line for page in lines_on(fragment, typesetter) for line in page]
    assert lines == [text for n in range(200) for text in (f"label-{n}", f"answer-{n}")]
    assert len(fragment.pages) > 4


def test_the_head_of_a_table_comes_back_on_every_page_but_is_read_once():
    table = Table((said("Code"), said("Place")), tuple((said(f"c{n}"), said(f"p{n}")) for n in range(100)))
    fragment, typesetter = lay_out([table])
    pages = lines_on(fragment, typesetter)
    assert len(pages) > 2
    assert all(page[:2] == ["Code", "Place"] for page in pages)
    heads = [element for element in elements(fragment.root) if element.tag == "TH"]
    assert [(head.scope, len(marks(head))) for head in heads] == [("Column", 1), ("Column", 1)]


@pytest.mark.parametrize("before", range(26, 40))
def test_signatures_are_not_torn_apart(before):
    captions = said("Signature", "Name", "Rank", "Date")
    fragment, typesetter = lay_out(
        [*(row(n) for n in range(before)), Blanks(captions, label=said("Officer"))]
    )
    pages = lines_on(fragment, typesetter)
    page = next(page for page in pages if "Officer" in page)
    assert page[-5:] == ["Officer", "Signature", "Name", "Rank", "Date"]


SIGNED = [
    Heading(said("Signatures"), 2),
    *(Blanks(said("Signature", "Name"), label=said(f"Person {n}")) for n in range(5)),
]


@pytest.mark.parametrize("before", range(16, 44))
@pytest.mark.parametrize(
    "end",
    [
        [row(100), row(101)],
        [Heading(said("Section two"), 2), row(101)],
        [Narrative(said("Account"), said(" ".join(["word"] * 120 + ["answer-101"])))],
    ],
    ids=["rows", "one row below its heading", "account"],
)
def test_signatures_stay_together_with_the_end_of_what_they_sign(before, end):
    rest = Note(said("Read over"))
    fragment, typesetter = lay_out([*(row(n) for n in range(before)), rest, *end, *SIGNED])
    pages = lines_on(fragment, typesetter)
    page = next(page for page in pages if "Signatures" in page)
    assert "answer-101" in " ".join(page)
    assert all(f"Person {n}" in page for n in range(5))
    assert all(page[-1] not in ("Section two", "Account", "Signatures") for page in pages)
    assert sum(len(page) for page in pages) == len(lines_of([*end, *SIGNED])) + 2 * before + 1


@pytest.mark.parametrize("before", range(16, 44))
def test_a_note_is_not_parted_from_its_english(before):
    note = Note((Phrase("ऊपर लिखी बात पढ़कर सुनाई गई।", "hi"), Phrase("Read over.", "en")))
    fragment, typesetter = lay_out([*(row(n) for n in range(before)), note, *SIGNED], "hi")
    page = next(page for page in lines_on(fragment, typesetter) if "Read over." in page)
    assert "ऊपर लिखी बात पढ़कर सुनाई गई।" in page


def test_more_signatures_than_a_page_holds_go_on_over_it():
    many = [Blanks(said("Signature", "Name"), label=said(f"Person {n}")) for n in range(40)]
    fragment, typesetter = lay_out([row(1), *many])
    pages = lines_on(fragment, typesetter)
    assert len(pages) > 3
    assert [line for page in pages for line in page if "Person" in line] == [f"Person {n}" for n in range(40)]


def test_a_tall_answer_is_broken_over_pages_and_stays_one_cell():
    text = " ".join(f"word{n}" for n in range(4000))
    fragment, typesetter = lay_out([AnswerRow(said("Long"), said(text))])
    lines = [line for page in lines_on(fragment, typesetter) for line in page]
    assert len(fragment.pages) > 3
    assert " ".join(lines) == f"Long {text}"
    cells = [element for element in elements(fragment.root) if element.tag == "TD"]
    assert [len(marks(cell)) for cell in cells] == [len(fragment.pages)]


def test_paragraphs_are_numbered_and_leave_no_single_line():
    paragraph = " ".join(f"word{n}" for n in range(300))
    fragment, typesetter = lay_out([Narrative(said("Account"), said(*[paragraph] * 8))])
    pages = lines_on(fragment, typesetter)
    assert [line for page in pages for line in page if line.endswith(".")] == [f"{n}." for n in range(1, 9)]
    items = [element for element in elements(fragment.root) if element.tag == "LI"]
    assert [[kid.tag for kid in item.kids] for item in items] == [["Lbl", "LBody"]] * 8
    assert all(len(page) > 2 for page in pages)


def test_one_paragraph_has_no_number():
    fragment, typesetter = lay_out([Narrative(said("Account"), said("One sentence."))])
    assert lines_on(fragment, typesetter) == [["Account", "One sentence."]]


def test_columns_hold_their_longest_words():
    table = Table((said("No."), said("Description")), ((said("7"), said("immeasurable " * 20)),))
    fragment, typesetter = lay_out([table])
    lines = lines_on(fragment, typesetter)[0]
    assert lines[:3] == ["No.", "Description", "7"]
    assert all(word == "immeasurable" for line in lines[3:] for word in line.split())


def test_words_that_do_not_fit_side_by_side_are_broken_but_not_lost():
    words = ["x" * 60] * 5
    fragment, typesetter = lay_out([Table(tuple(said(str(n)) for n in range(5)), (tuple(map(said, words)),))])
    assert "".join(lines_on(fragment, typesetter)[0][5:]) == "".join(words)
