"""In court an accused gets copies, and a child gives evidence out of sight of the accused."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import FormEntry
from support.form_entries import answer, asked, at, definition_of, needed, noon

HEARING = "/data/hearing"


def entry_about(code):
    entry = FormEntry(definition_of("person_in_court"), clock=noon)
    content = entry.to_xml().replace(b"<subject_code/>", f"<subject_code>{code}</subject_code>".encode())
    return FormEntry(definition_of("person_in_court"), clock=noon, content=content)


@pytest.mark.parametrize(
    ("code", "questions"),
    [("S-001", {"appeared_on"}), ("V-001", {"advocate_copies_on", "evidence_on"})],
)
def test_an_accused_and_a_victim_are_asked_their_own(code, questions):
    entry = entry_about(code)
    names = ("appeared_on", "copies_on", "advocate_copies_on", "evidence_on", "screen_used")
    assert {name for name in names if asked(entry, f"{HEARING}/{name}")} == questions


def test_copies_come_after_the_accused_appeared():
    entry = entry_about("S-001")
    answer(entry, {f"{HEARING}/appeared_on": "2026-11-10", f"{HEARING}/copies_on": "2026-11-09"})
    assert [problem.path for problem in entry.problems(to_seal=False)] == [f"{HEARING}/copies_on"]


def test_a_child_is_kept_out_of_sight():
    entry = entry_about("V-001")
    answer(entry, {f"{HEARING}/evidence_on": "2026-11-10"})
    assert asked(entry, f"{HEARING}/screen_used")


def test_the_production_of_an_accused_has_its_place_here():
    assert not asked(entry_about("V-001"), "/data/custody")
    entry = entry_about("S-001")
    answer(entry, {"/data/custody/produced_at": at(21, 12), "/data/custody/remand_kind": "police"})
    later = {f"/data/custody/{name}" for name in ("produced_court", "remand_on", "remand_until")}
    assert later <= needed(entry)
