"""Hidden questions: inherited, read as blank, left out of counts, and never lost."""

from __future__ import annotations

from support.xforms import bind, fill, questions, xform

INNER = f'<group ref="/data/outer/inner">{questions("/data/outer/inner/a")}</group>'
NESTED = xform(
    "<ask/><outer><inner><a>kept</a></inner></outer><seen/><count/>",
    bind("/data/outer", relevant="/data/ask = 'yes'")
    + bind("/data/outer/inner", relevant="/data/ask != ''")
    + bind("/data/seen", calculate="if(/data/outer/inner/a = '', 'blank', 'there')")
    + bind("/data/count", calculate="count(/data/outer/inner/a)"),
    f'{questions("/data/ask")}<group ref="/data/outer">{INNER}</group>',
)
A = "/data/outer/inner/a"


def test_a_hidden_group_hides_all_below_it():
    entry = fill(NESTED, {"/data/ask": "no"})
    assert [entry.is_relevant(p) for p in ("/data/outer", "/data/outer/inner", A)] == [False, False, False]
    entry.set_answer("/data/ask", "yes")
    assert entry.is_relevant(A)


def test_a_hidden_answer_reads_as_blank_but_is_not_counted():
    entry = fill(NESTED)
    assert (entry.state("/data/seen").value, entry.state("/data/count").value) == ("blank", "0")
    entry.set_answer("/data/ask", "yes")
    assert (entry.state("/data/seen").value, entry.state("/data/count").value) == ("there", "1")


def test_a_hidden_answer_is_kept_and_comes_back():
    entry = fill(NESTED, {"/data/ask": "yes", A: "her statement"})
    entry.set_answer("/data/ask", "no")
    assert (A, "her statement") in entry.answers()
    again = fill(NESTED, content=entry.to_xml())
    assert not again.is_relevant(A)
    again.set_answer("/data/ask", "yes")
    assert again.state(A).value == "her statement"


def test_hiding_tells_which_questions_changed():
    entry = fill(NESTED, {"/data/ask": "yes"})
    change = entry.set_answer("/data/ask", "no")
    assert change.paths >= {"/data/outer", "/data/outer/inner", A, "/data/seen", "/data/count"}
    assert not change.structure


def test_hidden_questions_have_no_problems():
    hidden = "/data/b = 1"
    binds = bind("/data/a", required="true()", relevant=hidden) + bind(
        "/data/c", constraint=". = 1", relevant=hidden
    )
    entry = fill(xform("<a/><b/><c>5</c>", binds, questions("/data/a", "/data/b", "/data/c")))
    assert entry.problems(to_seal=True) == ()
    entry.set_answer("/data/b", "1")
    assert [(p.path, p.kind) for p in entry.problems(to_seal=True)] == [
        ("/data/a", "required"),
        ("/data/c", "constraint"),
    ]


def test_an_answer_by_itself_is_a_condition_by_its_value():
    binds = (
        bind("/data/adult", calculate="/data/age >= 18")
        + bind("/data/a", relevant="/data/adult")
        + bind("/data/b", relevant="not(/data/age)")
    )
    entry = fill(xform("<age/><adult/><a/><b/>", binds, questions("/data/age", "/data/a", "/data/b")))
    assert [entry.is_relevant("/data/a"), entry.is_relevant("/data/b")] == [False, True]
    entry.set_answer("/data/age", "17")
    assert [entry.is_relevant("/data/a"), entry.is_relevant("/data/b")] == [False, False]
    entry.set_answer("/data/age", "18")
    assert entry.is_relevant("/data/a")


def test_a_condition_that_cannot_be_worked_out_shows_the_question():
    binds = bind("/data/b", relevant="date(/data/a) = today()")
    entry = fill(xform("<a/><b/>", binds, questions("/data/a", "/data/b")))
    entry.set_answer("/data/a", "after Holi")
    assert entry.is_relevant("/data/b")
