"""A draft goes over to a newer version of its form; what is sealed never does."""

from __future__ import annotations

import pytest

from abhaya.errors import Code
from abhaya.workflows.fill_form import open_record
from abhaya.workflows.move_draft import move_draft, newer_version
from abhaya.workflows.open_case import read_case
from abhaya.workflows.seal_record import correct_record, seal
from support.desks import begin_case, bring_in, fill_small_form
from support.refusal import refused
from support.small_form import NAMES, SMALL_FORM, write_small_form

NEWER = (
    SMALL_FORM.replace("version: '1'", "version: '2'")
    .replace("  name: place\n", "  name: spot\n", 1)
    .replace("settings:", "settings:", 1)
)


@pytest.fixture
def draft(desk, tmp_path):
    return fill_small_form(desk, begin_case(desk), tmp_path)


def test_the_draft_has_the_new_form_and_every_answer(desk, draft, tmp_path):
    line = bring_in(desk, write_small_form(tmp_path, NEWER))
    assert newer_version(desk, draft.record) == line
    filling, report = move_draft(desk, draft.record.id)
    assert [kept.label for kept in report.left_over] == ["Place"]
    assert filling.record.form_version == "2"
    again = open_record(desk, draft.record.id)
    assert (again.record.form_sha256, again.record.language) == (line.sha256, draft.record.language)
    assert again.entry.state("/data/rescued[1]/full_name").value == NAMES[0]
    assert again.entry.left_over == report.left_over
    people = read_case(desk, draft.record.case_id).people
    assert [person.code for person in people] == ["V-001", "V-002"]


def test_a_draft_of_the_newest_version_stays(desk, draft):
    assert newer_version(desk, draft.record) is None
    with refused(Code.NO_NEWER_VERSION):
        move_draft(desk, draft.record.id)


def test_what_is_sealed_and_its_correction_keep_their_form(desk, draft, tmp_path):
    sealed = seal(desk, draft)
    bring_in(desk, write_small_form(tmp_path, NEWER))
    for record in (sealed, correct_record(desk, sealed.id).record):
        assert newer_version(desk, record) is None
        with refused(Code.NO_NEWER_VERSION):
            move_draft(desk, record.id)
