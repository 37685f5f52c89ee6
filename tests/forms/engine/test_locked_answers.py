"""Answers of an earlier version that stay as they are; everything else can be corrected."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import FormEntry, NonAnswer
from support.xforms import NOW, fill, xform

BODY = (
    '<input ref="/data/said"/><input ref="/data/note"/>'
    '<group ref="/data/row"><repeat nodeset="/data/row"><input ref="/data/row/words"/></repeat></group>'
)
FORM = xform("<said/><note/><row><words/></row>", body=BODY)


@pytest.fixture
def corrected():
    """An entry that goes on with answers, those in the person's own words locked."""
    before = fill(FORM, {"/data/said": "I came from Jhapa.", "/data/note": "at noon"})
    before.set_answer("/data/row[1]/words", "So it was.")
    before.add_repeat("/data/row")
    locked = frozenset({("/data/said", "I came from Jhapa."), ("/data/row/words", "So it was.")})
    return FormEntry(before.definition, clock=lambda: NOW, content=before.to_xml(), locked=locked)


def test_a_locked_answer_is_read_only(corrected):
    assert corrected.state("/data/said").read_only
    with pytest.raises(PermissionError):
        corrected.set_answer("/data/said", "I came from Morang.")
    with pytest.raises(PermissionError):
        corrected.set_non_answer("/data/said", NonAnswer.DECLINED)
    assert corrected.state("/data/said").value == "I came from Jhapa."


def test_other_answers_can_be_corrected(corrected):
    corrected.set_answer("/data/note", "at one")
    assert corrected.state("/data/note").value == "at one"


def test_what_was_left_empty_can_be_answered(corrected):
    corrected.set_answer("/data/row[2]/words", "More.")
    assert not corrected.is_locked("/data/row[2]")


def test_a_row_that_holds_locked_words_stays(corrected):
    assert corrected.is_locked("/data/row[1]")
    with pytest.raises(PermissionError):
        corrected.remove_repeat("/data/row[1]")
    corrected.remove_repeat("/data/row[2]")
