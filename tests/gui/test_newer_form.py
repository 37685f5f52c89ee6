"""A draft whose form has a newer version is opened."""

from __future__ import annotations

import pytest

from abhaya.gui.case_page.newer_form import open_filling
from support.desks import begin_case, bring_in, fill_small_form
from support.small_form import SMALL_FORM, write_small_form

NEWER = SMALL_FORM.replace("version: '1'", "version: '2'").replace("  name: place\n", "  name: spot\n", 1)


@pytest.fixture
def draft(page, tmp_path):
    return fill_small_form(page.desk, begin_case(page.desk), tmp_path).record


def opened(page, record):
    return open_filling(page.window, page.area.around, record.id)


def test_without_a_newer_version_nothing_is_asked(page, draft, dialogs):
    assert opened(page, draft).record.form_version == "1"
    assert dialogs.asked == []


@pytest.mark.parametrize("yes", [True, False])
def test_the_person_decides_whether_the_draft_moves(page, draft, dialogs, tmp_path, yes):
    bring_in(page.desk, write_small_form(tmp_path, NEWER))
    dialogs.yes = yes
    assert opened(page, draft).record.form_version == ("2" if yes else "1")
    assert dialogs.asked == ["There is a newer version of this form", "The draft was moved"][: 1 + yes]
