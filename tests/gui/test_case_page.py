"""A case on one page: people by code, forms with their state, attachments from memory only."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from abhaya.cases.audit_entry import Action
from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.gui.attach.attach_dialog import AttachDialog
from abhaya.gui.case_page.attachment_viewer import AttachmentViewer
from abhaya.gui.case_page.case_page_screen import CasePageScreen
from abhaya.gui.case_page.form_choice_dialog import FormChoiceDialog
from abhaya.gui.form_view.form_screen import FormScreen
from abhaya.workflows.attach_file import attach
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.manage_people import grant_case
from abhaya.workflows.open_case import read_case
from abhaya.workflows.seal_record import seal
from pages.window_page import words_on
from support import attachments
from support.desks import begin_case, desk_of, fill_small_form
from support.small_form import NAMES


@pytest.fixture
def page(open_desk):
    return open_desk()


@pytest.fixture
def case(page):
    return begin_case(page.desk)


@pytest.fixture
def screen(page, case) -> CasePageScreen:
    return page.open_case(case.id)


@pytest.fixture
def photo(tmp_path):
    return attachments.photo(tmp_path, "IMG_0042 Sita.jpg")


@pytest.fixture
def pdf(tmp_path):
    return attachments.scan(tmp_path)


def _actions(desk):
    return [entry.action for entry in entries(desk, 0, 1000)]


def test_it_says_what_happened(screen, case):
    assert screen.top.number.text() == case.number
    assert screen.top.about.text() == "Forced labour · Gorakhpur · 13/03/2026"
    assert "stopped at the gate" in screen.summary.words.text()


def test_what_happened_is_changed_in_place(page, screen, case):
    page.press("edit")
    screen.summary.edit.setPlainText("A new account.")
    page.press("save")
    assert read_case(page.desk, case.id).summary == "A new account."
    assert screen.summary.words.text() == "A new account."


def test_leaving_saves_what_is_half_written(page, screen, case):
    page.press("edit")
    screen.summary.edit.setPlainText("Half a sentence")
    page.press("back")
    assert read_case(page.desk, case.id).summary == "Half a sentence"


def test_words_that_cannot_be_saved_stay_in_the_box(page, screen, monkeypatch):
    def full(*_):
        raise AbhayaError(Code.DISK_FULL)

    monkeypatch.setattr("abhaya.gui.case_page.case_page_screen.change_summary", full)
    page.press("edit")
    screen.summary.edit.setPlainText("Words to keep")
    page.press("back")
    assert page.screen is screen
    assert screen.summary.edit.toPlainText() == "Words to keep"
    assert screen.notice.words


def test_people_stand_there_by_code_only(page, case, tmp_path):
    fill_small_form(page.desk, case, tmp_path)
    words = words_on(page.open_case(case.id))
    assert "V-001 · under 18" in words
    assert "V-002" in words
    assert not any(name in words for name in NAMES)


def test_a_draft_shows_how_far_it_is_and_is_gone_on_with(page, case, tmp_path):
    fill_small_form(page.desk, case, tmp_path)
    screen = page.open_case(case.id)
    assert "Draft" in words_on(screen.forms)
    assert "5 of 5 answered" in words_on(screen.forms)
    QTest.keyClick(screen.forms.next_button, Qt.Key.Key_Return)
    assert isinstance(page.screen, FormScreen)


def test_a_form_is_chosen_and_begun(page, screen, case, tmp_path, with_modal):
    fill_small_form(page.desk, case, tmp_path)

    def choose(dialog):
        assert dialog.language.currentData() == "en"
        item = dialog.list.findItems("Small form", Qt.MatchFlag.MatchContains)[0]
        dialog.list.setCurrentItem(item)
        dialog.begin.click()

    with_modal(lambda: page.press("fill_form"), choose, FormChoiceDialog)
    assert isinstance(page.screen, FormScreen)
    assert len(read_case(page.desk, case.id).records) == 2


def test_a_sealed_form_is_read_and_corrected(page, case, tmp_path, dialogs):
    seal(page.desk, fill_small_form(page.desk, case, tmp_path))
    screen = page.open_case(case.id)
    assert "Sealed" in words_on(screen.forms)
    record = read_case(page.desk, case.id).records[0].record
    dialogs.yes = False
    screen.correct(record.id)
    assert page.screen is screen, "the person changed their mind"
    dialogs.yes = True
    screen.correct(record.id)
    assert page.screen.filling.record.version == 2
    page.press("back")
    assert "correction 1" in words_on(page.screen.forms)


def test_attach_says_what_each_file_is(page, screen, case, photo, pdf, dialogs, qtbot, with_modal):
    dialogs.choose_files = lambda *_: (photo, pdf)

    def fill(dialog):
        dialog.choose.click()
        dialog.rows[0].caption.setText("Photo of the gate")
        dialog.start.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    with_modal(lambda: page.press("attach"), fill, AttachDialog)
    attached = read_case(page.desk, case.id).attachments
    assert [(line.attachment.code, line.label.caption) for line in attached] == [
        ("A-1", "Photo of the gate"),
        ("A-2", ""),
    ]
    words = words_on(screen.attachments)
    assert "A-1  Photo of the gate" in words
    assert "PDF, 2 pages" in words
    assert "Sita" not in words, "the file's own name may name somebody"


def test_a_file_that_cannot_be_kept_says_why_and_the_others_are(
    page, case, screen, photo, tmp_path, qtbot, with_modal
):
    empty = tmp_path / "empty.jpg"
    empty.touch()

    def fill(dialog):
        dialog.start.click()
        qtbot.waitUntil(lambda: dialog.start.isEnabled())
        assert [row.path for row in dialog.rows] == [empty]
        assert "The file is empty" in dialog.rows[0].notice.words

    with_modal(lambda: screen.attach((empty, photo)), fill, AttachDialog)
    assert len(read_case(page.desk, case.id).attachments) == 1


def test_return_goes_from_caption_to_caption_and_then_to_the_button(screen, photo, pdf, with_modal):
    def fill(dialog):
        first, second = (row.caption for row in dialog.rows)
        assert dialog.focusWidget() is first
        QTest.keyClick(first, Qt.Key.Key_Return)
        assert dialog.focusWidget() is second
        QTest.keyClick(second, Qt.Key.Key_Return)
        assert dialog.focusWidget() is dialog.start

    with_modal(lambda: screen.attach((photo, pdf)), fill, AttachDialog)


def test_a_file_can_be_taken_off_the_list(screen, photo, pdf, with_modal):
    def fill(dialog):
        dialog.rows[0].remove.click()
        assert [row.path for row in dialog.rows] == [pdf]

    with_modal(lambda: screen.attach((photo, pdf, pdf)), fill, AttachDialog)


def test_stopping_keeps_what_was_attached_and_leaves_the_rest(
    page, case, screen, photo, pdf, qtbot, with_modal, monkeypatch
):
    def attach_until_stopped(desk, case_id, path, caption, record_id, report):
        if path == pdf:
            while report(1, 2):
                pass
            raise RuntimeError("stopped")
        return attach(desk, case_id, path, caption, record_id, report)

    monkeypatch.setattr("abhaya.gui.attach.attach_dialog.attach", attach_until_stopped)

    def fill(dialog):
        dialog.start.click()
        qtbot.waitUntil(lambda: len(dialog.attached) == 1)
        dialog.reject()
        qtbot.waitUntil(lambda: dialog.start.isEnabled())
        assert "Stopped" in dialog.notice.words
        assert [row.path for row in dialog.rows] == [pdf]

    with_modal(lambda: screen.attach((photo, pdf)), fill, AttachDialog)
    assert len(read_case(page.desk, case.id).attachments) == 1


def test_stopping_too_late_says_that_the_file_is_kept(
    page, case, screen, photo, qtbot, with_modal, monkeypatch
):
    kept, go_on = threading.Event(), threading.Event()

    def attach_and_dawdle(*given):
        made = attach(*given)
        kept.set()
        go_on.wait()
        return made

    monkeypatch.setattr("abhaya.gui.attach.attach_dialog.attach", attach_and_dawdle)

    def fill(dialog):
        dialog.start.click()
        qtbot.waitUntil(kept.is_set)
        dialog.stop.click()
        go_on.set()
        qtbot.waitUntil(lambda: not dialog.isVisible())
        assert [made.code for made in dialog.attached] == ["A-1"]

    with_modal(lambda: screen.attach((photo,)), fill, AttachDialog)
    assert "A-1" in words_on(screen.attachments)


def test_files_dropped_on_the_case_open_the_same_dialog(screen, photo, with_modal):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    copy, button, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, button, plain)
    screen.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert screen.notice.words == "Drop photos and papers here"
    drop = QDropEvent(QPointF(5, 5), copy, mime, button, plain)

    def fill(dialog):
        assert [row.path for row in dialog.rows] == [photo]

    with_modal(lambda: screen.dropEvent(drop), fill, AttachDialog)


def test_pictures_are_decrypted_only_when_asked_for(page, case, photo, qtbot):
    attach(page.desk, case.id, photo)
    screen = page.open_case(case.id)
    mark = next(iter(screen.attachments._marks.values()))
    before = mark.pixmap().cacheKey()
    assert Action.ATTACHMENT_READ not in _actions(page.desk)
    screen.attachments.toggle.click()
    qtbot.waitUntil(lambda: mark.pixmap().cacheKey() != before)
    assert Action.ATTACHMENT_READ in _actions(page.desk)
    screen.attachments.toggle.click()
    assert mark.pixmap().cacheKey() == before


def test_looking_shows_the_pages_and_leaves_nothing_on_the_disk(page, case, pdf, qtbot, with_modal, tmp_path):
    attach(page.desk, case.id, pdf, "Two pages")
    screen = page.open_case(case.id)
    line = read_case(page.desk, case.id).attachments[0]
    before = {path for path in tmp_path.rglob("*") if path.is_file()}

    def look(dialog):
        qtbot.waitUntil(lambda: dialog.panel.view.count == 2)
        assert dialog.windowTitle() == "A-1"
        assert dialog.panel.position.text() == "Page 1 of 2"

    with_modal(lambda: screen.look(line), look, AttachmentViewer)
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before


def test_legal_aid_reads_a_granted_case_and_changes_nothing(open_desk, folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        case = begin_case(desk)
        seal(desk, fill_small_form(desk, case, tmp_path))
        person = next(p for p in desk.ring.people() if p.role is Role.LEGAL_AID)
        grant_case(desk, case.id, person.person_id)
    page = open_desk(Role.LEGAL_AID)
    screen = page.open_case(case.id)
    assert set(screen.deeds()) == {"back", "save", "refresh"}
    assert screen.summary.change.isHidden()
    assert "Correct" not in words_on(screen.forms)
    screen.open_record(read_case(page.desk, case.id).records[0].record.id)
    assert page.screen.filling.read_only
