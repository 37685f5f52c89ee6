"""Functions of rows, lists and chance."""

from __future__ import annotations

import pytest

from support.xforms import calculated, fill, questions, xform

LIST = (
    '<instance id="towns"><root><item><name>a</name><label>Sonauli</label><state>up</state></item>'
    "<item><name>b</name><label>Raxaul</label><state>bihar</state></item></root></instance>"
)


def rows(calculation: str, *, binds: str = "") -> bytes:
    """Return a form with a repeat of three rows, x being 1, 2 and 3, and a calculation in each row."""
    instance = "".join(f"<row><x>{x}</x><t/></row>" for x in (1, 2, 3))
    body = f'<repeat nodeset="/data/row">{questions("/data/row/x")}</repeat>'
    return xform(
        f"{instance}<total/>", f'<bind nodeset="/data/row/t" calculate="{calculation}"/>{binds}', body
    )


def results(form: bytes) -> list[str]:
    entry = fill(form)
    return [entry.state(f"{row}/t").value for row in entry.rows("/data/row")]


@pytest.mark.parametrize(
    ("calculation", "values"),
    [
        ("position(..)", ["1", "2", "3"]),
        ("count(/data/row)", ["3", "3", "3"]),
        ("/data/row/x * 2", ["2", "4", "6"]),
        ("sum(../../row/x)", ["6", "6", "6"]),
        ("indexed-repeat(/data/row/x, /data/row, 2)", ["2", "2", "2"]),
        ("indexed-repeat(/data/row/x, /data/row, position(..) - 1)", ["1", "1", "2"]),
        ("indexed-repeat(../x, .., 3)", ["3", "3", "3"]),
        ("/data/row[position() = position(current()/..) + 1]/x", ["2", "3", ""]),
        ("count(../preceding-sibling::row)", ["0", "1", "2"]),
        ("max(../../row/x) - min(../../row/x)", ["2", "2", "2"]),
    ],
)
def test_rows(calculation, values):
    assert results(rows(calculation)) == values


def test_hidden_answers_are_left_out_of_sums_and_counts():
    hidden = '<bind nodeset="/data/row/x" relevant="position(..) != 2"/>'
    entry = fill(
        rows("count(../x)", binds=hidden + '<bind nodeset="/data/total" calculate="sum(/data/row/x)"/>')
    )
    assert entry.state("/data/total").value == "4"
    assert [entry.state(f"{row}/t").value for row in entry.rows("/data/row")] == ["1", "0", "1"]


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("instance('towns')/root/item[name = 'b']/label", "Raxaul"),
        ("instance('towns')/root/item['a' = name]/label", "Sonauli"),
        ("instance('towns')/root/item[state = /data/a][name = 'b']/label", "Raxaul"),
        ("count(instance('towns')/root/item[name != 'b'])", "1"),
        ("count(instance('towns')/root/item[name = 3])", "0"),
        ("pulldata('towns', 'label', 'name', 'a')", "Sonauli"),
        ("pulldata('towns', 'label', 'name', 'z')", ""),
    ],
)
def test_lists(expression, result):
    form = xform(
        "<a/><b/>", f'<bind nodeset="/data/b" calculate="{expression}"/>', questions("/data/a"), model=LIST
    )
    assert fill(form, {"/data/a": "bihar"}).state("/data/b").value == result


def test_the_same_seed_shuffles_the_same_way():
    expression = "join('', randomize(instance('letters')/root/item, 42))"
    letters = "".join(f"<item>{letter}</item>" for letter in "abcdefgh")
    model = f'<instance id="letters"><root>{letters}</root></instance>'
    form = xform("<a/>", f'<bind nodeset="/data/a" calculate="{expression}"/>', model=model)
    shuffled = fill(form).state("/data/a").value
    assert sorted(shuffled) == sorted("abcdefgh")
    assert shuffled == fill(form).state("/data/a").value != "abcdefgh"


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("coalesce('', 'x')", "x"),
        ("coalesce(/data/a, /data/b, 'none')", "none"),
        ("checklist(1, 2, true(), false(), true())", "true"),
        ("weighted-checklist(5, 9, true(), 4, true(), 2)", "true"),
        ("boolean-from-string('TRUE')", "true"),
        ("selected('a b', 'b')", "true"),
        ("selected-at('a b', 1)", "b"),
        ("selected-at('a b', 7)", ""),
        ("count-selected(' a  b ')", "2"),
        ("round(2.5)", "3"),
        ("round(-2.5)", "-2"),
        ("round(14.29, 1)", "14.3"),
        ("round(12345, -2)", "12300"),
        ("int(-2.7)", "-2"),
        ("pow(2, 10)", "1024"),
        ("pow(-8, 1 div 3)", ""),
        ("sqrt(-1)", ""),
        ("log(0)", "-Infinity"),
        ("exp(1000)", "Infinity"),
        ("5 mod 3", "2"),
        ("1 div 0", "Infinity"),
        ("0 div 0", ""),
        ("distance('0 0;0 1')", "111318.85"),
        ("geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')", "true"),
        ("version()", "7"),
    ],
)
def test_the_rest(expression, result):
    assert calculated(expression) == result
