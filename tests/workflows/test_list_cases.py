"""Search: in every script, always up to date, rebuilt when lost."""

from __future__ import annotations

import pytest

from abhaya.workflows.audit_trail import entries
from abhaya.workflows.list_cases import search
from abhaya.workflows.open_case import change_summary
from abhaya.workflows.seal_record import correct_record, seal
from support.desks import begin_case, desk_of, fill_small_form
from support.small_form import NAMES


@pytest.fixture
def filling(desk, tmp_path):
    return fill_small_form(desk, begin_case(desk), tmp_path)


@pytest.mark.parametrize("words", [NAMES[0], "Sita", "tea stall", "bimla"])
def test_a_record_is_found_by_its_words_and_names(desk, filling, words):
    assert filling.record.id in {hit.record_id for hit in search(desk, words)}


def test_what_was_just_written_is_found_and_what_was_removed_is_not(desk, filling):
    filling.entry.set_answer("/data/place", "Raxaul checkpost")
    filling.save()
    assert [hit.record_id for hit in search(desk, "Raxaul")] == [filling.record.id]
    assert search(desk, "stall") == []
    change_summary(desk, filling.record.case_id, "हिन्दी में सारांश")
    assert [hit.record_id for hit in search(desk, "हिंदी")] == [""]


def test_a_lost_index_is_filled_again(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        record = fill_small_form(desk, begin_case(desk), tmp_path).record
        assert search(desk, "Sita")
    for file in folder.glob("search.db*"):
        file.write_bytes(b"damaged")
    with desk_of(folder, clock) as desk:
        assert [hit.record_id for hit in search(desk, "Sita")] == [record.id]


def test_a_corrected_name_is_found_in_the_new_version_alone(desk, filling):
    first = seal(desk, filling)
    assert [hit.record_id for hit in search(desk, "Bimala")] == [first.id]
    second = correct_record(desk, first.id)
    second.entry.set_answer("/data/rescued[2]/full_name", "Kamala Thapa (DEMO)")
    second.save()
    seal(desk, second)
    assert search(desk, "Bimala") == []
    assert [hit.record_id for hit in search(desk, "Kamala")] == [second.record.id]


def test_a_spoilt_record_hides_no_other(desk, filling, tmp_path):
    other = fill_small_form(desk, begin_case(desk), tmp_path).record
    with desk.database.transaction():
        desk.database.change("update records set sealed_content = x'00' where id = ?", (filling.record.id,))
    assert [hit.record_id for hit in search(desk, "Sita")] == [other.id]


def test_an_older_copy_of_the_database_is_searched_as_it_is(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        record = fill_small_form(desk, begin_case(desk), tmp_path).record
    older = (folder / "station.db").read_bytes()
    with desk_of(folder, clock) as desk:
        fill_small_form(desk, begin_case(desk), tmp_path)
        assert len(search(desk, "Sita")) == 2
    (folder / "station.db").write_bytes(older)
    with desk_of(folder, clock) as desk:
        assert [hit.record_id for hit in search(desk, "Sita")] == [record.id]


def test_the_words_of_a_search_are_not_on_the_trail(desk, filling):
    search(desk, NAMES[1])
    assert not any(NAMES[1] in repr(entry) for entry in entries(desk))


@pytest.mark.parametrize("words", ["", '"', "a OR", "NEAR(zebra", "* *", "\x00", "🙂"])
def test_any_text_may_be_asked(desk, filling, words):
    assert search(desk, words) == []
