"""What the Committee ordered: who sat, where the child stays, and the days by which things are due."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, definition_of, entry_of, needed, value

ORDER = "/data/order"


def order(answers):
    return entry_of("cwc_order", {f"{ORDER}/order_on": "2026-11-20", **answers})


def test_report_and_age_test_are_due_fifteen_days_after_the_order():
    entry = order({"/data/inquiry/sir_ordered": "yes", "/data/medical_age/age_test": "yes"})
    assert value(entry, "/data/inquiry/sir_due") == "2026-12-05"
    assert value(entry, "/data/medical_age/age_test_due") == "2026-12-05"


def test_the_escort_is_due_fifteen_days_after_the_order_came():
    services = {"/data/services/escort_ordered": "yes", "/data/services/escort_received_on": "2026-11-22"}
    assert value(order(services), "/data/services/escort_due") == "2026-12-07"


@pytest.mark.parametrize(
    ("kind", "members", "asks"), [("final", "2", True), ("final", "3", False), ("interim", "1", False)]
)
def test_three_members_sit_for_the_final_disposal(kind, members, asks):
    entry = order({f"{ORDER}/order_kind": kind, f"{ORDER}/members_present": members})
    assert asked(entry, f"{ORDER}/members_note") is asks
    assert (f"{ORDER}/members_few_done" in needed(entry)) is asks


def test_only_a_final_order_decides():
    entry = order({f"{ORDER}/order_kind": "interim"})
    assert value(entry, f"{ORDER}/decided_on") == ""
    assert not asked(entry, "/data/final/disposal")
    assert "/data/inquiry/next_date" in needed(entry)
    answer(entry, {f"{ORDER}/order_kind": "final"})
    assert value(entry, f"{ORDER}/decided_on") == "2026-11-20"
    assert "/data/final/disposal" in needed(entry)
    assert "/data/inquiry/next_date" not in needed(entry)


def test_a_home_is_known_by_its_code():
    entry = order({"/data/declaration/placement_order": "institution"})
    assert "/data/declaration/home_code" in needed(entry)
    marks = definition_of("cwc_order").marked("mask")
    assert marks["/data/declaration/home_code"] == "sensitive"
