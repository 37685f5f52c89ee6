"""The draft is written by itself, and what cannot be written stays on the screen."""

from __future__ import annotations

import pytest

from abhaya.cases.role import Role
from abhaya.errors import Code
from abhaya.workflows.fill_form import open_record, start_record
from support.desks import begin_case, bring_in, desk_of, new_station
from support.small_disk import fill, small_disk
from support.station_people import PASSPHRASES
from support.trial_form import write_trial_form

PLACE = "/data/event/place"


def test_an_answer_is_saved_soon_after_a_pause(qtbot, page, desk, filling):
    with qtbot.waitSignal(page.screen.autosave.saved, timeout=4000):
        page.type(PLACE, "Sonauli")
    assert open_record(desk, filling.record.id).entry.state(PLACE).value == "Sonauli"
    assert page.screen.top.save_state.words.text().startswith("Saved ")


def test_leaving_a_question_saves_at_once(qtbot, page):
    page.type(PLACE, "Sonauli")
    with qtbot.waitSignal(page.screen.autosave.saved, timeout=1000):
        page.leave()


def test_somebody_who_types_without_a_pause_is_saved_too(qtbot, page):
    page.type(PLACE, "S")
    assert page.screen.autosave._longest.isActive()
    with qtbot.waitSignal(page.screen.autosave.saved):
        page.screen.autosave._longest.timeout.emit()


def test_an_unsaved_answer_is_said_to_be_one(page):
    page.type(PLACE, "Sonauli")
    assert page.screen.top.save_state.words.text() == "Writing…"
    page.screen.save_now()
    assert page.screen.top.save_state.words.text().startswith("Saved ")


def test_saving_takes_along_what_is_half_typed(page, desk, filling):
    page.control("/data/event/story").setPlainText("Half a sent")
    page.screen.save_now()
    assert open_record(desk, filling.record.id).entry.state("/data/event/story").value == "Half a sent"


def test_what_a_lock_left_unsaved_is_written_after_it(qtbot, page, desk):
    page.type(PLACE, "Sonauli")
    desk.suspend()
    page.screen.save_now()
    assert page.screen.autosave.unsaved
    desk.resume(PASSPHRASES[Role.SUPERVISOR])
    with qtbot.waitSignal(page.screen.autosave.saved):
        page.screen.autosave._retry.timeout.emit()


@pytest.fixture
def crowded(tmp_path, clock):
    """A station on a disk of 8 MiB, its desk, and a draft of the trial form."""
    with small_disk(tmp_path, 8 << 20) as disk, desk_of(new_station(disk / "station", clock), clock) as desk:
        form = bring_in(desk, write_trial_form(tmp_path))
        yield disk, desk, start_record(desk, begin_case(desk).id, form.form_id, "en")


def test_a_full_disk_keeps_the_words_says_so_and_is_tried_again(qtbot, open_form, crowded):
    disk, desk, filling = crowded
    page = open_form(filling)
    filler = fill(disk)
    page.control("/data/event/story").setPlainText("उसने कहा। " * 2000)
    with qtbot.waitSignal(page.screen.autosave.failed):
        page.screen.save_now()
    assert page.screen.top.save_state.words.text() == "Not saved"
    assert "Your words are still here" in page.screen.notice.words
    assert page.control("/data/event/story").toPlainText().startswith("उसने कहा।")
    filler.unlink()
    with qtbot.waitSignal(page.screen.autosave.saved):
        page.screen.autosave._retry.timeout.emit()
    assert page.screen.notice.words == ""
    assert open_record(desk, filling.record.id).entry.state("/data/event/story").value.startswith("उसने कहा।")


def test_leaving_with_unsaved_words_asks_first(open_form, crowded, around):
    disk, _, filling = crowded
    page = open_form(filling)
    filler = fill(disk)
    page.control("/data/event/story").setPlainText("उसने कहा। " * 2000)
    around.dialogs.yes = False
    assert not page.screen.leave()
    assert around.dialogs.asked == ["Leave without saving?"]
    filler.unlink()
    assert page.screen.leave()


def test_a_defect_while_saving_costs_no_words_and_is_tried_again(
    qtbot, page, desk, filling, monkeypatch, caplog
):
    def defect(*_):
        raise ZeroDivisionError

    page.type(PLACE, "Sonauli")
    with monkeypatch.context() as broken:
        broken.setattr("abhaya.storage.audit_log.AuditLog.append", defect)
        with qtbot.waitSignal(page.screen.autosave.failed) as told:
            page.screen.save_now()
    assert told.args[0].code is Code.UNEXPECTED
    assert caplog.records[-1].mark in page.screen.notice.words
    with qtbot.waitSignal(page.screen.autosave.saved):
        page.screen.autosave._retry.timeout.emit()
    assert open_record(desk, filling.record.id).entry.state(PLACE).value == "Sonauli"
