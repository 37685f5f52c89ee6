"""Handing a person over into care: on an order or by consent, with a woman, in secrecy."""

from __future__ import annotations

from support.form_entries import answer, asked, at, definition_of, entry_of, needed

ADULT = {"/data/person/born/born_birth": "unknown", "/data/person/born/born_age_said": "30"}
JOURNEY = "/data/journey"
SAFETY = "/data/safety"


def handover(answers):
    return entry_of("care_handover", answers)


def test_a_possible_child_placed_without_an_order_needs_a_reason():
    entry = handover({"/data/order/authority": "consent"})
    assert asked(entry, "/data/order/no_order_note")
    assert "/data/order/no_order_why" in needed(entry)
    answer(entry, ADULT)
    assert not asked(entry, "/data/order/no_order_why")
    assert not asked(entry, "/data/order/order_number")


def test_an_adult_placed_without_an_order_and_against_her_will_needs_a_reason():
    entry = handover({**ADULT, "/data/order/authority": "consent", f"{SAFETY}/adult_willing": "no"})
    assert asked(entry, f"{SAFETY}/unwilling_note")
    assert f"{SAFETY}/unwilling_why" in needed(entry)
    answer(entry, {"/data/order/authority": "magistrate"})
    assert not asked(entry, f"{SAFETY}/unwilling_why")


def test_a_woman_goes_with_a_woman():
    entry = handover({"/data/person/sex": "female", f"{JOURNEY}/escorts[1]/escort_sex": "male"})
    assert f"{JOURNEY}/escort_why" in needed(entry)
    answer(entry, {f"{JOURNEY}/escorts[2]/escort_sex": "female"})
    assert not asked(entry, f"{JOURNEY}/escort_why")


def test_the_hours_follow_each_other():
    hours = {f"{JOURNEY}/travel_start": at(20, 9), f"{JOURNEY}/travel_end": at(20, 13)}
    entry = handover({**hours, f"{JOURNEY}/handed_at": at(20, 12)})
    assert entry.state(f"{JOURNEY}/handed_at").problems
    answer(entry, {f"{JOURNEY}/handed_at": at(20, 14), f"{SAFETY}/authority_told_at": at(20, 13)})
    assert not entry.state(f"{JOURNEY}/handed_at").problems
    assert entry.state(f"{SAFETY}/authority_told_at").problems


def test_a_hand_over_without_the_undertaking_needs_a_reason():
    entry = handover({f"{SAFETY}/undertaking": "no"})
    assert asked(entry, f"{SAFETY}/undertaking_note")
    assert f"{SAFETY}/undertaking_why" in needed(entry)
    assert not entry.state(f"{SAFETY}/undertaking").problems


def test_the_place_and_the_barred_visitors_are_in_no_copy_that_hides_identity():
    masks = definition_of("care_handover").marked("mask")
    places = ("institution_name", "home_code", "institution_address", "from_place")
    assert {masks[f"/data/order/{name}"] for name in places} == {"sensitive"}
    assert masks[f"{SAFETY}/do_not_admit"] == "sensitive"
    assert definition_of("care_handover").marked("event")[f"{JOURNEY}/handed_at"] == "handover.made"
