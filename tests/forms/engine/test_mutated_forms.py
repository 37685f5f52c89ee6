"""A form that was damaged at random is refused with findings, or works; nothing in between."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from random import Random

import pytest
from lxml import etree

from abhaya_forms.engine import FormEntry, FormError, load_form
from abhaya_forms.random_filling import edit_at_random
from support.source_tree import CHECKOUT
from support.xforms import NOW

SPLINTERS = ("", "'", '"', "[", "]", "(", ")", "/", "..", "@", "*", "and", "1", "string(", "//", "null")
LARGEST = 60_000
MUTANTS = 250


@cache
def originals() -> tuple[bytes, ...]:
    """Return the forms of the scenario suite."""
    cases = json.loads((CHECKOUT / "tests/data/conformance/scenario.json").read_text(encoding="utf-8"))
    forms = {op["xml"].strip() for case in cases for op in case["ops"] if op["op"] == "init"}
    return tuple(form.encode() for form in sorted(forms) if len(form) < LARGEST)


def mutant(random: Random) -> bytes:
    """Return a form with one to three elements or attributes damaged."""
    root = etree.fromstring(random.choice(originals()))
    for _ in range(random.randint(1, 3)):
        elements = [e for e in root.iter() if isinstance(e.tag, str) and e.getparent() is not None]
        if elements:
            damage(random.choice(elements), elements, random)
    return etree.tostring(root)


def damage(element: etree._Element, others: list[etree._Element], random: Random) -> None:
    kind = random.choice(("remove", "rename", "copy", "forget", "splinter", "splinter"))
    if kind == "remove":
        element.getparent().remove(element)
    elif kind == "rename":
        element.tag = random.choice(others).tag
    elif kind == "copy":
        other = random.choice(others)
        if element not in other.iter():
            element.append(deepcopy(other))
    elif element.attrib:
        name = random.choice(list(element.attrib))
        value = element.attrib.pop(name)
        if kind == "splinter":
            place = random.randint(0, len(value))
            element.set(
                name, value[:place] + random.choice(SPLINTERS) + value[place + random.randint(0, 3) :]
            )


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_form_is_refused_or_works(seed):
    random = Random(seed)
    refused = 0
    for number in range(MUTANTS):
        form = mutant(random)
        try:
            definition = load_form(form)
        except FormError as error:
            refused += 1
            assert error.findings
            continue
        fill_and_save(FormEntry(definition, clock=lambda: NOW, random=Random(number)), Random(number))
    assert 0 < refused < MUTANTS


def fill_and_save(entry: FormEntry, random: Random) -> None:
    for _ in edit_at_random(entry, random, 8):
        pass
    entry.sections()
    entry.problems(to_seal=True)
    assert all(isinstance(entry.label_of(visit), str) for visit in entry.visits())
    saved = entry.to_xml()
    again = FormEntry(entry.definition, clock=lambda: NOW, random=random, content=saved)
    assert again.to_xml() == saved
