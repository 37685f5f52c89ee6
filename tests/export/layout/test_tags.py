"""The structure a screen reader follows: order, headings, languages, tables."""

from __future__ import annotations

from abhaya.export.blocks import AnswerRow, Heading, Narrative, Note, Phrase, Table, Title
from support.laid_out import as_pdf, elements, lay_out

HINDI, ENGLISH = Phrase("स्थान", "hi"), Phrase("Place", "en")


def test_english_beside_hindi_is_marked_as_english():
    fragment, _ = lay_out([AnswerRow((HINDI, ENGLISH), (Phrase("सोनौली", "hi"),))], "hi")
    assert [(e.tag, e.language) for e in elements(fragment.root)] == [
        ("Sect", "hi"),
        ("Table", ""),
        ("TR", ""),
        ("TH", ""),
        ("P", ""),
        ("P", "en"),
        ("TD", ""),
    ]


def test_headings_go_down_one_level_at_a_time():
    blocks = [
        Title((HINDI,), "t"),
        Heading((HINDI,), 2, "s"),
        Heading((HINDI,), 3, "r"),
        Note((HINDI,)),
        Heading((HINDI,), 2, "s"),
        Note((HINDI,)),
    ]
    fragment, _ = lay_out(blocks, "hi")
    assert [e.tag for e in elements(fragment.root) if e.tag[0] == "H"] == ["H1", "H2", "H3", "H2"]
    assert [(mark.title, mark.level) for mark in fragment.pages[0].bookmarks] == [
        ("t", 1),
        ("s", 2),
        ("r", 3),
        ("s", 2),
    ]


def test_every_row_of_a_table_has_the_same_cells():
    table = Table(((ENGLISH,), (ENGLISH,)), (((ENGLISH,), (ENGLISH,)),) * 3)
    fragment, _ = lay_out([table])
    rows = [e for e in elements(fragment.root) if e.tag == "TR"]
    assert [[kid.tag for kid in row.kids] for row in rows] == [["TH", "TH"], *[["TD", "TD"]] * 3]


def test_the_file_names_every_element_its_marks_belong_to():
    paragraphs = tuple(Phrase(" ".join(["word"] * 400), "en") for _ in range(4))
    with as_pdf(*lay_out([Narrative((ENGLISH,), paragraphs)])) as pdf:
        tree = pdf.Root.StructTreeRoot
        owners = dict(zip(tree.ParentTree.Nums[::2], tree.ParentTree.Nums[1::2], strict=True))
        for page in pdf.pages:
            marked = page.Contents[1].read_bytes().count(b"/MCID ")
            assert len(owners[page.StructParents]) == marked > 0
        assert str(tree.K.S) == "/Document"
        assert str(tree.K.K[0].Lang) == "en-IN"
