"""The legal aid application: no question about income where the law asks none."""

from __future__ import annotations

import pytest

from support.form_entries import asked, entry_of, needed

CATEGORIES = "/data/entitlement/categories"
INCOME = {"/data/entitlement/yearly_income", "/data/entitlement/income_affidavit"}


@pytest.mark.parametrize("category", ["trafficking", "woman", "child", "sc_st", "disability", "custody"])
def test_no_income_is_asked_where_the_right_needs_none(category):
    entry = entry_of("legal_aid_application", {CATEGORIES: f"income {category}"})
    assert not INCOME & needed(entry)
    assert asked(entry, "/data/entitlement/no_income_note")


def test_income_alone_needs_the_affidavit():
    entry = entry_of("legal_aid_application", {CATEGORIES: "income"})
    assert needed(entry) >= INCOME
    assert not asked(entry, "/data/entitlement/no_income_note")
    entry.set_answer(CATEGORIES, "")
    assert not INCOME & needed(entry)


def test_a_woman_or_a_child_only_where_sex_and_age_say_so():
    entry = entry_of("legal_aid_application", {"/data/applicant/sex": "male", CATEGORIES: "woman"})
    assert CATEGORIES in needed(entry)
    entry.set_answer(CATEGORIES, "child")  # the age is not known yet
    assert CATEGORIES not in needed(entry)
    entry.set_answer("/data/applicant/age/age_birth", "day")
    entry.set_answer("/data/applicant/age/age_dob", "2000-01-01")
    assert CATEGORIES in needed(entry)


def test_a_lawyer_is_assigned_after_the_authority_has_the_application():
    assigned = "/data/receipt/assigned_at"
    entry = entry_of("legal_aid_application", {"/data/receipt/lawyer_name": "Adv. R. Lama"})
    assert assigned in needed(entry)
    entry.set_answer("/data/receipt/received_at", "2026-11-20T11:00:00.000+05:30")
    entry.set_answer(assigned, "2026-11-20T10:00:00.000+05:30")
    assert assigned in needed(entry)
    entry.set_answer(assigned, "2026-11-20T11:30:00.000+05:30")
    assert assigned not in needed(entry)


def test_a_man_is_not_offered_what_is_for_women():
    entry = entry_of("legal_aid_application", {"/data/applicant/sex": "male"})
    assert "woman" not in {choice.value for choice in entry.choices(CATEGORIES)}
    entry.set_answer("/data/applicant/sex", "female")
    assert {"woman", "child"} <= {choice.value for choice in entry.choices(CATEGORIES)}
