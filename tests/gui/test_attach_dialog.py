"""Attaching: what each file is, what cannot be kept and why, stopped without loss."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from abhaya.gui.attach.attach_dialog import AttachDialog
from abhaya.workflows.attach_file import attach
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.open_case import read_case
from pages.window_page import words_on
from support import attachments


@pytest.fixture
def photo(tmp_path):
    return attachments.photo(tmp_path, "IMG_0042 Sita.jpg")


@pytest.fixture
def pdf(tmp_path):
    return attachments.scan(tmp_path)


def _actions(desk):
    return [entry.action for entry in entries(desk, 0, 1000)]


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
    def attach_until_stopped(desk, case_id, path, caption, record_id, report, asked):
        if path == pdf:
            while report(1, 2):
                pass
            raise RuntimeError("stopped")
        return attach(desk, case_id, path, caption, record_id, report, asked)

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
    assert screen.notice.words == "Drop photos, papers and recordings here"
    drop = QDropEvent(QPointF(5, 5), copy, mime, button, plain)

    def fill(dialog):
        assert [row.path for row in dialog.rows] == [photo]

    with_modal(lambda: screen.dropEvent(drop), fill, AttachDialog)
