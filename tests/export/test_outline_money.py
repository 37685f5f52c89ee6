"""Amounts of money on paper."""

from __future__ import annotations

import pytest

from abhaya.export.blocks import Table
from abhaya.export.outline import outline
from abhaya.export.outline_money import in_lakhs
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormEntry, load_form
from support.form_sources import form
from support.printed_case import local_clock

SETTINGS = {"form_id": "small", "version": "1"}


def printed(*rows: dict[str, str], language: str = "en", **answers: str) -> list[str]:
    """Return what a form with these rows says to its answers; in a table, those of its first row."""
    filled = FormEntry(load_form(compile_form(form(*rows, settings=SETTINGS)).xform), clock=local_clock)
    for path, value in answers.items():
        filled.set_answer("/data/" + path.replace("__", "/"), value)
    block = outline(filled, language)[-1]
    if isinstance(block, Table):
        return [cell[0].text for cell in block.rows[0]]
    return [block.answer[0].text for block in outline(filled, language)]


def row(name: str, kind: str = "decimal", label: str = "Amount") -> dict[str, str]:
    return {"type": kind, "name": name, "label": label}


@pytest.mark.parametrize(
    ("digits", "shown"),
    [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1,000"),
        ("25000", "25,000"),
        ("250000", "2,50,000"),
        ("123456789", "12,34,56,789"),
    ],
)
def test_lakhs_and_crores_stand_apart(digits, shown):
    assert in_lakhs(digits) == shown


@pytest.mark.parametrize("language", ["en", "hi", "ne"])
def test_an_amount_whose_label_says_rupees_has_their_sign(language):
    assert printed(row("value", "integer", "Value (₹)"), language=language, value="250000") == ["₹2,50,000"]
    assert printed(row("value", label="Value (₹)"), language=language, value="1250.50") == ["₹1,250.50"]
    assert printed(row("value", label="Value (₹)"), language=language, value="1250.5") == ["₹1,250.50"]


@pytest.mark.parametrize(("code", "shown"), [("inr", "₹12,000"), ("npr", "NPR 12,000")])
def test_the_question_after_the_amount_says_which_currency(code, shown):
    rows = row("wage"), row("wage_currency", "select_one currencies", "Currency")
    assert printed(*rows, wage="12000", wage_currency=code)[0] == shown
    table = {"type": "begin_repeat", "name": "wages"}, *rows, {"type": "end_repeat"}
    assert printed(*table, wages__wage="12000", wages__wage_currency=code)[0] == shown


def test_the_end_of_a_name_says_the_currency_of_a_sum():
    assert printed(row("wages_npr"), wages_npr="12000") == ["NPR 12,000"]


def test_other_numbers_stand_as_they_are():
    assert printed(row("height", "integer", "Height (cm)"), height="12000") == ["12000"]
    rows = row("wage"), row("wage_currency", "select_one currencies", "Currency")
    assert printed(*rows, wage="12000")[0] == "12000"
