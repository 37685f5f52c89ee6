"""The rescue report as a form: its sections, languages, marks and sources."""

from __future__ import annotations

import re
from itertools import groupby
from random import Random

import pytest

from abhaya_forms.engine import Control, FormEntry, Group, Question, Repeat
from abhaya_forms.engine.body import walk
from abhaya_forms.lint import check_form
from abhaya_forms.random_filling import edit_at_random
from abhaya_forms.rows import LANGUAGES
from abhaya_forms.source import read_source
from abhaya_forms.survey import Part, survey_lines
from support.form_entries import noon, rescue_entry, rescue_report
from support.form_sources import RESCUE_REPORT

DEVANAGARI = re.compile("[\u0900-\u097f]")
SECTIONS = ["case", "authority", "entry", "persons", "apprehended", "others", "premises", "wages_claimed",
            "recording", "seizure_list", "events", "production", "signatures"]  # fmt: skip


def questions() -> dict[str, Question]:
    """Return every question by its path."""
    return {e.path: e for e in walk(rescue_report().body) if isinstance(e, Question)}


def test_it_has_nothing_but_machine_translations_to_be_said_of():
    findings = check_form(read_source(RESCUE_REPORT))
    assert {finding.kind for finding in findings} == {"machine_translated"}


def test_its_sections():
    assert [group.name for group in rescue_report().body] == SECTIONS
    assert all(isinstance(group, Group) for group in rescue_report().body)
    assert [len(section.paths) for section in rescue_entry().sections()] == [1] * len(SECTIONS)


def test_it_speaks_three_languages():
    assert rescue_report().languages == tuple(LANGUAGES.values())
    assert rescue_report().default_language == LANGUAGES["en"]


@pytest.mark.parametrize("language", LANGUAGES.values())
def test_every_label_and_choice_stands_in_every_language(language):
    entry = rescue_entry(language=language)
    english = language == LANGUAGES["en"]
    for visit in entry.visits():
        assert entry.label(visit.path).strip("- "), visit.path
        assert english or DEVANAGARI.search(entry.label(visit.path)), visit.path
        if isinstance(visit.element, Question):
            assert all(choice.label.strip("- ") for choice in entry.choices(visit.path)), visit.path


def test_changing_the_language_changes_no_answer():
    entry = rescue_entry({"/data/case/state": "in_bihar", "/data/case/district": "in_bihar_araria"})
    before, shown = entry.to_xml(), set()
    for language in LANGUAGES.values():
        entry.language = language
        shown.add(entry.state("/data/case/district").display)
        assert entry.to_xml() == before
    assert shown == {"Araria", "अररिया"}


def test_every_question_says_where_it_comes_from():
    asked = [line for line in survey_lines(read_source(RESCUE_REPORT)) if line.part is not Part.END]
    marked = re.compile(r"\[(F|K|policy)\b")
    assert [line.path for line in asked if not marked.search(line.row["#"])] == []


def test_registers_of_people():
    repeats = {e.path: e for e in walk(rescue_report().body) if isinstance(e, Repeat)}
    registers = {path: e.marks["person"] for path, e in repeats.items() if "person" in e.marks}
    assert registers == {"/data/persons/rescued": "victim", "/data/apprehended/suspects": "suspect"}
    for path, role in registers.items():
        inside = {child.name: child for child in repeats[path].children if isinstance(child, Question)}
        assert {"person_code", "full_name", "sex", "age_years", "is_child"} <= set(inside)
        assert inside["person_code"].marks["person"] == role


def test_who_is_masked():
    masks: dict[str, set[str]] = {}
    for path, question in questions().items():
        masks.setdefault(question.marks.get("mask", ""), set()).add(path.rpartition("/")[2])
    assert masks["identity"] >= {"full_name", "alias", "father_name", "mother_name", "guardian_name"}
    assert masks["identity"] >= {"home_municipality", "home_village", "safe_contact", "paper_number"}
    assert masks["quasi"] >= {"born_dob", "age_years", "nationality", "home_district", "witness_name"}
    assert masks["sensitive"] >= {"condition", "injuries", "needs", "medical_at", "placement", "remarks"}
    assert set(masks) == {"", "identity", "quasi", "sensitive"}


def test_nobody_asks_about_a_past():
    """No question on sexual history, character, habit or HIV is in the form, in any language."""
    text = RESCUE_REPORT.read_text(encoding="utf-8").lower()
    assert re.findall(r"virgin|promiscu|\bcharacter\b|\bhabit|\bhiv\b|past sex|चरित्र|कौमार्य", text) == []


def test_print_marks_are_those_a_printer_knows():
    marks = {e.marks["print"] for e in walk(rescue_report().body) if "print" in e.marks}
    assert marks == {"table", "narrative", "signature", "signature_person", "note"}
    signed = [q for q in questions().values() if q.marks.get("print", "").startswith("signature")]
    assert {question.control for question in signed} == {Control.NOTE}
    assert len(signed) == 7


def test_its_longest_page():
    """A page is a group or a row without the groups and rows within it."""
    parents = sorted(
        path.rpartition("/")[0] for path, q in questions().items() if q.control is not Control.NOTE
    )
    lengths = {parent: len(list(inside)) for parent, inside in groupby(parents)}
    assert max(lengths.values()) <= 30


@pytest.mark.parametrize("seed", range(5))
def test_random_filling_survives_saving_and_languages(seed):
    random, entry = Random(seed), rescue_entry()
    for step, _ in enumerate(edit_at_random(entry, random, 150)):
        if step % 50 == 49:
            content = entry.to_xml()
            entry.language = random.choice(rescue_report().languages)
            assert [section.label for section in entry.sections()]
            entry.problems(to_seal=True)
            assert FormEntry(rescue_report(), clock=noon, content=content).to_xml() == content
