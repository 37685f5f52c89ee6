"""Values a form sets itself: at the start, and when an answer changes."""

from __future__ import annotations

from support.xforms import NOW, bind, fill, questions, setvalue, xform


def test_first_values_and_preloads_are_filled_once():
    model = setvalue("odk-instance-first-load", "/data/a", "1 + 1")
    model += '<setvalue event="odk-instance-load" ref="/data/b">text</setvalue>'
    binds = (
        bind("/data/id", jr_preload="uid")
        + bind("/data/day", jr_preload="date", jr_preloadParams="today")
        + bind("/data/start", jr_preload="timestamp", jr_preloadParams="start")
        + bind("/data/end", jr_preload="timestamp", jr_preloadParams="end")
    )
    form = xform("<a/><b/><id/><day/><start/><end/>", binds, questions("/data/a", "/data/b"), model=model)
    entry = fill(form)
    values = dict(entry.answers())
    assert (values["/data/a"], values["/data/b"], values["/data/day"]) == ("2", "text", "2026-11-24")
    assert values["/data/start"] == NOW.isoformat(timespec="milliseconds")
    assert values["/data/id"].startswith("uuid:")
    assert "/data/end" not in values
    assert fill(form, content=entry.to_xml()).to_xml() == entry.to_xml()


def test_opening_a_saved_content_fires_nothing():
    model = '<setvalue event="odk-instance-load" ref="/data/a" value="now()"/>'
    form = xform("<a/>", body=questions("/data/a"), model=model)
    saved = fill(form).to_xml()
    assert fill(form, content=saved, now=NOW.replace(year=2030)).to_xml() == saved


def test_a_changed_answer_sets_another_after_the_calculations():
    body = (
        '<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/c" value="/data/b"/></input>'
    )
    form = xform(
        "<a/><b/><c/>", '<bind nodeset="/data/b" calculate="/data/a * 2"/>', body + questions("/data/c")
    )
    entry = fill(form, {"/data/a": "5"})
    assert entry.state("/data/c").value == "10"
    entry.set_answer("/data/c", "mine")
    entry.set_answer("/data/a", "5")
    assert entry.state("/data/c").value == "mine"


def test_two_actions_that_chase_each_other_come_to_rest():
    body = "".join(
        f'<input ref="{one}">{setvalue("xforms-value-changed", other, f"{one} + 1")}</input>'
        for one, other in (("/data/a", "/data/b"), ("/data/b", "/data/a"))
    )
    entry = fill(xform("<a/><b/>", body=body), {"/data/a": "1"})
    assert (entry.state("/data/b").value, entry.state("/data/a").value) == ("2", "3")


def test_an_attribute_can_be_calculated():
    form = xform(
        '<meta><entity id=""/></meta><a/>',
        '<bind nodeset="/data/meta/entity/@create" calculate="/data/a"/>',
        questions("/data/a"),
        model='<setvalue event="odk-instance-first-load" ref="/data/meta/entity/@id" value="\'e1\'"/>',
    )
    saved = fill(form, {"/data/a": "yes"}).to_xml()
    assert b'<entity create="yes" id="e1"/>' in saved
    assert fill(form, content=saved).to_xml() == saved


def test_a_calculation_overwrites_an_answer_only_when_its_inputs_change():
    form = xform(
        "<a/><b/>", '<bind nodeset="/data/b" calculate="/data/a * 2"/>', questions("/data/a", "/data/b")
    )
    entry = fill(form, {"/data/a": "1", "/data/b": "corrected"})
    assert entry.state("/data/b").value == "corrected"
    assert fill(form, content=entry.to_xml()).state("/data/b").value == "corrected"
    entry.set_answer("/data/a", "4")
    assert entry.state("/data/b").value == "8"
