"""The case and unit at the head of a record: close together, and whole."""

from __future__ import annotations

import re

import pytest

from abhaya.export.blocks import Heading, Particulars
from abhaya.export.outline import outline
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormEntry, NonAnswer, load_form
from support.form_sources import form
from support.laid_out import GEOMETRY, lay_out, lines_on
from support.printed_case import SAMPLES, filled_entry, local_clock

SETTINGS = {"form_id": "small", "version": "1", "namespaces": 'abhaya="urn:abhaya:forms:1"'}
CARRY = "bind::abhaya:carry"


def row(name: str, kind: str = "text", **columns: str) -> dict[str, str]:
    """Return a survey row whose label is its name in capitals."""
    return {"type": kind, "name": name, "label": name.upper()} | columns


def entry(*more: dict[str, str]) -> FormEntry:
    """Return a form that begins with a case number, two further questions and a group of officers."""
    rows = [
        row("case", "begin_group"),
        row("number", **{CARRY: "case.number"}),
        row("sections", "select_multiple acts_and_sections", **{CARRY: "case.sections"}),
        row("court"),
        *more,
        row("prepared", "begin_group"),
        row("rank"),
        row("prepared", "end_group"),
        row("case", "end_group"),
    ]
    return FormEntry(load_form(compile_form(form(*rows, settings=SETTINGS)).xform), clock=local_clock)


def told(block: Particulars) -> list[tuple[str, str]]:
    """Return labels and answers in English."""
    return [(row.label[0].text, row.answer[0].text) for row in block.rows]


def test_what_was_answered_runs_on_and_what_was_not_stands_last():
    filled = entry()
    filled.set_answer("/data/case/number", "DEMO/1")
    filled.set_answer("/data/case/sections", "bns_143_3 itpa_3_1")
    filled.set_non_answer("/data/case/prepared/rank", NonAnswer.DECLINED)
    case, prepared = outline(filled, "en")
    assert [case.label[0].text, prepared.label[0].text] == ["1. CASE", "PREPARED"]
    assert told(case) == [
        ("NUMBER", "DEMO/1"),
        ("SECTIONS", "BNS 143(3); ITPA 3(1)"),
        ("Not answered", "1.3 COURT"),
    ]
    assert told(prepared) == [("RANK", "Declined to answer")]


def test_a_section_with_more_than_short_answers_is_printed_as_any():
    filled = entry(row("account", appearance="multiline"))
    filled.set_answer("/data/case/account", "one\ntwo")
    assert isinstance(outline(filled, "en")[0], Heading)


@pytest.mark.parametrize("language", list(SAMPLES))
def test_every_answer_of_the_header_is_printed_in_less_than_half_of_the_page(language):
    filled = filled_entry(language)
    blocks = [block for block in outline(filled, language) if isinstance(block, Particulars)]
    fragment, typesetter = lay_out(list(blocks), language)
    (page,) = lines_on(fragment, typesetter)
    printed = " ".join(page)
    for visit in filled.visits(relevant_only=True):
        if visit.path.startswith("/data/case/") and visit.kind == "question":
            state = filled.state(visit.path)
            assert not state.value or filled.label(visit.path) in printed
            cited = visit.element.name == "sections" or visit.element.data_type in ("date", "dateTime")
            assert cited or state.display in printed
    lowest = min(
        float(y) for y in re.findall(r"1 0 0 1 [\d.]+ ([\d.]+) Tm", fragment.pages[0].content().decode())
    )
    assert GEOMETRY.height - GEOMETRY.top - lowest < 0.4 * GEOMETRY.text_height


def test_a_header_longer_than_a_page_goes_on_over_it():
    filled = entry()
    filled.set_answer("/data/case/number", "DEMO/1")
    long = Particulars((), tuple(outline(filled, "en")[0].rows) * 200)
    fragment, typesetter = lay_out([long], "en")
    pages = lines_on(fragment, typesetter)
    assert len(pages) > 1
    assert sum(line == "DEMO/1" for page in pages for line in page) == 200


def test_an_answer_that_does_not_fit_on_its_line_goes_on_in_the_next():
    filled = entry()
    words = " ".join(f"word{number}" for number in range(60))
    filled.set_answer("/data/case/number", words)
    fragment, typesetter = lay_out(list(outline(filled, "en")), "en")
    (page,) = lines_on(fragment, typesetter)
    assert words in " ".join(page)
