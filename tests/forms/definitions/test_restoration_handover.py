"""The hand-over memo of a restoration: who receives, what the person says, and what happens afterwards."""

from __future__ import annotations

import pytest

from support.form_entries import asked, at, definition_of, entry_of, needed, value

ABOUT, HANDOVER = "/data/about", "/data/handover"


def test_the_hand_over_ends_the_escort_only_where_there_was_an_order():
    entry = entry_of("restoration_handover", {f"{HANDOVER}/handed_at": at(20, 15)})
    assert value(entry, f"{HANDOVER}/escort_done_at") == ""
    entry.set_answer(f"{ABOUT}/by_escort_order", "yes")
    assert value(entry, f"{HANDOVER}/escort_done_at") == at(20, 15)
    events = definition_of("restoration_handover").marked("event")
    assert events[f"{HANDOVER}/escort_done_at"] == "escort.done"
    assert events[f"{HANDOVER}/handed_at"] == "restoration.done"


def test_the_first_visit_is_due_fifteen_days_later():
    entry = entry_of("restoration_handover", {f"{HANDOVER}/handed_at": at(20, 15)})
    assert value(entry, f"{HANDOVER}/restored_on") == "2026-11-20"
    assert value(entry, "/data/after/first_follow_up_on") == "2026-12-05"


@pytest.mark.parametrize(("child", "broken"), [("yes", True), ("", True), ("no", False)])
def test_a_child_sent_alone_needs_a_reason(child, broken):
    entry = entry_of(
        "restoration_handover", {f"{ABOUT}/is_child": child, f"{HANDOVER}/receiver_kind": "alone"}
    )
    assert (f"{HANDOVER}/alone_why" in needed(entry)) is broken
    assert f"{HANDOVER}/receiver_name" not in needed(entry)


def test_a_parent_of_a_child_signs_an_undertaking():
    undertaken = "/data/undertaking/undertaken"
    entry = entry_of(
        "restoration_handover", {f"{ABOUT}/is_child": "no", f"{HANDOVER}/receiver_kind": "parent"}
    )
    assert undertaken not in needed(entry)
    entry.set_answer(f"{ABOUT}/is_child", "yes")
    assert undertaken in needed(entry)
    entry.set_answer(undertaken, "care school")
    assert asked(entry, "/data/undertaking/undertaken_note")
    entry.set_answer(undertaken, " ".join(choice.value for choice in entry.choices(undertaken)))
    assert not asked(entry, "/data/undertaking/undertaken_note")


@pytest.mark.parametrize(("willing", "stopped"), [("willing", False), ("afraid", True), ("unwilling", True)])
def test_nobody_is_handed_over_against_the_wish_without_asking(willing, stopped):
    entry = entry_of("restoration_handover", {"/data/wishes/willing": willing})
    assert asked(entry, "/data/wishes/unwilling_note") is stopped
    assert ("/data/wishes/unwilling_told" in needed(entry)) is stopped


@pytest.mark.parametrize(
    ("route", "numbers"),
    [("nepal", ["100", "1098", "1145", "104"]), ("other_state", ["112", "1098", "181"])],
)
def test_the_numbers_are_those_of_the_country(route, numbers):
    entry = entry_of("restoration_handover", {f"{ABOUT}/route": route})
    labels = [choice.label for choice in entry.choices("/data/after/numbers_given")]
    assert [label.partition(":")[0] for label in labels] == numbers
    assert all(label.endswith("(verify)") for label in labels)
