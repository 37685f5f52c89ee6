"""The restoration file: the person's wish, the risk, the order and the escort before anybody travels."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, entry_of, needed, value

ABOUT, READY, ORDER = "/data/about", "/data/readiness", "/data/order"


@pytest.mark.parametrize(
    ("risk", "family", "plan", "warned"),
    [
        ("none", "no", False, False),
        ("low", "no", False, False),
        ("medium", "no", True, True),
        ("low", "unknown", False, True),
    ],
)
def test_risk_above_1_needs_a_plan_and_no_order_is_warned_of(risk, family, plan, warned):
    entry = entry_of("restoration_file", {f"{READY}/risk": risk, f"{READY}/family_suspected": family})
    assert (f"{READY}/risk_plan" in needed(entry)) is plan
    assert asked(entry, f"{READY}/risk_note") is warned
    answer(entry, {f"{ORDER}/authority": "cwc", f"{ORDER}/order_number": "CWC/17/2026"})
    assert not asked(entry, f"{READY}/risk_note")


def test_who_goes_home_by_own_wish_needs_no_order_of_the_state():
    entry = entry_of("restoration_file", {f"{ABOUT}/route": "nepal", f"{ORDER}/authority": "magistrate"})
    assert f"{ORDER}/state_order" in needed(entry)
    answer(entry, {f"{ORDER}/authority": "own_wish"})
    assert asked(entry, f"{ORDER}/state_order")
    assert f"{ORDER}/state_order" not in needed(entry)


def test_the_escort_is_due_fifteen_days_after_the_order():
    entry = entry_of("restoration_file", {f"{ABOUT}/is_child": "yes", f"{ABOUT}/route": "other_state"})
    assert f"{ORDER}/escort_ordered_on" in needed(entry)
    entry.set_answer(f"{ORDER}/escort_ordered_on", "2026-11-20")
    assert value(entry, f"{ORDER}/escort_due") == "2026-12-05"
    assert f"{ORDER}/home_committee_asked_on" in needed(entry)
    entry.set_answer(f"{ABOUT}/route", "same_district")
    assert not asked(entry, f"{ORDER}/escort_ordered_on")


@pytest.mark.parametrize(("child", "broken"), [("yes", True), ("", True), ("no", False)])
def test_a_girl_travelling_without_a_woman_police_officer_needs_a_reason(child, broken):
    answers = {f"{ABOUT}/is_child": child, f"{ABOUT}/sex": "female", f"{ABOUT}/route": "nepal"}
    entry = entry_of("restoration_file", {**answers, f"{ORDER}/escort_woman": "no"})
    assert (f"{ORDER}/escort_woman_why" in needed(entry)) is broken


def test_a_child_goes_home_by_order_and_an_adult_by_a_written_wish():
    entry = entry_of("restoration_file", {f"{ABOUT}/is_child": "yes", f"{ORDER}/authority": "own_wish"})
    assert {f"{ORDER}/authority", "/data/wishes/wish_words"} <= needed(entry)
    entry.set_answer(f"{ABOUT}/is_child", "no")
    assert f"{ORDER}/authority" not in needed(entry)
    assert f"{ORDER}/order_number" not in needed(entry)
    entry.set_answer("/data/wishes/wish_written", "no")
    assert "/data/wishes/wish_written" in needed(entry)


def test_nepal_has_a_page_of_its_own():
    entry = entry_of("restoration_file", {f"{ABOUT}/route": "other_district"})
    assert not asked(entry, "/data/nepal/nationality_reference")
    entry.set_answer(f"{ABOUT}/route", "nepal")
    asked_there = ("nationality_reference", "travel_document", "receiver_kind", "handover_point")
    assert {f"/data/nepal/{name}" for name in asked_there} <= needed(entry)
    entry.set_answer("/data/nepal/papers_charge", "yes")
    assert asked(entry, "/data/nepal/papers_charge_note")
