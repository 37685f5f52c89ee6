"""The checks across forms look at questions, forms, happenings and clocks that there are."""

from __future__ import annotations

import re
from functools import cache

from abhaya_forms.catalogue import DEFINITIONS
from abhaya_forms.source import read_source
from abhaya_forms.tables import terms

FORMS = {path.stem for path in DEFINITIONS.glob("*/*.yaml")}
FINDS = [term.more["find"] for term in terms("checks")]


@cache
def asked() -> set[str]:
    """Return the names of all questions, groups and repeats of the shipped forms."""
    return {
        row["name"]
        for path in DEFINITIONS.glob("*/*.yaml")
        for row in read_source(path).rows("survey")
        if row["name"]
    }


def named(pattern: str) -> set[str]:
    """Return what ``pattern`` finds in all checks."""
    return {name for find in FINDS for name in re.findall(pattern, find)}


def test_every_question_looked_at_is_asked_somewhere():
    looked_at = named(r"\.//(\w+)")
    assert looked_at >= {"magistrate_told_at", "advance_taken", "family_role"}
    assert sorted(looked_at - asked()) == []


def test_every_form_looked_at_ships():
    assert named(r"@form = '(\w+)'") >= {"seizure_memo", "best_interest"}
    assert sorted(named(r"@form = '(\w+)'") - FORMS) == []
    beginnings = named(r"starts-with\(@form, '(\w+)'\)")
    assert all(any(form.startswith(start) for form in FORMS) for start in beginnings)


def test_every_happening_and_clock_looked_at_is_known():
    names = named(r"@name = '([\w.]+)'")
    assert sorted(names - {t.name for t in terms("events")} - {t.name for t in terms("clocks")}) == []


def test_every_act_looked_at_is_known():
    assert sorted(named(r"@act = '(\w+)'") - {term.name for term in terms("acts")}) == []


def test_where_it_is_put_right_ships():
    rights = {term.more["form"] for term in terms("checks")} - {""}
    assert sorted(rights - FORMS) == []
