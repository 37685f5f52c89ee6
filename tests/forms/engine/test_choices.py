"""Choices on offer: fixed, filtered, from a repeat, from a file; and answers no longer among them."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import Choice, FormEntry, load_form
from support.xforms import NOW, bind, fill, findings, questions, xform

TOWNS = (
    '<instance id="towns"><root>'
    + "".join(
        f"<item><name>{name}</name><label>{label}</label><state>{state}</state></item>"
        for name, label, state in (
            ("gkp", "Gorakhpur", "up"),
            ("mrj", "Maharajganj", "up"),
            ("rxl", "Raxaul", "br"),
        )
    )
    + "</root></instance>"
)
PARTS = '<value ref="name"/><label ref="label"/>'
STATES = (
    '<select1 ref="/data/state"><item><label>Uttar Pradesh</label><value>up</value></item>'
    "<item><label>Bihar</label><value>br</value></item></select1>"
)


def cascade(control: str = "select1") -> bytes:
    nodeset = "instance('towns')/root/item[state = /data/state]"
    return xform(
        "<state/><town/><seen/><name/>",
        bind("/data/seen", calculate="count-selected(/data/town)")
        + bind("/data/name", calculate="jr:choice-name(/data/town, ' /data/town ')"),
        f'{STATES}<{control} ref="/data/town"><itemset nodeset="{nodeset}">{PARTS}</itemset></{control}>',
        model=TOWNS,
    )


def test_a_filter_decides_what_is_on_offer():
    entry = fill(cascade())
    assert entry.choices("/data/town") == ()
    change = entry.set_answer("/data/state", "up")
    assert entry.choices("/data/town") == (Choice("gkp", "Gorakhpur"), Choice("mrj", "Maharajganj"))
    assert "/data/town" in change.paths
    entry.set_answer("/data/town", "mrj")
    assert (entry.state("/data/town").display, entry.state("/data/name").value) == (
        "Maharajganj",
        "Maharajganj",
    )


def test_an_answer_no_longer_on_offer_counts_as_none_but_comes_back():
    entry = fill(cascade("select"), {"/data/state": "up", "/data/town": "gkp mrj"})
    entry.set_answer("/data/state", "br")
    state = entry.state("/data/town")
    assert (state.value, state.as_typed, [p.kind for p in state.problems]) == ("", "gkp mrj", ["type"])
    assert entry.state("/data/seen").value == "0"
    assert fill(cascade("select"), content=entry.to_xml()).state("/data/town") == state
    entry.set_answer("/data/state", "up")
    assert (entry.state("/data/town").value, entry.state("/data/town").as_typed) == ("gkp mrj", "")


def test_a_hidden_answer_is_filtered_once_it_is_shown():
    nodeset = "instance('towns')/root/item[state = /data/state]"
    town = f'<select1 ref="/data/town"><itemset nodeset="{nodeset}">{PARTS}</itemset></select1>'
    asked = bind("/data/town", relevant="/data/ask = ''")
    form = xform("<state/><ask/><town/>", asked, STATES + questions("/data/ask") + town, model=TOWNS)
    entry = fill(form, {"/data/state": "up", "/data/town": "gkp", "/data/ask": "no"})
    entry.set_answer("/data/state", "br")
    entry.set_answer("/data/ask", "")
    assert (entry.state("/data/town").value, entry.state("/data/town").as_typed) == ("", "gkp")


def test_an_answer_that_was_never_on_offer_is_none():
    entry = fill(cascade(), {"/data/state": "up", "/data/town": "delhi"})
    assert (entry.state("/data/town").value, entry.state("/data/town").as_typed) == ("", "delhi")


def test_choices_from_the_rows_of_a_repeat_follow_the_answers():
    body = (
        f'<repeat nodeset="/data/person">{questions("/data/person/name")}</repeat>'
        '<select1 ref="/data/chosen"><itemset nodeset="/data/person[name != \'\']">'
        '<value ref="name"/><label ref="name"/></itemset></select1>'
    )
    entry = fill(xform("<person><name/></person><chosen/>", body=body))
    assert entry.choices("/data/chosen") == ()
    change = entry.set_answer("/data/person[1]/name", "Asha")
    assert "/data/chosen" in change.paths
    entry.set_answer("/data/chosen", "Asha")
    entry.set_answer("/data/person[1]/name", "Asha Rai")
    assert entry.state("/data/chosen").as_typed == "Asha"
    entry.remove_repeat("/data/person[1]")
    assert entry.choices("/data/chosen") == ()


def test_several_answers_keep_their_order_and_show_their_labels():
    rank = "".join(f"<item><label>{x.upper()}</label><value>{x}</value></item>" for x in "abc")
    entry = fill(xform("<r/>", body=f'<odk:rank ref="/data/r">{rank}</odk:rank>'), {"/data/r": " c a  b"})
    assert (entry.state("/data/r").value, entry.state("/data/r").display) == ("c a b", "C, A, B")


def test_a_select_without_choices_takes_anything():
    assert (
        fill(xform("<a/>", body='<select1 ref="/data/a"/>'), {"/data/a": "x"}).state("/data/a").value == "x"
    )


@pytest.mark.parametrize(("typed", "stored"), [("true", "OK"), ("OK", "OK"), ("", ""), ("false", "")])
def test_a_trigger_is_acknowledged_or_not(typed, stored):
    entry = fill(xform("<a/>", body='<trigger ref="/data/a"/>'), {"/data/a": "OK"})
    entry.set_answer("/data/a", typed)
    assert entry.state("/data/a").value == stored


@pytest.mark.parametrize(
    ("typed", "stored"), [("-2.0", "-2.0"), ("0.5", "0.5"), ("0.7", ""), ("3", ""), ("x", "")]
)
def test_a_range_has_ends_and_steps(typed, stored):
    body = '<range ref="/data/a" start="-2" end="2" step="0.5"/>'
    form = xform("<a/>", bind("/data/a", type="decimal"), body)
    assert fill(form, {"/data/a": typed}).state("/data/a").value == stored


ATTACHED = xform(
    "<key/><label/>",
    bind("/data/label", calculate="instance('towns')/root/item[name = /data/key]/label"),
    questions("/data/key"),
    model='<instance id="towns" src="jr://file/towns.csv"/>',
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("towns.csv", "\ufeffname,label\ngkp,Gorakhpur\nmrj,\n".encode()),
        ("towns.csv", b'name;label;more\r\nmrj;x;y\r\ngkp;Gorakhpur;"a;b"\r\n'),
        ("towns.xml", b"<root><item><name>gkp</name><label>Gorakhpur</label></item></root>"),
        (
            "towns.geojson",
            b'{"features": [{"id": "f", "geometry": {"type": "Point", "coordinates": [83.37, 26.76]},'
            b' "properties": {"name": "gkp", "label": "Gorakhpur", "none": null}}]}',
        ),
    ],
)
def test_lists_come_from_attached_files_too(name, data):
    form = ATTACHED.replace(b"towns.csv", name.encode())
    entry = FormEntry(load_form(form, {name: data}), clock=lambda: NOW)
    entry.set_answer("/data/key", "gkp")
    assert entry.state("/data/label").value == "Gorakhpur"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("towns.csv", b"\xff\xfe\x00"),
        ("towns.xml", b"<root>"),
        ("towns.geojson", b"[]"),
        ("towns.geojson", b"{"),
    ],
)
def test_a_broken_file_is_told_at_load(name, data):
    form = ATTACHED.replace(b"towns.csv", name.encode())
    (finding,) = findings(form, {name: data})
    assert (finding.kind, finding.values) == ("broken_file", {"file": name})
