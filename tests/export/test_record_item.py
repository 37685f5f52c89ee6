"""What stands at the head of a record."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date

from abhaya.export.blocks import AnswerRow
from abhaya.export.printed_words import PrintedWords
from abhaya.export.record_item import record_item
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormEntry, load_form
from abhaya_forms.engine.node_marks import Paper, mark_paper
from support.form_sources import form
from support.printed_case import local_clock, record, snapshot

SETTINGS = {"form_id": "small", "version": "1"}


def head(paper: Paper | None):
    """Return label and value of each line above the answers."""
    rows = ({"type": "text", "name": "place", "label": "Place"},)
    entry = FormEntry(load_form(compile_form(form(*rows, settings=SETTINGS)).xform), clock=local_clock)
    mark_paper(entry.root, paper)
    kept = record(1, "en", entry)
    blocks = record_item(snapshot([kept], language="en"), kept, "1", PrintedWords("en")).blocks(ExitStack())
    return {b.label[0].text: b.answer[0].text for b in blocks if isinstance(b, AnswerRow)}


def test_a_record_entered_from_paper_says_from_which():
    said = head(Paper("P-12", date(2026, 1, 31)))["Entered from paper"]
    assert said == "serial no. P-12, filled on 31/01/2026 (17 Magh 2082 BS)"


def test_any_other_record_says_nothing_of_paper():
    assert "Entered from paper" not in head(None)
