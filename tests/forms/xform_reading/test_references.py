"""Paths become names where, and only where, a sheet would give the very same path."""

from __future__ import annotations

import pytest

from abhaya_forms.xform_reading.references import References, absolute

PATHS = ("/data", "/data/a", "/data/g", "/data/g/b", "/data/r", "/data/r/c", "/data/r/h", "/data/r/h/d",
         "/data/g/same", "/data/r/same")  # fmt: skip
REFERENCES = References(PATHS, frozenset({"/data/r"}))


@pytest.mark.parametrize(
    ("written", "context", "cell"),
    [
        (" /data/a  = 1", "/data/g/b", "${a} = 1"),
        ("if( /data/a ='', /data/g/b , 2)", "/data/a", "if(${a}='',${b}, 2)"),
        ("/data/a = 1", "/data/g/b", "/data/a = 1"),
        ("max(0, /data/a - 1)", "/data/g/b", "max(0, /data/a - 1)"),
        ("1 + /data/a + 2", "/data/g/b", "1 + /data/a + 2"),
        (" /data/g/same  = 1", "/data/a", "/data/g/same  = 1"),
        (" ../c  = 1", "/data/r/same", "${c} = 1"),
        (" ../../c  = 1", "/data/r/h/d", "${c} = 1"),
        (" ../d  = 1", "/data/r/c", "../d  = 1"),
        (" ../a  = 1", "/data/g", "../a  = 1"),
        (" instance('__last-saved')/data/a ", "/data/a", "${last-saved#a}"),
        ("instance('x')/root/y[n =  current()/../c ]/z", "/data/r/h", "instance('x')/root/y[n = ${c}]/z"),
    ],
)  # fmt: skip
def test_rules(written, context, cell):
    assert REFERENCES.cell(written, context) == cell


def test_filters_name_questions_from_the_current_row():
    assert REFERENCES.cell("name =  current()/../c ", "/data/r/same", choosing=True) == "name = ${c}"
    assert REFERENCES.cell("name =  ../c ", "/data/r/same", choosing=True) == "name =  ../c"
    assert REFERENCES.cell(" ./c  != 'x'", "/data/a", "/data/r", choosing=True) == "${c} != 'x'"


def test_paths_seen_from_a_node():
    assert absolute("current()/../h/d", "/data/r/c") == "/data/r/h/d"
    assert absolute("/data/a", "/data/r/c") == "/data/a"
