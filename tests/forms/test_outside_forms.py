"""Forms that others wrote are filled, saved and opened again."""

from __future__ import annotations

from random import Random

import pytest

from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormEntry, Question, load_form
from abhaya_forms.engine.body import walk
from abhaya_forms.random_filling import edit_at_random
from support.form_entries import noon
from support.form_sources import OUTSIDE_FORMS, outside_form

FORMS = sorted(path.name for path in OUTSIDE_FORMS.glob("*.xlsx"))


@pytest.mark.parametrize("name", FORMS)
def test_it_loads_and_asks(name):
    definition = load_form(compile_form(outside_form(name)).xform)
    assert len([e for e in walk(definition.body) if isinstance(e, Question)]) > 20


def test_htcds_is_filled_saved_and_opened_again():
    definition = load_form(compile_form(outside_form("htcds_xlsform.xlsx")).xform)
    entry = FormEntry(definition, clock=noon)
    entry.set_answer("/data/prs_First_Name", "सीता")
    entry.set_answer("/data/prs_Gender", "Feminine")
    entry.set_answer("/data/prs_Birthdate", "2008-02-29")
    content = entry.to_xml()
    again = FormEntry(definition, clock=noon, content=content)
    assert again.to_xml() == content
    assert dict(again.answers()) == dict(entry.answers())
    assert again.state("/data/prs_Gender").display == "Feminine"


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("seed", range(2))
def test_random_filling_survives_saving(name, seed):
    definition = load_form(compile_form(outside_form(name)).xform)
    entry = FormEntry(definition, clock=noon, random=Random(seed))
    for _ in edit_at_random(entry, Random(seed), 80):
        pass
    content = entry.to_xml()
    assert FormEntry(definition, clock=noon, content=content).to_xml() == content
