"""An addendum leaves the sealed statement alone, says why, and is not signed by its maker either."""

from __future__ import annotations

from abhaya_forms.engine import Question
from abhaya_forms.engine.body import walk
from support.form_entries import answer, asked, at, definition_of, entry_of, needed

ABOUT = "/data/about"
ADDITION = "/data/addition"


def test_the_officer_and_the_translator_sign_and_never_the_maker():
    questions = [e for e in walk(definition_of("statement_addendum").body) if isinstance(e, Question)]
    signed = [
        (q.name, q.marks["print"]) for q in questions if q.marks.get("print", "").startswith("signature")
    ]
    assert signed == [("sign_translator", "signature_person"), ("sign_recorder", "signature")]
    assert [q.name for q in questions if q.marks.get("print") == "verbatim"] == ["text"]


def test_it_names_the_statement_and_why():
    required = {f"{ABOUT}/of_record", f"{ABOUT}/of_recorded_at", f"{ADDITION}/text", f"{ADDITION}/why"}
    assert required <= needed(entry_of("statement_addendum"))


def test_it_comes_after_the_statement():
    entry = entry_of("statement_addendum", {"/data/setting/taken_started": at(20, 10)})
    answer(entry, {f"{ABOUT}/of_recorded_at": at(20, 11)})
    assert entry.state(f"{ABOUT}/of_recorded_at").problems
    answer(entry, {f"{ABOUT}/of_recorded_at": at(19, 11)})
    assert not entry.state(f"{ABOUT}/of_recorded_at").problems


def test_a_correction_names_the_paragraphs():
    entry = entry_of("statement_addendum", {f"{ADDITION}/kind": "adds"})
    assert not asked(entry, f"{ADDITION}/paragraphs")
    answer(entry, {f"{ADDITION}/kind": "adds corrects"})
    assert f"{ADDITION}/paragraphs" in needed(entry)
