"""Our forms, filled at random, stand in JavaRosa as they stand here: every value, relevance and validity."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from random import Random

import pytest

from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import Change, Control, FormEntry, Question, Repeat, load_form
from abhaya_forms.engine.instance_tree import template_path
from abhaya_forms.random_filling import random_value
from judges.javarosa import Nodes, judge
from support.form_sources import outside_form
from support.xforms import INDIA

ENTRIES, STEPS = 6, 60
MANY_ENTRIES = 200
BEYOND_THE_JUDGE = (Control.NOTE, Control.UPLOAD, Control.TRIGGER, Control.RANGE)
"""Controls whose answers the launcher cannot type."""
OWN_WAYS = {"geopoint", "geotrace", "geoshape", "binary", "barcode", "time", "dateTime"}
"""Types that JavaRosa writes in a form of its own, and moments, which are of now."""


def xform(name: str) -> bytes:
    if name.endswith(".xlsx"):
        return compile_form(outside_form(name)).xform
    return next(form for form in shipped_forms() if form.form_id == name).xform()


SHIPPED = [form.form_id for form in shipped_forms()]


@pytest.mark.judge
@pytest.mark.parametrize("entries", [ENTRIES, pytest.param(MANY_ENTRIES, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", [*SHIPPED, "htcds_xlsform.xlsx"])
def test_javarosa_agrees(name, entries, tmp_path):
    form = xform(name)
    definition = load_form(form)
    script: list[tuple[str, ...]] = []
    ours = []
    for seed in range(entries):
        entry = FormEntry(definition, clock=now, random=Random(seed))
        script += [("NEW",), *fill_at_random(entry, Random(seed)), ("TELL",)]
        ours.append(standing(entry))
    theirs = judge(form, script, tmp_path)
    timeless = {path for path, node in definition.rules.model.nodes.items() if node.data_type not in OWN_WAYS}
    assert sum(map(len, theirs)) > 100
    for mine, judged in zip(ours, theirs, strict=True):
        assert comparable(judged, timeless) == comparable(mine, timeless)


def now() -> datetime:
    """JavaRosa takes no other time than the machine's."""
    return datetime.now(INDIA)


def fill_at_random(entry: FormEntry, random: Random) -> Iterator[tuple[str, ...]]:
    """Edit the entry, telling the judge the same."""
    for _ in range(STEPS):
        visit = random.choice(list(entry.visits(relevant_only=True)))
        element, path = visit.element, visit.path
        if (
            isinstance(element, Repeat)
            and visit.kind == "repeat"
            and "[" not in path
            and not element.fixed_count
        ):
            entry.add_repeat(path)
            yield "ADD", path
        elif isinstance(element, Question) and element.control not in BEYOND_THE_JUDGE:
            value = random_value(entry, element, path, random)
            if element.data_type in OWN_WAYS or entry.state(path).read_only:
                continue
            before = entry.state(path).value
            change = entry.set_answer(path, value)
            if entry.state(path).value == before:
                continue  # the same again makes JavaRosa work out anew what a person has corrected since
            yield "SET", path, entry.state(path).value
            yield from let_go(entry, change)


def let_go(entry: FormEntry, change: Change) -> Iterator[tuple[str, ...]]:
    """Clear choices that are no longer on offer: we keep them as typed, JavaRosa forgets them when seen."""
    for path in change.paths:
        state = entry.state(path)
        if state.as_typed and state.choices and not state.read_only:
            entry.set_answer(path, "")
            yield "SET", path, ""


def standing(entry: FormEntry) -> Nodes:
    """Return every node without nodes below it."""
    paths = {template_path(node.path) for node in entry.nodes()}
    leaves = {path for path in paths if not any(other.startswith(f"{path}/") for other in paths)}
    misfits = {problem.path for problem in entry.problems(to_seal=False) if problem.kind == "constraint"}
    nodes = [node for node in entry.nodes() if template_path(node.path) in leaves]
    return {node.path: (node.relevant, node.path not in misfits, node.value) for node in nodes}


def comparable(nodes: Nodes, paths: set[str]) -> Nodes:
    """Return what can be compared: the value of a hidden node is nobody's, and an identifier is of chance."""
    return {
        path: (relevant, fits, plain(value)) if relevant else (False, True, "")
        for path, (relevant, fits, value) in nodes.items()
        if template_path(path) in paths and not value.startswith("uuid:")
    }


def plain(value: str) -> str:
    """JavaRosa writes 5 as 5 or 5.0, by type, true as 1, and a calculated day as its midnight."""
    if value in ("true", "false"):
        return "1" if value == "true" else "0"
    return value.removesuffix(".0").removesuffix("T00:00:00.000+05:30")
