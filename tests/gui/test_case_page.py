"""A case on one page: people by code, forms with their state, attachments from memory only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from abhaya.cases.audit_entry import Action
from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.gui.case_page.attachment_viewer import AttachmentViewer
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
from support.recordings import film
from support.small_form import NAMES


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
    assert screen.top.about.text() == "Forced labour · Gorakhpur · 13/03/2026 (29 Falgun 2082 BS)"
    assert "stopped at the gate" in screen.summary.words.text()


def test_what_happened_is_changed_in_place(page, screen, case):
    page.press("edit")
    screen.summary.edit.setPlainText("A new account.")
    page.press("save")
    assert read_case(page.desk, case.id).summary == "A new account."
    assert screen.summary.words.text() == "A new account."


def test_escape_gives_a_change_up(page, screen, case):
    before = read_case(page.desk, case.id).summary
    page.press("edit")
    screen.summary.edit.setPlainText("Not what happened")
    QTest.keyClick(screen.summary.edit, Qt.Key.Key_Escape)
    assert (screen.summary.changing, screen.summary.unsaved) == (False, False)
    assert read_case(page.desk, case.id).summary == screen.summary.words.text() == before


def test_a_word_of_any_length_does_not_widen_the_page(screen):
    before = screen.minimumSizeHint().width()
    screen.summary.show_summary("ख" * 600)
    assert screen.minimumSizeHint().width() == before


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
        dialog.another.click()  # a draft of it is there already

    with_modal(lambda: page.press("fill_form"), choose, FormChoiceDialog)
    assert isinstance(page.screen, FormScreen)
    assert len(read_case(page.desk, case.id).records) == 2


def test_a_form_is_saved_empty_in_the_language_chosen(qtbot, page, screen, dialogs, tmp_path, with_modal):
    dialogs.choose_place = lambda *_asked: tmp_path / "empty.pdf"

    def save(dialog):
        dialog.list.setCurrentItem(
            dialog.list.findItems("Rescue operation plan", Qt.MatchFlag.MatchContains)[0]
        )
        dialog.language.setCurrentIndex(dialog.language.findData("ne"))
        dialog.empty.click()
        qtbot.waitUntil(lambda: "empty.pdf" in dialog.notice.words, timeout=20000)
        dialog.reject()

    with_modal(lambda: page.press("fill_form"), save, FormChoiceDialog)
    assert (tmp_path / "empty.pdf").read_bytes().startswith(b"%PDF")


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


def test_a_recording_is_not_played_here_but_copied_after_a_warning(page, case, tmp_path, dialogs, qtbot):
    attach(page.desk, case.id, film(tmp_path), "Search of the house")
    screen = page.open_case(case.id)
    assert "Film · " in words_on(screen.attachments)
    copy = next(b for b in screen.attachments.findChildren(QPushButton) if b.text() == "Save a copy")
    place = tmp_path / "copy.mp4"
    dialogs.choose_place = lambda _parent, _title, suggested, _kinds: place
    dialogs.yes = False
    copy.click()
    assert not place.exists()
    assert dialogs.asked == ["Save a copy of A-1?"]
    dialogs.yes = True
    copy.click()
    qtbot.waitUntil(lambda: "is saved" in screen.notice.words)
    assert place.read_bytes() == (tmp_path / "search.mp4").read_bytes()
    assert Action.ATTACHMENT_COPIED in _actions(page.desk)


def test_a_copy_that_cannot_be_saved_says_why(page, case, tmp_path, dialogs, qtbot):
    attach(page.desk, case.id, film(tmp_path))
    screen = page.open_case(case.id)
    dialogs.choose_place = lambda *_: tmp_path / "pulled out" / "copy.mp4"
    screen.save_copy(read_case(page.desk, case.id).attachments[0])
    qtbot.waitUntil(lambda: "not" in screen.notice.words)
    assert Action.ATTACHMENT_COPIED not in _actions(page.desk)


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
