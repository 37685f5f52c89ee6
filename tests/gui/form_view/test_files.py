"""Files that a form asks for: chosen by kind, shown, opened, signed, and never lost on saving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from abhaya.cases.audit_entry import Action
from abhaya.gui.attach.attach_dialog import AttachDialog
from abhaya.gui.attach.signature_dialog import SignatureDialog
from abhaya.gui.case_page.attachment_viewer import AttachmentViewer
from abhaya.workflows.attach_file import open_attachment
from abhaya.workflows.fill_form import open_record, start_record
from abhaya.workflows.open_case import attachment_named, read_case
from abhaya.workflows.seal_record import seal
from support.attachments import photo
from support.desks import begin_case, bring_in
from support.form_sources import OUTSIDE_FORMS
from support.recordings import film
from support.upload_form import write_upload_form

PHOTO, SOUND, SKETCH = "/data/files/photo", "/data/files/sound", "/data/files/sketch"
OWNER, WITNESS = "/data/signing/owner_sign", "/data/signing/witness_sign"


@pytest.fixture
def filling(desk, tmp_path):
    form = bring_in(desk, write_upload_form(tmp_path))
    return start_record(desk, begin_case(desk).id, form.form_id, "en")


def _draw(dialog, *strokes):
    for start, end in strokes:
        QTest.mousePress(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(*start))
        QTest.mouseMove(dialog.pad, QPoint(*end))
        QTest.mouseRelease(dialog.pad, Qt.MouseButton.LeftButton, pos=QPoint(*end))


def test_only_files_of_the_kind_asked_for_are_offered_and_kept(
    page, filling, dialogs, tmp_path, qtbot, with_modal
):
    offered = []
    dialogs.choose_files = lambda _parent, _title, kinds: offered.append(kinds) or (film(tmp_path),)

    def fill(dialog):
        dialog.choose.click()
        dialog.start.click()
        qtbot.waitUntil(lambda: dialog.start.isEnabled())
        assert "another kind of file" in dialog.rows[0].notice.words
        dialog.add((photo(tmp_path),))
        assert [row.path.name for row in dialog.rows] == ["photo.jpg"], "one file answers a question"
        dialog.rows[0].caption.setText("The gate")
        dialog.start.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    with_modal(lambda: page.question(PHOTO).answer.attach.click(), fill, AttachDialog)
    assert "*.jpg" in offered[0]
    assert "*.mp4" not in offered[0]
    assert page.value(PHOTO) == "A-1"
    assert page.question(PHOTO).answer.shown.text().startswith("A-1  The gate\nPicture")


def test_a_photo_is_opened_from_the_form_and_its_removal_leaves_it_in_the_case(
    page, filling, desk, dialogs, tmp_path, qtbot, with_modal
):
    dialogs.choose_files = lambda *_: (photo(tmp_path),)

    def fill(dialog):
        dialog.choose.click()
        dialog.start.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    with_modal(lambda: page.question(PHOTO).answer.attach.click(), fill, AttachDialog)

    def look(dialog):
        qtbot.waitUntil(lambda: dialog.panel.view.count == 1)

    with_modal(lambda: page.question(PHOTO).answer.open.click(), look, AttachmentViewer)
    page.question(PHOTO).answer.detach.click()
    assert page.value(PHOTO) == ""
    assert "A-1 is not deleted" in page.question(PHOTO).answer.shown.text()
    (line,) = read_case(desk, filling.record.case_id).attachments
    assert line.attachment.record_id == filling.record.id
    actions = [entry.action for entry in desk.reader.attachments.custody(line.attachment.id)]
    assert actions == [Action.ATTACHMENT_ADDED, Action.ATTACHMENT_READ]


def test_a_signature_is_drawn_undone_and_kept_without_a_file(
    page, filling, desk, tmp_path, qtbot, with_modal
):
    page.go_to("Signatures")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}

    def sign(dialog):
        assert not dialog.keep.isEnabled()
        _draw(dialog, ((40, 40), (200, 60)), ((60, 80), (160, 30)))
        assert dialog.unsaved
        dialog.undo.click()
        assert len(dialog.pad.strokes) == 1
        dialog.clear.click()
        assert not dialog.unsaved
        _draw(dialog, ((40, 40), (200, 60)), ((60, 80), (60, 80)))
        dialog.keep.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    with_modal(lambda: page.question(OWNER).answer.attach.click(), sign, SignatureDialog)
    assert page.value(OWNER) == "A-1"
    line = attachment_named(desk, filling.record.case_id, "A-1")
    assert line.label.caption == "Signature of the owner (drawn on the screen)"
    assert line.attachment.media_type == "image/png"
    with open_attachment(desk, line.attachment.id) as drawn:
        assert drawn.read(4) == b"\x89PNG"
    added = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert {path.suffix for path in added} <= {".age"}


def test_a_signature_that_is_not_kept_is_none(page, with_modal):
    page.go_to("Signatures")
    answer = page.question(OWNER).answer
    with_modal(answer.attach.click, QDialog.reject, SignatureDialog)
    assert page.value(OWNER) == ""


def test_ways_to_sign_on_paper_survive_saving_and_are_read_when_sealed(page, open_form, filling, desk):
    page.go_to("Signatures")
    page.question(OWNER).answer.ways.buttons()[1].click()
    page.question(WITNESS).answer.ways.buttons()[3].click()
    QTest.keyClicks(page.question(WITNESS).answer.why, "Cannot read it")
    page.screen.save_now()
    again = open_record(desk, filling.record.id)
    assert again.entry.state(OWNER).value == "thumb:left"
    assert again.entry.state(WITNESS).value == "refused:Cannot read it"
    seal(desk, again)
    sealed = open_form(open_record(desk, filling.record.id))
    sealed.go_to("Signatures")
    shown = sealed.question(WITNESS).answer
    assert shown.shown.text() == "Refused to sign: Cannot read it"
    assert not shown.answerable


def test_what_cannot_be_drawn_here_is_kept_as_it_came(open_form, filling, desk):
    filling.entry.set_answer(SKETCH, "1699999999.png")
    page = open_form(filling)
    assert "does not draw on pictures" in page.question(SKETCH).answer.shown.text()
    assert not page.question(SKETCH).can_be_answered
    page.screen.save_now()
    assert open_record(desk, filling.record.id).entry.state(SKETCH).value == "1699999999.png"


def test_a_form_of_others_with_every_kind_of_question_loses_nothing(desk, open_form):
    form = bring_in(desk, OUTSIDE_FORMS / "all-question-types.xlsx")
    filling = start_record(desk, begin_case(desk).id, form.form_id, "en")
    media = {
        "/data/image_question_types/draw_image": "1.png",
        "/data/image_question_types/annotate_image": "2.jpg",
        "/data/image_question_types/signature": "3.png",
        "/data/media_question_types/ex_video": "4.mp4",
        "/data/media_question_types/file": "5.docx",
        "/data/geo_question_types/geotrace": "27.5 83.4 0 0; 27.6 83.5 0 0",
    }
    for path, value in media.items():
        filling.entry.set_answer(path, value)
    page = open_form(filling)
    for number in range(len(page.screen.pages.plan)):
        page.screen.pages.show_page(number)
    page.screen.save_now()
    again = open_record(desk, filling.record.id).entry
    assert {path: again.state(path).value for path in media} == media
