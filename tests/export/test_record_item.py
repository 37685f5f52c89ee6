"""What stands on paper about a record beside its answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from abhaya.export.blocks import Blanks, Particulars
from abhaya.export.printed_words import PrintedWords
from abhaya.export.record_item import record_item
from abhaya.export.snapshot import SnapshotDeparture
from abhaya_forms.engine.node_marks import Paper, mark_paper
from support.printed_case import filled_entry, record, snapshot

ODD = SnapshotDeparture({"en": "The diary first."}, "", "")


def blocks(language, *departures):
    kept = replace(record(1, language), departures=departures)
    item = record_item(snapshot([kept], []), kept, "1", PrintedWords("en"))
    return list(item.blocks(None))


def test_a_step_out_of_order_is_printed_before_the_signatures():
    assert isinstance(blocks("en", ODD)[-1], Blanks)


def test_a_record_in_order_says_nothing_of_order():
    assert "Out of order" not in str(blocks("en"))


def test_a_record_entered_from_paper_says_from_which():
    entry = filled_entry("en")
    mark_paper(entry.root, Paper("P-12", date(2026, 1, 31)))
    kept = record(1, "en", entry)
    item = record_item(snapshot([kept], []), kept, "1", PrintedWords("en"))
    facts = next(block for block in item.blocks(None) if isinstance(block, Particulars))
    rows = {row.label[0].text: row.answer[0].text for row in facts.rows}
    assert rows["Entered from paper"] == "serial no. P-12, filled on 31/01/2026 (17 Magh 2082 BS)"


@pytest.mark.parametrize(
    ("made", "day"),
    [
        ("2026-10-04T10:20:00.000+05:30", "04/10/2026 (18 Ashwin 2083 BS)"),
        ("", "24/11/2026 (8 Mangsir 2083 BS)"),
    ],
)
def test_the_index_says_when_a_record_was_made_not_when_it_was_sealed(made, day):
    entry = filled_entry("en")
    entry.set_answer("/data/case/prepared/prepared_at", made)
    kept = record(1, "en", entry)
    item = record_item(snapshot([kept], []), kept, "1", PrintedWords("en"))
    assert item.day == ((day, "en"),)


def test_any_other_record_says_nothing_of_paper():
    assert "Entered from paper" not in str(blocks("en"))
