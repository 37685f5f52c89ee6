"""The walk through a form, and its pages."""

from __future__ import annotations

from abhaya_forms.engine import NonAnswer
from support.xforms import bind, fill, questions, xform

IN_GROUP = questions("/data/g/a", "/data/g/note", "/data/g/calc")
ROWS = f'<repeat nodeset="/data/row">{questions("/data/row/x")}</repeat>'
FORM = xform(
    "<first/><second/><g><a/><note/><calc/></g><row><x/></row><loose/><hidden><z/></hidden>",
    bind("/data/g/note", readonly="true()")
    + bind("/data/g/calc", calculate="1", readonly="true()")
    + bind("/data/second", constraint=". != 'x'")
    + bind("/data/hidden", relevant="/data/first = 'show'"),
    questions("/data/first", "/data/second")
    + f'<group ref="/data/g"><label>Group</label>{IN_GROUP}</group>'
    + f'<group ref="/data/row"><label>Rows</label>{ROWS}</group>'
    + questions("/data/loose")
    + f'<group><label>Unbound <output value="/data/first"/></label>{questions("/data/hidden/z")}</group>',
)


def test_the_walk_is_in_the_order_of_the_form():
    entry = fill(FORM)
    entry.add_repeat("/data/row")
    assert [(visit.kind, visit.path, visit.depth) for visit in entry.visits()] == [
        ("question", "/data/first", 0),
        ("question", "/data/second", 0),
        ("group", "/data/g", 0),
        ("question", "/data/g/a", 1),
        ("question", "/data/g/note", 1),
        ("question", "/data/g/calc", 1),
        ("repeat", "/data/row", 0),
        ("row", "/data/row[1]", 1),
        ("question", "/data/row[1]/x", 2),
        ("row", "/data/row[2]", 1),
        ("question", "/data/row[2]/x", 2),
        ("question", "/data/loose", 0),
        ("group", "/data", 0),
        ("question", "/data/hidden/z", 1),
    ]
    assert "/data/hidden/z" not in {visit.path for visit in entry.visits(relevant_only=True)}


def test_a_group_bound_to_no_node_has_a_label_of_its_own():
    entry = fill(FORM, {"/data/first": "5"})
    group = next(visit for visit in entry.visits() if visit.kind == "group" and visit.path == "/data")
    assert entry.label_of(group) == "Unbound 5"


def test_pages_and_how_far_they_are():
    entry = fill(FORM, {"/data/first": "a", "/data/second": "x", "/data/g/a": "b"})
    entry.set_non_answer("/data/row[1]/x", NonAnswer.DOES_NOT_KNOW)
    loose, group, rows, between, unbound = entry.sections()
    assert (loose.label, loose.paths, loose.answered, loose.questions, loose.problems) == (
        "", ("/data/first", "/data/second"), 2, 2, 1,
    )  # fmt: skip
    assert (group.key, group.label, group.answered, group.questions) == ("/data/g", "Group", 1, 1)
    assert (rows.label, rows.answered, rows.questions) == ("Rows", 1, 1)
    assert (between.paths, between.answered, between.questions) == (("/data/loose",), 0, 1)
    assert (unbound.label, unbound.questions) == ("Unbound a", 0)


def test_a_page_that_is_hidden_says_so():
    body = f'{questions("/data/a")}<group ref="/data/g">{questions("/data/g/b")}</group>'
    form = xform("<a/><g><b/></g>", bind("/data/g", relevant="/data/a = 1"), body)
    assert [section.relevant for section in fill(form).sections()] == [True, False]


def test_a_repeat_without_rows_is_shown_if_a_row_would_be():
    body = questions("/data/a") + f'<repeat nodeset="/data/row">{questions("/data/row/x")}</repeat>'
    entry = fill(
        xform('<a/><row jr:template=""><x/></row>', bind("/data/row", relevant="/data/a = 'yes'"), body)
    )
    assert [visit.kind for visit in entry.visits(relevant_only=True)] == ["question"]
    entry.set_answer("/data/a", "yes")
    assert [visit.kind for visit in entry.visits(relevant_only=True)] == ["question", "repeat"]
    assert entry.is_relevant(entry.add_repeat("/data/row"))


def test_every_node_is_told_with_its_state():
    entry = fill(FORM, {"/data/first": "a"})
    nodes = {node.path: (node.relevant, node.value) for node in entry.nodes()}
    assert nodes["/data/first"] == (True, "a")
    assert nodes["/data/hidden/z"] == (False, "")
    assert nodes["/data/row[1]/x"] == (True, "")
