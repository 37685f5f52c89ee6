"""A form tells what it asks before anybody has answered."""

from __future__ import annotations

from abhaya_forms.engine import load_form, walk
from abhaya_forms.engine.blank_form import BlankForm
from abhaya_forms.engine.conditions import Comparison
from support.xforms import NOW, bind, xform

BODY = (
    '<select1 ref="/data/hurt"><label>Hurt?</label>'
    "<item><label>Yes</label><value>yes</value></item><item><label>No</label><value>no</value></item></select1>"
    '<group ref="/data/row"><label>People</label><repeat nodeset="/data/row" jr:count="0">'
    '<input ref="/data/row/name"><label>Name</label><hint>as told</hint></input>'
    '<input ref="/data/row/who"><label>Who is <output value="/data/row/name"/></label></input>'
    "</repeat></group>"
)
BINDS = bind("/data/row/name", relevant="/data/hurt = 'yes'") + bind("/data/row/who", relevant="true()")


def blank():
    form = load_form(xform("<hurt/><row><name/><who/></row>", BINDS, BODY))
    return BlankForm(form, clock=lambda: NOW), {e.name: e for e in walk(form.body)}


def test_every_text_is_there_though_no_row_is():
    form, named = blank()
    assert form.label(named["row"]) == "People"
    assert (form.label(named["name"]), form.hint(named["name"])) == ("Name", "as told")
    assert form.label(named["who"]) == "Who is"


def test_choices_are_those_that_are_always_offered():
    form, _ = blank()
    assert [choice.label for choice in form.choices("/data/hurt")] == ["Yes", "No"]
    assert form.choices("/data/row/name") == ()


def test_conditions_are_told_as_far_as_they_are_simple():
    form, named = blank()
    assert form.condition(named["hurt"]) == (False, None)
    assert form.condition(named["name"]) == (True, Comparison("/data/hurt", "=", ("yes",)))
    assert form.condition(named["who"]) == (True, None)
