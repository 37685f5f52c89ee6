"""Each question has one number, wherever it is shown and whatever is relevant."""

from __future__ import annotations

from abhaya_forms.engine import load_form
from support.xforms import bind, fill, questions, xform

LOOSE = '<input ref="/data/a"><label>a</label></input><input ref="/data/n"><label>n</label></input>'
GROUP = (
    '<group ref="/data/g"><label>g</label>'
    + questions("/data/g/b")
    + '<group ref="/data/g/h"><label>h</label>'
    + questions("/data/g/h/c")
    + '</group><group ref="/data/g/r"><label>r</label><repeat nodeset="/data/g/r">'
    + questions("/data/g/r/d")
    + "</repeat></group>"
    + questions("/data/g/e")
    + "</group>"
)
FORM = xform(
    "<a/><n/><g><b/><h><c/></h><r><d/></r><e/></g><z/>",
    bind("/data/n", readonly="true()") + bind("/data/g/b", relevant="/data/a = '1'"),
    LOOSE + GROUP + questions("/data/z"),
)


def test_sections_and_their_questions_are_counted_through_groups_and_repeats():
    assert load_form(FORM).numbers == {
        "/data/a": "1.1",
        "/data/g": "2",
        "/data/g/b": "2.1",
        "/data/g/h/c": "2.2",
        "/data/g/r/d": "2.3",
        "/data/g/e": "2.4",
        "/data/z": "3.1",
    }


def test_what_is_not_relevant_keeps_its_number():
    assert fill(FORM, {"/data/a": "2"}).definition.numbers == fill(FORM, {"/data/a": "1"}).definition.numbers
