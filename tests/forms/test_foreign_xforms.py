"""Forms that were never rows: read whole, or refused with the name of what rows cannot say."""

from __future__ import annotations

import pytest

from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormEntry, load_form
from abhaya_forms.engine.finding import FormError
from abhaya_forms.xform_source import read_xform
from support.foreign_xforms import foreign_xform
from support.form_entries import noon

FOREIGN = foreign_xform(
    '<household id="hh" version="1"><name/><age>4</age><kin><who/></kin></household>',
    """<bind id="n" nodeset="/household/name" type="xsd:string" required="true()"/>
       <bind nodeset="/household/age" type="int" relevant="/household/name != ''"/>
       <bind nodeset="/household/kin/who" type="select1"/>""",
    """<input ref="/household/name"><label>Name of <output value="/household/age"/></label></input>
       <input ref="age"><label ref="jr:itext('q-age')"/></input>
       <group ref="kin"><label>Kin</label><select1 ref="who"><label>Who</label>
         <item><label ref="jr:itext('w1')"/><value>mother</value></item>
         <item><label ref="jr:itext('w2')"/><value>aunt</value></item></select1></group>""",
    """<itext><translation lang="Nepali" default="true()">
         <text id="q-age"><value>उमेर</value></text>
         <text id="w1"><value>आमा</value></text><text id="w2"><value>फुपू</value></text>
       </translation></itext>""",
)


def test_the_form_of_another_maker_is_read_and_asks_the_same():
    source = read_xform(FOREIGN, "household")
    assert source.rows("survey")[0]["label"] == "Name of ${age}"
    forms = [load_form(FOREIGN), load_form(compile_form(source).xform)]
    theirs, ours = (FormEntry(one, clock=noon) for one in forms)
    for entry, root in ((theirs, "household"), (ours, "data")):
        entry.set_answer(f"/{root}/name", "सीता")
        entry.set_answer(f"/{root}/kin/who", "aunt")
    assert list(dict(ours.answers()).values()) == list(dict(theirs.answers()).values())
    assert ours.state("/data/kin/who").display == theirs.state("/household/kin/who").display == "फुपू"


def test_a_control_that_names_its_bind():
    named = FOREIGN.replace(b'<input ref="/household/name">', b'<input bind="n">')
    assert compile_form(read_xform(named, "a")).xform == compile_form(read_xform(FOREIGN, "a")).xform


LABEL = """<label ref="jr:itext('q-age')"/>"""
SECRET = '<secret ref="/household/name"><label>Said in secret</label></secret>'
ON_LOAD = '<setvalue event="odk-instance-load" ref="/household/age" value="1"/>'


@pytest.mark.parametrize(
    ("before", "after", "element"),
    [
        (f'<input ref="age">{LABEL}</input>', '<input ref="age"/>', "input label"),
        ('<group ref="kin">', f'<group ref="kin">{SECRET}', "secret"),
        ('<group ref="kin">', "<group>", "group"),
        ("</model>", f"{ON_LOAD}</model>", "setvalue"),
        ("</translation>", '<text id="w1"><value>काकी</value></text></translation>', "text"),
        ("</model>", "</model><model/>", "model"),
        ("<age>4</age>", "<age>4</age><age>4</age>", "rows"),
        ("<kin><who/></kin>", "<kin><who/></kin><kin><who>aunt</who></kin>", "default"),
        ("<value>उमेर</value>", '<value>उमेर</value><value form="short">उ</value>', "label short"),
        ("</model>", "<extension>1</extension></model>", "extension"),
        ('<input ref="age">', """<input ref="age" query="instance('x')/root/item">""", "input query"),
    ],
)
def test_what_rows_cannot_say_is_refused_by_its_name(before, after, element):
    assert before in FOREIGN.decode()
    with pytest.raises(FormError) as refused:
        read_xform(FOREIGN.decode().replace(before, after).encode(), "household")
    named = {finding.values["element"].partition(" /")[0] for finding in refused.value.findings}
    assert element in named


@pytest.mark.parametrize("data", [b"", b"<a/>", b"<h:html", foreign_xform("", "", "")])
def test_what_is_no_xform(data):
    with pytest.raises(FormError):
        read_xform(data, "none")
