"""An adult outside ITPA: free to go, shelter by consent, bonded labour told to the District Magistrate."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, definition_of, entry_of, needed

PERSON = "/data/person"
CERTIFICATE = "/data/certificate"


def report(answers):
    return entry_of("adult_outside_itpa", answers)


def test_a_possible_child_is_pointed_to_the_committee():
    entry = report({})
    assert asked(entry, f"{PERSON}/child_note")
    answer(entry, {f"{PERSON}/born/born_birth": "unknown", f"{PERSON}/born/born_age_said": "30"})
    assert not asked(entry, f"{PERSON}/child_note")


def test_a_child_has_a_release_certificate_and_nothing_else_here():
    child = {f"{PERSON}/born/born_birth": "unknown", f"{PERSON}/born/born_age_said": "12"}
    entry = report(child | {f"{PERSON}/exploitation": "bonded_labour organ_removal forced_marriage"})
    assert asked(entry, f"{CERTIFICATE}/certificate_state")
    assert not any(asked(entry, f"/data/{section}") for section in ("wishes", "s183", "organ", "marriage"))


def test_one_removed_under_itpa_goes_before_the_magistrate():
    entry = report({f"{PERSON}/removed_itpa": "yes"})
    assert asked(entry, f"{PERSON}/removed_itpa_note")
    assert f"{PERSON}/removed_itpa_why" in needed(entry)
    answer(entry, {f"{PERSON}/removed_itpa": "no"})
    assert not asked(entry, f"{PERSON}/removed_itpa_why")


def test_no_shelter_without_consent():
    entry = report({"/data/wishes/shelter_consent": "no"})
    assert not asked(entry, "/data/wishes/shelter_kind")
    assert "/data/wishes/leaving_plan" in needed(entry)
    answer(entry, {"/data/wishes/shelter_consent": "yes"})
    assert "/data/wishes/shelter_kind" in needed(entry)


@pytest.mark.parametrize(
    ("kinds", "sections"),
    [
        ("bonded_labour", {"certificate"}),
        ("organ_removal", {"organ"}),
        ("forced_marriage forced_labour", {"marriage", "certificate"}),
    ],
)
def test_each_kind_of_case_has_its_own_section(kinds, sections):
    entry = report({f"{PERSON}/exploitation": kinds})
    parts = {"certificate": "certificate_state", "organ": "organ_which", "marriage": "marriage_wish"}
    assert {name for name, question in parts.items() if asked(entry, f"/data/{name}/{question}")} == sections


def test_signs_of_bondage_alone_are_told_to_the_district_magistrate():
    entry = report({"/data/bondage/bondage_signs": "yes"})
    assert {"/data/bondage/dm_told_at", "/data/bondage/advance"} <= needed(entry)
    assert definition_of("adult_outside_itpa").marked("event")["/data/bondage/dm_told_at"] == "bonded.dm_told"


def test_an_incomplete_certificate_is_seen():
    entry = report({"/data/bondage/bondage_signs": "yes", f"{CERTIFICATE}/certificate_state": "issued"})
    answer(entry, {f"{CERTIFICATE}/certificate_has": "name address employer"})
    assert asked(entry, f"{CERTIFICATE}/certificate_note")
    everything = " ".join(choice.value for choice in entry.choices(f"{CERTIFICATE}/certificate_has"))
    answer(entry, {f"{CERTIFICATE}/certificate_has": everything})
    assert not asked(entry, f"{CERTIFICATE}/certificate_note")
