"""Consent to an examination: part by part, by the one whom the age names, and refused without harm."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, entry_of, needed

ASKED, EXPLAINED, CONSENTS = "/data/about_consent", "/data/explained", "/data/consents"
AGE = "/data/about_consent/person/person"


def consent_of(age: str, giver: str):
    answers = {f"{AGE}_birth": "unknown", f"{AGE}_age_said": age, f"{EXPLAINED}/consent_giver": giver}
    return entry_of("medical_consent", answers)


@pytest.mark.parametrize(
    ("age", "giver", "why"),
    [
        ("12", "person", False),
        ("12", "guardian", True),
        ("30", "guardian", True),
        ("11", "guardian", False),
        ("11", "hospital", True),
        ("11", "person", True),
    ],
)
def test_from_twelve_years_the_person_decides(age, giver, why):
    entry = consent_of(age, giver)
    assert (f"{EXPLAINED}/consent_giver_why" in needed(entry)) is why
    assert asked(entry, f"{EXPLAINED}/guardian_name") is (giver != "person")


def test_a_small_child_is_asked_too():
    assert f"{EXPLAINED}/child_assent" in needed(consent_of("11", "guardian"))
    assert not asked(consent_of("12", "person"), f"{EXPLAINED}/child_assent")


def test_every_part_has_its_own_consent_and_one_refusal_opens_the_refusal():
    entry = entry_of("medical_consent", {f"{ASKED}/purposes": "sexual_assault"})
    parts = {path for path in needed(entry) if path.startswith(f"{CONSENTS}/")}
    assert len(parts) == 7
    answer(entry, dict.fromkeys(parts, "yes"))
    assert not asked(entry, "/data/refusal")
    answer(entry, {f"{CONSENTS}/consent_genital": "no"})
    assert {"/data/refusal/refusal_explained", "/data/refusal/refusal_treated"} <= needed(entry)
    assert "/data/refusal/refusal_words" not in needed(entry)


def test_all_is_explained_before_consent_is_asked():
    entry = entry_of("medical_consent", {f"{EXPLAINED}/explained_items": "treatment_only any_part"})
    assert asked(entry, f"{EXPLAINED}/explained_note")
    every = "treatment_only any_part goes_on police_copy samples"
    answer(entry, {f"{EXPLAINED}/explained_items": every})
    assert not asked(entry, f"{EXPLAINED}/explained_note")


@pytest.mark.parametrize(
    ("purposes", "parts"),
    [
        ("treatment injuries", set()),
        ("sexual_assault", {"consent_genital"}),
        ("treatment organ_scar", {"consent_imaging"}),
    ],
)
def test_nobody_is_asked_for_an_examination_that_is_not_made(purposes, parts):
    entry = entry_of("medical_consent", {f"{ASKED}/purposes": purposes})
    certain = {"consent_genital", "consent_imaging"}
    assert {name for name in certain if asked(entry, f"{CONSENTS}/{name}")} == parts
