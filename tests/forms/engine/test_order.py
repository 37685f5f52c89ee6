"""In which order questions are answered makes no difference to where the form ends."""

from __future__ import annotations

from random import Random

import pytest

from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import Control, FormDefinition, FormEntry, Question, load_form
from abhaya_forms.random_filling import random_value
from support.form_sources import outside_form
from support.xforms import NOW

NAMES = [*(form.form_id for form in shipped_forms()), "htcds_xlsform.xlsx", "all-question-types.xlsx"]


def definition(name: str) -> FormDefinition:
    if name.endswith(".xlsx"):
        return load_form(compile_form(outside_form(name)).xform)
    return load_form(next(form for form in shipped_forms() if form.form_id == name).xform())


def fresh(form: FormDefinition) -> FormEntry:
    return FormEntry(form, clock=lambda: NOW, random=Random(1))


def answers(form: FormDefinition, random: Random) -> dict[str, str]:
    """Return an answer for two of three questions that nothing calculates, in the first rows."""
    given = {}
    entry = fresh(form)
    for visit in entry.visits():
        element, path = visit.element, visit.path
        calculated = path in form.rules.binds and form.rules.binds[path].calculated
        if (
            isinstance(element, Question)
            and element.control is not Control.NOTE
            and not calculated
            and not entry.state(path).read_only
            and random.random() < 2 / 3
        ):
            given[path] = random_value(entry, element, path, random)
    return given


@pytest.mark.parametrize("name", NAMES)
def test_any_order_ends_in_the_same_state(name: str) -> None:
    form = definition(name)
    for seed in range(3):
        given = answers(form, Random(seed))
        ends = []
        for order in range(3):
            entry = fresh(form)
            for path in Random(order).sample(sorted(given), len(given)):
                if not entry.state(path).read_only:
                    entry.set_answer(path, given[path])
            ends.append([node for node in entry.nodes() if "instanceID" not in node.path])
        assert ends[0] == ends[1] == ends[2], seed
