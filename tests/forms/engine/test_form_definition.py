"""A form is loaded whole, or refused with everything that is wrong with it."""

from __future__ import annotations

import hashlib

import pytest

from abhaya_forms.engine import Control, Group, Question, RangeBounds, Repeat, load_form
from support.xforms import bind, findings, questions, xform


def rule(attribute: str, expression: str) -> bytes:
    return xform("<a/><b/>", f'<bind nodeset="/data/a" {attribute}="{expression}"/>', questions("/data/a"))


def kinds(form: bytes) -> list[str]:
    return [finding.kind for finding in findings(form)]


def test_what_a_form_says_of_itself():
    form = xform("<a/>", body=questions("/data/a"))
    definition = load_form(form)
    assert (definition.form_id, definition.version, definition.title) == ("small", "7", "Small")
    assert definition.sha256 == hashlib.sha256(form).hexdigest()
    assert (definition.languages, definition.default_language, definition.warnings) == ((), "", ())


@pytest.mark.parametrize(
    ("expression", "kind", "values"),
    [
        ("frobnicate(1)", "unknown_function", {"function": "frobnicate"}),
        ("if(1, 2)", "wrong_arity", {"function": "if", "given": "2", "least": "3", "most": "3"}),
        ("indexed-repeat(/data/a, /data, 1, /data)", "wrong_arity", None),
        ("/data/c", "unresolved_reference", {"reference": "/data/c"}),
        ("../c", "unresolved_reference", {"reference": "../c"}),
        ("/date/a", "unresolved_reference", {"reference": "/date/a"}),
        ("instance('towns')/root/item", "unknown_instance", {"instance": "towns"}),
        ("date('2026-13-01')", "bad_argument", {"function": "date"}),
        ("regex(/data/a, '(')", "bad_pattern", {"function": "regex", "pattern": "("}),
        ("concat(", "syntax", {"near": ""}),
    ],
)
@pytest.mark.parametrize("attribute", ["calculate", "relevant", "constraint", "required", "readonly"])
def test_a_broken_rule_is_found_with_its_place(attribute, expression, kind, values):
    (finding, *_) = findings(rule(attribute, expression))
    assert (finding.kind, finding.path, finding.expression) == (kind, "/data/a", expression)
    assert values is None or finding.values == values


@pytest.mark.parametrize("name", ["body", "model", "title", "head", "instance", "bind"])
def test_a_question_may_be_called_what_the_form_language_calls_its_own_parts(name):
    definition = load_form(xform(f"<{name}>x</{name}><a/>", body=questions(f"/data/{name}", "/data/a")))
    assert [element.path for element in definition.body] == [f"/data/{name}", "/data/a"]
    assert definition.title == "Small"


def test_all_that_is_wrong_is_told_at_once():
    binds = '<bind nodeset="/data/a" relevant="/data/x" calculate="foo()"/><bind nodeset="/data/nowhere"/>'
    assert kinds(xform("<a/>", binds)) == ["unresolved_reference", "unknown_function", "unresolved_reference"]


def test_a_branch_never_taken_is_checked_too():
    assert kinds(rule("calculate", "if(true(), 1, frobnicate())")) == ["unknown_function"]


def test_null_stands_for_nothing_as_authors_write_it():
    assert load_form(rule("calculate", "if(/data/b = 1, 2, null)")).warnings == ()


@pytest.mark.parametrize(
    ("binds", "chain"),
    [
        ({"a": ("calculate", "../a + 1")}, "/data/a (calculate) → /data/a (calculate)"),
        (
            {"a": ("calculate", "/data/b"), "b": ("relevant", "/data/c"), "c": ("calculate", "/data/a")},
            "/data/a (calculate) → /data/b (relevant) → /data/c (calculate) → /data/a (calculate)",
        ),
        ({"a": ("relevant", ". = 1")}, "/data/a (relevant) → /data/a (relevant)"),
        ({"c": ("calculate", "sum(/data/*)")}, "/data/c (calculate) → /data/c (calculate)"),
    ],
)
def test_a_rule_that_depends_on_itself_is_found_with_the_whole_circle(binds, chain):
    written = "".join(f'<bind nodeset="/data/{n}" {kind}="{rule}"/>' for n, (kind, rule) in binds.items())
    (finding, *_) = findings(xform("<a/><b/><c/>", written))
    assert (finding.kind, finding.values) == ("cycle", {"chain": chain})


def test_relevance_of_a_group_must_not_hang_on_its_own_content():
    assert kinds(xform("<g><a/></g>", '<bind nodeset="/data/g" relevant="/data/g/a = 1"/>')) == ["cycle"]


def test_a_count_must_not_hang_on_its_own_rows():
    body = f'<repeat nodeset="/data/r" jr:count="count(/data/r)">{questions("/data/r/x")}</repeat>'
    assert kinds(xform("<r><x/></r>", body=body)) == ["cycle"]


def test_a_constraint_and_a_filter_may_look_at_their_own_answer():
    item = '<itemset nodeset="/data/b[. != /data/a]"><value ref="."/><label ref="."/></itemset>'
    body = f'<select1 ref="/data/a">{item}</select1>'
    binds = '<bind nodeset="/data/a" constraint=". != /data/a + 1"/>'
    assert load_form(xform("<a/><b/>", binds, body)).warnings == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "broken_xml"),
        (b"<open>", "broken_xml"),
        (b"<a/>", "not_a_form"),
        (b"<h><model/></h>", "not_a_form"),
        (b"PK\x03\x04", "broken_xml"),
        (xform("<a>" * 300 + "</a>" * 300), "broken_xml"),
        (xform("<a/>", body="<group>" * 200 + questions("/data/a") + "</group>" * 200), "too_deep"),
    ],
)
def test_what_is_no_form_is_refused(data, kind):
    assert kinds(data) == [kind]


def test_entities_are_never_followed(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("do not read me")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    definition = load_form(doctype + xform("<a>&e;</a>", body=questions("/data/a")))
    assert definition.rules.model.nodes["/data/a"].sample.text == ""


@pytest.mark.parametrize(
    "body", [questions("/data/g"), '<repeat nodeset="/data/g"><repeat nodeset="/data/r"/></repeat>']
)
def test_a_control_that_no_node_can_answer_is_refused(body):
    assert kinds(xform("<g><a/></g><r><x/></r>", body=body)) == ["unsupported"]


def test_a_list_without_its_file_is_a_warning():
    model = '<instance id="towns" src="jr://file-csv/towns.csv"/>'
    binds = """<bind nodeset="/data/a" calculate="instance('towns')/root/item[1]/name"/>"""
    (warning,) = load_form(xform("<a/>", binds, model=model)).warnings
    assert (warning.kind, warning.values) == ("missing_file", {"instance": "towns", "file": "towns.csv"})


@pytest.mark.parametrize("mark", ["carry", "subject", "person"])
def test_what_the_program_answers_is_an_answer_and_no_note(mark):
    binds = bind("/data/a", readonly="true()", **{f"abhaya_{mark}": "victim"})
    (question,) = load_form(xform("<a/>", binds, questions("/data/a"))).body
    assert question.control is Control.INPUT


def test_the_body_in_order_with_types_and_marks():
    binds = bind("/data/g/name", type="string", abhaya_mask="identity") + bind("/data/g/n", readonly="true()")
    body = (
        '<group ref="/data/g" appearance="field-list"><label>G</label>'
        '<input ref="name" appearance="multiline" abhaya:print="narrative"/><input ref="n"/>'
        '<range ref="/data/g/age" start="0" end="99" step="1"/></group>'
        '<group ref="/data/r"><label>R</label><repeat nodeset="/data/r" jr:count="3">'
        '<upload ref="/data/r/photo" mediatype="image/*"/></repeat></group>'
        '<group><select1 ref="/data/s"/></group>'
    )
    group, repeat, loose = load_form(xform("<g><name/><n/><age/></g><r><photo/></r><s/>", binds, body)).body
    name, note, age = group.children
    assert (group.path, group.appearances) == ("/data/g", ("field-list",))
    assert name == Question(
        "/data/g/name",
        "name",
        Control.INPUT,
        "string",
        ("multiline",),
        "",
        {"mask": "identity", "print": "narrative"},
    )
    assert (note.control, age.range) == (Control.NOTE, RangeBounds("0", "99", "1"))
    assert isinstance(repeat, Repeat)
    assert (repeat.path, repeat.fixed_count, repeat.children[0].media_type) == ("/data/r", True, "image/*")
    assert isinstance(loose, Group)
    assert (loose.path, loose.children[0].control) == (None, Control.SELECT_ONE)


@pytest.mark.parametrize(
    ("constraint", "past"),
    [
        (". <= today()", True),
        (". &lt; now() and . > /data/b", True),
        ("decimal-date-time(.) <= decimal-date-time(now())", True),
        (". >= today()", False),
        ("/data/b <= today()", False),
        ("../b <= today()", False),
        (". > 3", False),
    ],
)
def test_a_question_tells_that_it_takes_nothing_to_come(constraint, past):
    written = constraint.replace("<", "&lt;") if "&lt;" not in constraint else constraint
    form = load_form(rule("constraint", written))
    assert form.body[0].past is past
