"""Rows: nested, added, removed, counted by the form, and each on its own."""

from __future__ import annotations

import pytest

from support.xforms import bind, fill, questions, setvalue, xform

CHILDREN = f'<repeat nodeset="/data/person/child">{questions("/data/person/child/name")}</repeat>'
PERSONS = (
    '<group ref="/data/person"><label>Person</label><repeat nodeset="/data/person">'
    f'<label>Row <output value="label"/></label>{questions("/data/person/name")}{CHILDREN}</repeat></group>'
)
FAMILY = xform(
    '<person jr:template=""><name/><label/><child jr:template=""><name/><full/></child></person><all/>',
    bind("/data/person/label", calculate="concat(position(..), ' ', ../name)")
    + bind("/data/person/child/full", calculate="concat(../name, ' of ', /data/person/name)")
    + bind("/data/all", calculate="join('; ', /data/person/child/full)"),
    PERSONS,
)


@pytest.fixture
def family():
    entry = fill(FAMILY)
    for name in ("Rai", "Lama"):
        row = entry.add_repeat("/data/person")
        entry.set_answer(f"{row}/name", name)
        for child in ("Asha", "Bir"):
            entry.set_answer(f"{entry.add_repeat(f'{row}/child')}/name", child)
    return entry


def test_a_template_alone_makes_no_row():
    assert fill(FAMILY).rows("/data/person") == ()


def test_rows_nest(family):
    assert family.rows("/data/person") == ("/data/person[1]", "/data/person[2]")
    assert family.rows("/data/person[2]/child") == ("/data/person[2]/child[1]", "/data/person[2]/child[2]")
    assert family.state("/data/person[2]/child[1]/full").value == "Asha of Lama"
    assert family.state("/data/all").value == "Asha of Rai; Bir of Rai; Asha of Lama; Bir of Lama"


def test_the_first_row_needs_no_position(family):
    assert family.state("/data/person/child[2]/full").value == "Bir of Rai"


def test_a_change_in_a_row_touches_that_row_only(family):
    change = family.set_answer("/data/person[2]/name", "Gurung")
    touched = {path for path in change.paths if path.startswith("/data/person[1]")}
    assert touched == set()
    assert "/data/person[2]/child[1]/full" in change.paths


def test_removing_a_row_moves_the_later_ones_up(family):
    change = family.remove_repeat("/data/person[1]")
    assert change.structure
    assert family.rows("/data/person") == ("/data/person[1]",)
    assert family.state("/data/person[1]/label").value == "1 Lama"
    assert family.state("/data/all").value == "Asha of Lama; Bir of Lama"
    with pytest.raises(KeyError):
        family.state("/data/person[2]/name")


def test_rows_and_repeats_have_labels(family):
    assert family.label("/data/person[2]") == "Row 2 Lama"


@pytest.mark.parametrize("path", ["/data/all", "/data/nowhere", "/data/person[1]/name"])
def test_what_is_no_repeat_has_no_rows(family, path):
    with pytest.raises(KeyError):
        family.add_repeat(path)
    with pytest.raises(KeyError):
        family.remove_repeat(path)


COUNTED = xform(
    '<n/><row jr:template=""><x/><p/></row><sum/>',
    """<bind nodeset="/data/n" type="int"/><bind nodeset="/data/row/p" calculate="position(..)"/>
    <bind nodeset="/data/sum" calculate="sum(/data/row/x)"/>""",
    questions("/data/n")
    + f'<repeat nodeset="/data/row" jr:count="/data/n">{questions("/data/row/x")}</repeat>',
)


def test_a_count_makes_rows():
    entry = fill(COUNTED)
    change = entry.set_answer("/data/n", "3")
    assert change.structure
    assert [entry.state(f"{row}/p").value for row in entry.rows("/data/row")] == ["1", "2", "3"]


def test_rows_beyond_the_count_are_hidden_and_come_back():
    entry = fill(COUNTED, {"/data/n": "3", "/data/row[3]/x": "5"})
    entry.set_answer("/data/n", "2")
    assert (len(entry.rows("/data/row")), entry.state("/data/sum").value) == (2, "0")
    assert ("/data/row[3]/x", "5") in entry.answers()
    assert all("[3]" not in visit.path for visit in entry.visits())
    entry.set_answer("/data/n", "3")
    assert entry.state("/data/sum").value == "5"


def test_a_blank_count_changes_nothing():
    entry = fill(COUNTED, {"/data/n": "2"})
    entry.set_answer("/data/n", "")
    assert len(entry.rows("/data/row")) == 2
    entry.set_answer("/data/n", "0")
    entry.set_answer("/data/n", "")
    assert fill(COUNTED, content=entry.to_xml()).rows("/data/row") == ()


def test_a_mistyped_count_does_not_exhaust_memory():
    assert len(fill(COUNTED, {"/data/n": "99999999"}).rows("/data/row")) == 1_000


def test_counted_rows_are_the_forms_own():
    entry = fill(COUNTED, {"/data/n": "1"})
    with pytest.raises(PermissionError):
        entry.add_repeat("/data/row")
    with pytest.raises(PermissionError):
        entry.remove_repeat("/data/row[1]")


def test_new_rows_are_filled_by_the_form():
    action = setvalue("odk-new-repeat", "/data/row/x", "position(..) * 10")
    body = f'<repeat nodeset="/data/row">{action}{questions("/data/row/x")}</repeat>'
    entry = fill(xform("<row><x>first</x></row>", body=body))
    entry.add_repeat("/data/row")
    assert [entry.state(f"{row}/x").value for row in entry.rows("/data/row")] == ["first", "20"]
