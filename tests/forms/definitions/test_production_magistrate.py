"""A person removed under ITPA before the Magistrate: custody, a child to the Committee, claimants."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, at, entry_of, needed, value

ORDERS = "/data/orders"
PERSON = "/data/person"
BORN = f"{PERSON}/born"


def report(answers):
    return entry_of("production_magistrate", answers)


def test_the_caps_on_custody():
    entry = report(
        {
            "/data/production/authority": "spo",
            "/data/production/nearest_magistrate": "yes",
            f"{ORDERS}/ordered_17_1": "2026-06-01",
        }
    )
    assert value(entry, f"{ORDERS}/limit_17_1") == "2026-06-11"
    answer(entry, {f"{ORDERS}/ordered_17_3": "2026-06-11"})
    assert value(entry, f"{ORDERS}/limit_17_3") == "2026-07-02"


@pytest.mark.parametrize(
    ("age", "word"), [("15", "child"), ("16", "minor"), ("17", "minor"), ("18", "major")]
)
def test_the_words_of_itpa(age, word):
    entry = report({f"{BORN}/born_birth": "unknown", f"{BORN}/born_age_said": age})
    assert value(entry, f"{PERSON}/itpa_age") == word


def test_for_a_possible_child_the_committee_is_asked_for():
    entry = report({"/data/prayer/prayers": "custody"})
    assert asked(entry, "/data/prayer/to_cwc_note")
    assert "/data/prayer/not_to_cwc_why" in needed(entry)
    assert asked(entry, f"{PERSON}/child_note")
    answer(entry, {f"{BORN}/born_birth": "unknown", f"{BORN}/born_age_said": "22"})
    assert not asked(entry, "/data/prayer/not_to_cwc_why")


def test_a_claimant_waits_for_the_verification():
    row = "/data/claims/claimants[1]"
    entry = report({"/data/claims/claimed": "yes", f"{row}/claimant_verified": "no"})
    assert asked(entry, f"{row}/claimant_note")
    answer(entry, {f"{row}/claimant_verified": "yes", f"{row}/claimant_suspected": "no"})
    assert not asked(entry, f"{row}/claimant_note")
    assert f"{row}/claimant_verified_by" in needed(entry)


def test_production_comes_after_the_removal():
    entry = report({"/data/production/removed_at": at(20, 22), "/data/production/produced_at": at(20, 21)})
    assert entry.state("/data/production/produced_at").problems
    answer(entry, {"/data/production/produced_at": at(21, 10)})
    assert value(entry, "/data/production/elapsed_hours") == "12"


def happened(entry):
    """Return what the record tells to have happened."""
    names = ("itpa_removed_at", "itpa_produced_at", "confined_found_at", "confined_produced_at")
    return {name for name in names if value(entry, f"/data/production/{name}")}


@pytest.mark.parametrize(
    ("authority", "events"),
    [
        ("spo", {"itpa_removed_at", "itpa_produced_at"}),
        ("warrant_100", {"confined_found_at", "confined_produced_at"}),
    ],
)
def test_what_happened_follows_from_the_power(authority, events):
    answers = {"removed_at": at(20, 10), "produced_at": at(20, 14), "authority": authority}
    assert happened(report({f"/data/production/{name}": text for name, text in answers.items()})) == events


def test_an_adult_found_by_a_warrant_is_asked_nothing_of_itpa():
    entry = report({"/data/production/authority": "warrant_100"})
    for path in (
        "/data/production/nearest_magistrate",
        f"{PERSON}/itpa_age",
        "/data/facts_group/custody_options",
        "/data/claims/claimed",
        "/data/prayer/voluntary_application",
        f"{ORDERS}/ordered_17_3",
    ):
        assert not asked(entry, path), path
    assert {choice.value for choice in entry.choices("/data/prayer/prayers")} == {
        "release",
        "to_cwc",
        "other",
    }
    assert asked(entry, "/data/production/authority_order")
    assert asked(entry, f"{ORDERS}/ordered_100")
