"""An empty form of the station's shelf, in the language asked for, written where it was asked to."""

from __future__ import annotations

import pytest

from abhaya.errors import Code
from abhaya.workflows.print_empty_form import print_empty_of_station, save_empty
from support.desks import begin_case, fill_small_form
from support.pdf_texts import READERS, words
from support.refusal import refused


@pytest.fixture
def form(desk, tmp_path):
    return fill_small_form(desk, begin_case(desk), tmp_path).record.form_sha256


@pytest.fixture
def printed(desk, form):
    return print_empty_of_station(desk, form, "hi")


def test_it_is_in_the_language_asked_for(printed):
    (page,) = READERS["pypdf"](printed.data)
    assert words("1.1 स्थान") in words(page)
    assert printed.pages == 1


def test_nothing_is_written_over_unless_that_was_said(printed, tmp_path):
    place = tmp_path / "empty.pdf"
    save_empty(printed, place)
    with refused(Code.FILE_EXISTS):
        save_empty(printed, place)
    save_empty(printed, place, replace=True)
    assert place.read_bytes() == printed.data


def test_a_folder_that_is_not_there_is_said(printed, tmp_path):
    with refused(Code.FILE_NOT_FOUND):
        save_empty(printed, tmp_path / "gone" / "empty.pdf")
