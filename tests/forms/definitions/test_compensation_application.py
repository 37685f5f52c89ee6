"""The compensation application: the right authority, amounts of each head, and what a head brings with it."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import FormEntry
from support.form_entries import answer, asked, entry_of, needed, value

TO = "/data/application/to"
ROW = "/data/losses/loss_rows[1]"
CASE = {"/data/case/state": "in_up", "/data/case/sections": "bns_143_4 pocso_17"}


def with_head(head: str, **answers: str) -> FormEntry:
    """Return an application of a victim of 20 with one head of loss."""
    rows = {f"{ROW}/{name}": text for name, text in {"head": head, **answers}.items()}
    return entry_of("compensation_application", {**CASE, "/data/victim/incident_age": "20", **rows})


@pytest.mark.parametrize("child", ["yes", ""])
def test_a_child_under_pocso_applies_to_the_special_court(child):
    entry = entry_of("compensation_application", {**CASE, "/data/victim/is_child": child, TO: "dlsa"})
    assert TO in needed(entry)
    entry.set_answer(TO, "special_court")
    assert TO not in needed(entry)
    assert "/data/application/copy_to_dlsa" in needed(entry)


def test_an_adult_applies_to_the_legal_services_authority():
    entry = entry_of("compensation_application", {**CASE, "/data/victim/is_child": "no", TO: "dlsa"})
    assert TO not in needed(entry)


def test_immediate_help_needs_a_certificate():
    entry = entry_of("compensation_application", {"/data/application/kinds": "interim"})
    certificate = {f"/data/application/certified_{name}" for name in ("by", "name", "on")}
    assert not certificate & needed(entry)
    entry.set_answer("/data/application/kinds", "interim immediate")
    assert certificate <= needed(entry)


def test_a_head_shows_its_amounts_and_whether_they_are_to_be_verified():
    entry = with_head("nalsa_3")
    assert (value(entry, f"{ROW}/head_minimum"), value(entry, f"{ROW}/head_maximum")) == ("400000", "700000")
    labels = {choice.value: choice.label for choice in entry.choices(f"{ROW}/head")}
    assert labels["nalsa_3"] == "NALSA 2018: rape"
    assert labels["nalsa_6"].endswith("(verify)")


def test_the_amount_is_weighed_against_the_head_and_added_up():
    entry = with_head("nalsa_3", head_amount="800000")
    assert asked(entry, f"{ROW}/head_amount_note")
    entry.set_answer(f"{ROW}/head_amount", "500000")
    assert not asked(entry, f"{ROW}/head_amount_note")
    answer(entry, {"/data/losses/loss_rows[2]/head": "state_trafficking",
                   "/data/losses/loss_rows[2]/head_amount": "100000"})  # fmt: skip
    assert not asked(entry, "/data/losses/loss_rows[2]/head_amount_note")
    assert value(entry, "/data/losses/amount_claimed") == "600000"


def test_a_younger_victim_may_get_more():
    entry = with_head("nalsa_3", head_amount="1000000")
    entry.set_answer("/data/victim/incident_age", "17")
    assert value(entry, f"{ROW}/head_more") == "50"
    assert not asked(entry, f"{ROW}/head_amount_note")
    entry.set_answer(f"{ROW}/head", "cvcf_rape")  # more only below 14
    assert not asked(entry, f"{ROW}/head_more")


def test_a_disability_has_a_percentage_and_a_scheme_that_ended_says_so():
    entry = with_head("nalsa_6")
    assert f"{ROW}/disability_percent" in needed(entry)
    assert not asked(entry, f"{ROW}/head_ended_note")
    entry.set_answer(f"{ROW}/head", "css_trafficked")
    assert asked(entry, f"{ROW}/head_ended_note")
    assert not asked(entry, f"{ROW}/disability_percent")


def test_no_account_is_no_obstacle():
    entry = entry_of("compensation_application", {"/data/bank/account": "none"})
    assert not {path for path in needed(entry) if path.startswith("/data/bank/bank_")}
    assert asked(entry, "/data/bank/no_account_note")
    entry.set_answer("/data/bank/account", "nepal")
    assert {"/data/bank/bank_swift", "/data/bank/bank_account"} <= needed(entry)
    assert not asked(entry, "/data/bank/bank_ifsc")


def test_expenses_are_added_up_by_currency():
    rows = "/data/expenses/expense_rows"
    entry = entry_of("compensation_application")
    for number, (amount, currency) in enumerate([("200", "inr"), ("300.50", "inr"), ("1000", "npr")], 1):
        answer(entry, {f"{rows}[{number}]/expense_amount": amount,
                       f"{rows}[{number}]/expense_currency": currency})  # fmt: skip
    assert value(entry, "/data/expenses/expenses_inr") == "500.5"
    assert value(entry, "/data/expenses/expenses_npr") == "1000"


@pytest.mark.parametrize(("sex", "offered"), [("female", True), ("trans_woman", True), ("male", False)])
def test_the_scheme_for_women_is_not_offered_to_a_man(sex, offered):
    entry = entry_of("compensation_application", {**CASE, "/data/victim/sex": sex})
    heads = {choice.value for choice in entry.choices(f"{ROW}/head")}
    assert ("nalsa_3" in heads) is offered
    assert {"cvcf_trafficking", "state_trafficking"} <= heads
