from __future__ import annotations

import pytest

from abhaya.errors import Code
from abhaya.storage.form_repository import KeptForm
from abhaya.storage.unit_of_work import Reader
from support.refusal import refused
from support.station_rows import FORM, START, keep_form, working

INTERVIEW = KeptForm("interview", "3", "ab" * 32, {"hi": "साक्षात्कार"}, "p-1", START, "Demo prosecutor")


def test_form_comes_back_as_it_was(database):
    with working(database) as work:
        keep_form(work)
        work.forms.add(INTERVIEW, b"<other/>")
    forms = Reader(database).forms
    assert forms.get(FORM) == b"<xform/>"
    assert forms.list() == [
        INTERVIEW,
        KeptForm("rescue_report", "1", FORM, {"en": "Rescue report"}, "", START),
    ]


def test_same_form_again_is_no_change(database):
    with working(database) as work:
        keep_form(work)
        before = database.changes
        keep_form(work)
        assert database.changes == before


def test_other_content_under_the_same_version_is_refused(database):
    with working(database) as work:
        keep_form(work)
    with refused(Code.FORM_CHANGED, form="rescue_report", version="1"), working(database) as work:
        work.forms.add(KeptForm("rescue_report", "1", "00" * 32, {}, "", START), b"<changed/>")
    assert Reader(database).forms.get(FORM) == b"<xform/>"


def test_unknown_form_is_named(database):
    with refused(Code.NO_SUCH_FORM):
        Reader(database).forms.get("00" * 32)


@pytest.mark.parametrize("statement", ["update forms set xform = x'00'", "delete from forms"])
def test_kept_form_never_changes(database, statement):
    with working(database) as work:
        keep_form(work)
    with pytest.raises(Exception, match=r"never changes|never deleted"), working(database):
        database.change(statement)
