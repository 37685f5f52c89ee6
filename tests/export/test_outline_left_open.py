"""What nobody answered stands last in its section, before the signatures."""

from __future__ import annotations

from abhaya.export.blocks import Heading, Note, Table
from abhaya.export.outline import outline
from support.answered_forms import PRINT, entry, question, repeat, said


def test_all_that_nobody_answered_in_a_section_stands_last_in_one_row_before_its_signatures():
    rows = [
        question("part", "begin_group"),
        question("one"),
        question("two"),
        question("told", "note", **{PRINT: "note"}),
        question("inner", "begin_group"),
        question("ward"),
        question("bed"),
        question("inner", "end_group"),
        question("sign", "note", **{PRINT: "signature"}),
        question("three"),
        question("part", "end_group"),
    ]
    blocks = outline(entry(*rows, part__one="x", part__inner__ward="4"), "en")
    section, one, told, inner, ward, none, sign = blocks
    assert isinstance(section, Heading) and isinstance(told, Note) and isinstance(inner, Heading)
    assert (said(one.label), said(ward.label)) == (["1.1 ONE"], ["1.3 WARD"])
    assert said(none.answer) == ["1.2 TWO; 1.4 BED; 1.5 THREE"]
    assert said(sign.label) == ["SIGN"]


def test_what_nobody_answered_stands_behind_the_rows_and_not_among_them():
    rows = [
        question("part", "begin_group"),
        question("two"),
        *repeat(question("act"), **{PRINT: "table"}),
        question("sign", "note", **{PRINT: "signature"}),
        question("worked_out", calculation="''", read_only="yes"),
        question("part", "end_group"),
    ]
    *_, table, none, sign = outline(entry(*rows, part__people__act="BNS"), "en")
    assert isinstance(table, Table)
    assert (said(none.answer), said(sign.label)) == (["1.1 TWO"], ["SIGN"])


def test_it_stands_before_the_signatures_that_end_the_last_group():
    rows = [
        question("part", "begin_group"),
        question("one"),
        question("inner", "begin_group"),
        question("ward"),
        question("sign", "note", **{PRINT: "signature"}),
        question("inner", "end_group"),
        question("part", "end_group"),
    ]
    *_, ward, none, sign = outline(entry(*rows, part__inner__ward="4"), "en")
    assert (said(ward.answer), said(none.answer), said(sign.label)) == (["4"], ["1.1 ONE"], ["SIGN"])


def test_a_group_in_which_nobody_answered_has_no_heading_of_its_own():
    rows = [
        question("part", "begin_group"),
        question("one"),
        question("inner", "begin_group"),
        question("ward"),
        question("inner", "end_group"),
        question("part", "end_group"),
    ]
    section, none = outline(entry(*rows), "en")
    assert (said(section.words), said(none.answer)) == (["1. PART"], ["1.1 ONE; 1.2 WARD"])
