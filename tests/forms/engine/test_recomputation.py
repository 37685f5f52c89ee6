"""Working out only what changed comes to the same as working out everything, and saving loses nothing."""

from __future__ import annotations

import json
from functools import cache
from random import Random

import pytest

from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormDefinition, FormEntry, load_form
from abhaya_forms.random_filling import edit_at_random
from support.form_sources import outside_form
from support.source_tree import CHECKOUT
from support.xforms import NOW

CHANCE = (b"uuid()", b"random()", b"once(")
OUTSIDE = ("all-question-types.xlsx", "htcds_xlsform.xlsx")


@cache
def xforms() -> dict[str, bytes]:
    """Return the forms of the scenario suite and those that others wrote, each once."""
    cases = json.loads((CHECKOUT / "tests/data/conformance/scenario.json").read_text(encoding="utf-8"))
    written = {op["xml"]: case["test"] for case in cases for op in case["ops"] if op["op"] == "init"}
    xforms = {f"{name} {index}": xml.strip().encode() for index, (xml, name) in enumerate(written.items())}
    return xforms | {name: compile_form(outside_form(name)).xform for name in OUTSIDE}


@cache
def forms(*, without: tuple[bytes, ...] = ()) -> dict[str, FormDefinition]:
    """Return those forms, loaded, that use none of these functions."""
    chosen = {name: form for name, form in xforms().items() if not any(word in form for word in without)}
    return {name: load_form(form) for name, form in chosen.items()}


def entry_of(form: FormDefinition, content: bytes | None = None) -> FormEntry:
    return FormEntry(form, clock=lambda: NOW, random=Random(1), content=content)


def seen(entry: FormEntry) -> list[object]:
    """Return everything there is to see of an entry."""
    shown = [(visit, entry.label_of(visit)) for visit in entry.visits()]
    states = [entry.state(visit.path) for visit in entry.visits() if visit.kind == "question"]
    return [list(entry.nodes()), shown, states, entry.sections(), entry.problems(to_seal=True)]


@pytest.mark.parametrize("seed", range(3))
def test_saving_and_opening_again_changes_nothing(seed):
    for name, form in forms().items():
        entry = entry_of(form)
        for done in edit_at_random(entry, Random(seed), 8):
            saved = entry.to_xml()
            again = entry_of(form, saved)
            assert again.to_xml() == saved, (name, done)
            assert seen(again) == seen(entry), (name, done)


@pytest.mark.parametrize("seed", range(3))
def test_working_out_everything_again_changes_nothing(seed):
    """Forms of chance aside, and calculations whose result a person may correct."""
    for name, form in forms(without=CHANCE).items():
        corrected = frozenset(path for path, bind in form.rules.binds.items() if bind.calculated)
        entry = entry_of(form)
        for done in edit_at_random(entry, Random(seed), 12, spare=corrected):
            before = list(entry.nodes())
            entry._recomputation.everything(keep_values=False)
            assert list(entry.nodes()) == before, (name, done)
