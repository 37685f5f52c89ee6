"""Amounts of money: with their currency, and lakhs and crores apart."""

from __future__ import annotations

import re

from abhaya.export.entry_reading import EntryReading, Node
from abhaya_forms.engine import Question
from abhaya_forms.tables import terms

_AMOUNT = re.compile(r"(-?)(\d+)(\.\d+)?")
_SIGNS = {"inr": "₹"}
"""Signs that stand right before an amount, so that no line parts them; other currencies go by their code."""


def money(reading: EntryReading, node: Node) -> str:
    """The amount that a question was answered, as ``₹2,50,000``; "" if the answer is no amount of money.

    The currency is what the label says (₹), else the end of the question's name (``wages_npr``), else the
    answer to the question right after it, if that one's name ends in ``currency``.
    """
    question = node.visit.element
    assert isinstance(question, Question)
    amount = (
        _AMOUNT.fullmatch(reading.state(node).value) if question.data_type in ("int", "decimal") else None
    )
    currency = _currency(reading, node) if amount else ""
    if not amount or not currency:
        return ""
    minus, whole, part = amount.groups("")
    return f"{_SIGNS.get(currency, f'{currency.upper()} ')}{minus}{in_lakhs(whole)}{in_paise(part)}"


def in_lakhs(digits: str) -> str:
    """Digits in groups as Indians and Nepalis write them: ``12,34,567``."""
    return re.sub(r"(?<=\d)(?=(\d\d)*\d{3}$)", ",", digits)


def in_paise(part: str) -> str:
    """What stands behind the point, in two digits at least: ``.5`` is fifty paise."""
    return part and part.ljust(len(".00"), "0")


def _currency(reading: EntryReading, node: Node) -> str:
    currencies = {term.name for term in terms("currencies")}
    if any("₹" in phrase.text for phrase in reading.label(node)):
        return "inr"
    after = reading.next_question(node)
    told = reading.state(after).value if after and after.visit.element.name.endswith("currency") else ""
    named = node.visit.element.name.rpartition("_")[2]
    return next((code for code in (named, told) if code in currencies), "")
