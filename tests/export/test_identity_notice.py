"""The notice names the laws that protect the identities in this case, and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from abhaya.export.identity_notice import identity_notice, identity_protection
from abhaya.export.printed_words import PrintedWords
from abhaya_forms.tables import terms
from support.form_entries import rescue_entry
from support.printed_case import record, snapshot

RAPE, POCSO, JJ = "section 72", "sections 23 and 33(7)", "section 74"


def case_with(sections, *, victim_is_child):
    case = snapshot([record(1, "en", rescue_entry({"/data/case/sections": sections}))])
    victim = replace(case.people[0], is_child=victim_is_child)
    return replace(case, people=(victim, case.people[2]))


@pytest.mark.parametrize(
    ("sections", "child", "named"),
    [
        ("bns_64_1", False, {RAPE}),
        ("bns_143_4 pocso_17", True, {POCSO, JJ}),
        ("bns_64_1 pocso_17", True, {RAPE, POCSO, JJ}),
        ("bns_143_2", None, {JJ}),
        ("bns_143_2 thota_19", False, set()),
    ],
)
def test_it_names_what_the_charges_and_a_child_make_apply(sections, child, named):
    (said,) = identity_protection(case_with(sections, victim_is_child=child), PrintedWords("en"))
    assert {law for law in (RAPE, POCSO, JJ) if law in said.text} == named
    assert said.text.endswith("must not be disclosed.")


def test_it_says_so_in_the_language_of_the_print_with_english_beside():
    said = identity_protection(case_with("bns_64_1 pocso_17", victim_is_child=False), PrintedWords("ne"))
    assert [phrase.language for phrase in said] == ["ne", "en"]
    assert "दफा 72 तथा" in said[0].text
    assert "2023 and sections 23" in said[1].text


@pytest.mark.parametrize(("sections", "punishable"), [("bns_64_1", True), ("bns_143_2", False)])
def test_the_head_threatens_with_no_punishment_that_no_law_sets(sections, punishable):
    said = identity_notice(case_with(sections, victim_is_child=False), PrintedWords("en"))
    assert ("punishable" in said) == punishable


def test_the_table_names_sections_and_acts_that_there_are():
    sections = {term.name for term in terms("acts_and_sections")}
    acts = {term.name for term in terms("acts")}
    for law in terms("identity_laws"):
        assert set(law.more["sections"].split()) <= sections
        assert set(law.more["acts"].split()) <= acts
