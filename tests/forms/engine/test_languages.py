"""Texts in every language, with the answers they quote; changing the language changes no value."""

from __future__ import annotations

import pytest

from support.xforms import bind, fill, questions, xform

ITEXT = """<itext>
<translation lang="English (en)" default="true()">
  <text id="name"><value>Her name</value><value form="guidance">As she says it</value>
    <value form="image">jr://images/name.png</value></text>
  <text id="name:hint"><value>In full</value><value form="guidance">Do not correct</value></text>
  <text id="age"><value>Age of <output value="/data/name"/> in years?</value></text>
  <text id="wrong"><value>Not <output value="."/>, surely</value></text>
  <text id="yes"><value>Yes</value></text>
  <text id="only"><value form="short">Short only</value></text>
</translation>
<translation lang="हिन्दी (hi)">
  <text id="name"><value>उसका नाम</value></text>
  <text id="age"><value><output value="/data/name"/> की आयु?</value></text>
  <text id="wrong"><value>नहीं</value></text>
  <text id="yes"><value>हाँ</value></text>
</translation></itext>"""
FORM = xform(
    "<name/><age/><sure/><label/>",
    bind("/data/age", type="int", constraint=". < 120", jr_constraintMsg="jr:itext('wrong')")
    + bind("/data/label", calculate="jr:itext('yes')"),
    """<input ref="/data/name"><label ref="jr:itext('name')"/><hint ref="jr:itext('name:hint')"/></input>
    <input ref="/data/age"><label ref="jr:itext('age')"/></input>
    <select1 ref="/data/sure"><label ref="jr:itext('only')"/>
    <item><label ref="jr:itext('yes')"/><value>y</value></item></select1>""",
    model=ITEXT,
)
HINDI = "हिन्दी (hi)"


def test_texts_in_the_default_language():
    entry = fill(FORM, {"/data/name": "Sita", "/data/sure": "y"})
    state = entry.state("/data/name")
    assert (state.label, state.hint, state.guidance) == ("Her name", "In full", "Do not correct")
    assert entry.label("/data/age") == "Age of Sita in years?"
    assert entry.label("/data/sure") == "Short only"
    assert entry.state("/data/sure").display == "Yes"


def test_texts_in_another_language():
    entry = fill(FORM, {"/data/name": "सीता", "/data/age": "200", "/data/sure": "y"}, language=HINDI)
    assert entry.label("/data/age") == "सीता की आयु?"
    assert entry.state("/data/sure").display == "हाँ"
    assert entry.state("/data/age").problems[0].message == "नहीं"


def test_what_a_language_lacks_is_said_in_the_default_one():
    assert fill(FORM, language=HINDI).state("/data/name").hint == "In full"


def test_changing_the_language_changes_no_value():
    entry = fill(FORM, {"/data/name": "Sita", "/data/age": "200"})
    before = entry.to_xml()
    entry.language = HINDI
    assert entry.to_xml() == before
    assert entry.label("/data/name") == "उसका नाम"
    entry.language = "English (en)"
    assert entry.state("/data/age").problems[0].message == "Not 200, surely"


def test_a_language_the_form_does_not_speak_is_refused():
    with pytest.raises(ValueError, match="Latin"):
        fill(FORM, language="Latin")


def test_a_quoted_answer_tells_which_labels_changed():
    assert "/data/age" in fill(FORM).set_answer("/data/name", "Sita").paths


def test_labels_quote_the_answers_of_their_own_row():
    body = (
        '<repeat nodeset="/data/row"><input ref="/data/row/name"/>'
        '<input ref="/data/row/age"><label>Age of <output value=" ../name "/>?</label></input></repeat>'
    )
    entry = fill(xform("<row><name/><age/></row><row><name/><age/></row>", body=body))
    change = entry.set_answer("/data/row[2]/name", "Bir")
    assert [entry.label(f"{row}/age") for row in entry.rows("/data/row")] == ["Age of ?", "Age of Bir?"]
    assert change.paths == {"/data/row[2]/name", "/data/row[2]/age"}


def test_an_untranslated_form_has_its_labels_in_any_language():
    entry = fill(xform("<a/>", body=questions("/data/a")))
    assert (entry.language, entry.label("/data/a")) == ("", "/data/a")
