"""What adds to a sealed record is printed right after it, with its date."""

from __future__ import annotations

from dataclasses import replace

from abhaya.export.addenda import adds_to, in_print_order
from abhaya.export.bundle_plan import plan_items
from abhaya.export.printed_words import PrintedWords
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormEntry, load_form
from support.form_sources import form
from support.printed_case import local_clock, record, snapshot

SETTINGS = {"form_id": "small", "version": "1", "namespaces": 'abhaya="urn:abhaya:forms:1"'}
ROW = {"type": "text", "name": "of", "label": "Of record", "bind::abhaya:print": "after_record"}


def kept(number: int, of: str = ""):
    """Return a record that adds to the one with the number ``of``."""
    entry = FormEntry(load_form(compile_form(form(ROW, settings=SETTINGS)).xform), clock=local_clock)
    entry.set_answer("/data/of", of)
    return record(number, "en", entry)


def order(*records) -> list[int]:
    """Return the numbers of the records as they are printed."""
    return [one.record.number for one in in_print_order(records)]


def test_addenda_follow_what_they_add_to_in_their_order():
    assert order(kept(1), kept(2), kept(3), kept(4, "1"), kept(5, "2"), kept(6, "1")) == [1, 4, 6, 2, 5, 3]


def test_an_addendum_to_an_addendum_follows_it():
    assert order(kept(1), kept(2), kept(3, "1"), kept(4, "3"), kept(5, "1")) == [1, 3, 4, 5, 2]


def test_a_number_that_is_not_there_or_came_later_moves_nothing():
    assert order(kept(1, "2"), kept(2, "9"), kept(3, "3"), kept(4, "no")) == [1, 2, 3, 4]


def test_the_number_is_read_as_people_write_it():
    assert [adds_to(kept(2, of)) for of in ("1", " 1, version 2", "१", "", "no")] == [1, 1, 1, None, None]


def test_the_index_says_to_which_record():
    items = plan_items(snapshot([kept(1), kept(2), kept(3, "1")], language="en"), PrintedWords("en"))
    titles = [item.title.text for item in items if item.kind == "record"]
    assert titles == [
        "Rescue report (record 1)",
        "Rescue report to record 1 (record 3)",
        "Rescue report (record 2)",
    ]


def test_the_index_says_of_whom_a_record_is_by_code():
    about = replace(kept(1), record=replace(kept(1).record, subject="V-002"))
    (item,) = (
        i for i in plan_items(snapshot([about], language="en"), PrintedWords("en")) if i.kind == "record"
    )
    assert item.title.text == "Rescue report, V-002 (record 1)"
