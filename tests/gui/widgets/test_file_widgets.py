"""Files and signatures as answers: what they are, taken out without loss, read without being changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from abhaya.cases.attachment import Attachment, AttachmentLabel
from abhaya.gui.widgets.answer_widgets import kind_of_reading, kind_of_widget
from abhaya.gui.widgets.file_line import FileLine
from abhaya.gui.widgets.shown_file import ShownFile
from abhaya.gui.widgets.signature_line import SignatureLine
from abhaya.gui.widgets.unsupported_file import UnsupportedFile
from abhaya.texts import Texts
from abhaya.workflows.open_case import AttachmentLine
from abhaya_forms.engine import Control
from support.question_states import question, state


def upload(media_type="image/*", *appearances):
    return question(Control.UPLOAD, "binary", *appearances, media_type=media_type)


def kept(code, media_type="image/jpeg", caption="Photo of the gate"):
    attachment = Attachment("x", "c", code, media_type, 2048, "ab" * 32, 1, datetime.now(UTC), "p")
    return AttachmentLine(attachment, AttachmentLabel("IMG 1 Sita.jpg", caption))


@pytest.fixture
def show(qtbot):
    """Show a widget over these attachments and collect what it answers."""

    def build(kind, asked, value="", *lines):
        widget = kind(asked, None)
        qtbot.addWidget(widget)
        widget.look_up = {line.attachment.code: line for line in lines}.get
        widget.speak(Texts("en"))
        widget.show_answer(state(value))
        widget.heard = []
        widget.answered.connect(widget.heard.append)
        widget.answered.connect(lambda answer: widget.show_answer(state(answer)))
        widget.show()
        return widget

    return build


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        (upload(), FileLine),
        (upload("image/*", "selfie"), FileLine),
        (upload("audio/*"), FileLine),
        (upload("application/*"), FileLine),
        (upload("image/*", "signature"), SignatureLine),
        (upload("image/*", "draw"), UnsupportedFile),
        (upload("image/*", "annotate"), UnsupportedFile),
        (upload("text/csv"), UnsupportedFile),
    ],
)
def test_each_kind_of_file_has_its_widget_and_one_to_read_it(asked, kind):
    assert kind_of_widget(asked, 0) is kind
    assert kind_of_reading(asked) is ShownFile


def test_a_file_is_asked_for_shown_and_taken_out_without_being_deleted(qtbot, show):
    line = show(FileLine, upload(), "", kept("A-1"))
    with qtbot.waitSignal(line.attach_requested):
        qtbot.mouseClick(line.attach, Qt.MouseButton.LeftButton)
    assert line.shown.text() == "No file attached"
    line.show_answer(state("A-1"))
    assert line.shown.text() == "A-1  Photo of the gate\nPicture · 2 KB"
    qtbot.mouseClick(line.detach, Qt.MouseButton.LeftButton)
    assert line.heard == [""]
    assert "A-1 is not deleted" in line.shown.text()
    assert line.detach.isHidden()


def test_pictures_and_papers_are_opened_and_recordings_are_not(qtbot, show):
    line = show(FileLine, upload("application/*"), "A-1", kept("A-1"), kept("A-2", "audio/mpeg", "Call"))
    with qtbot.waitSignal(line.open_requested) as asked:
        qtbot.mouseClick(line.open, Qt.MouseButton.LeftButton)
    assert asked.args == ["A-1"]
    line.show_answer(state("A-2"))
    assert line.shown.text() == "A-2  Call\nSound recording · 2 KB"
    assert line.open.isHidden()


def test_a_file_that_came_with_the_form_is_named_and_kept(show):
    line = show(FileLine, upload(), "1699999999.jpg")
    assert line.shown.text().startswith("1699999999.jpg\nThis file is not among the attachments")
    assert line.open.isHidden()


@pytest.mark.parametrize("kind", [ShownFile, UnsupportedFile])
def test_reading_offers_no_change(qtbot, show, kind):
    line = show(kind, upload("image/*", "draw"), "A-1", kept("A-1"))
    assert not line.answerable
    assert "A-1  Photo of the gate" in line.shown.text()
    with qtbot.waitSignal(line.open_requested):
        qtbot.mouseClick(line.open, Qt.MouseButton.LeftButton)
    assert line.heard == []


def test_what_cannot_be_drawn_here_says_so(show):
    assert "does not draw on pictures" in show(UnsupportedFile, upload("image/*", "annotate")).shown.text()


@pytest.mark.parametrize(
    ("place", "answer"), [(0, "paper"), (1, "thumb:left"), (2, "thumb:right"), (3, "refused:")]
)
def test_ways_to_sign_on_paper_are_answers(qtbot, show, place, answer):
    line = show(SignatureLine, upload("image/*", "signature"))
    qtbot.mouseClick(line.ways.buttons()[place], Qt.MouseButton.LeftButton)
    assert line.heard == [answer]
    assert line.why.isVisible() == answer.startswith("refused")


def test_a_refusal_says_why(qtbot, show):
    line = show(SignatureLine, upload("image/*", "signature"), "refused:")
    qtbot.keyClicks(line.why, "Cannot read it")
    line.finish()
    assert line.heard[-1] == "refused:Cannot read it"
    assert line.why.text() == "Cannot read it"


def test_a_drawing_is_asked_for_and_another_way_leaves_it_in_the_case(qtbot, show):
    line = show(SignatureLine, upload("image/*", "signature"), "", kept("A-7", "image/png", "Owner"))
    with qtbot.waitSignal(line.attach_requested):
        qtbot.mouseClick(line.attach, Qt.MouseButton.LeftButton)
    line.show_answer(state("A-7"))
    assert line.shown.text() == "A-7  Owner\nPicture · 2 KB"
    qtbot.mouseClick(line.ways.buttons()[0], Qt.MouseButton.LeftButton)
    assert line.heard == ["paper"]
    assert line.detach.isHidden()
    qtbot.keyClick(line.ways.buttons()[0], Qt.Key.Key_Delete)
    assert line.heard == ["paper", ""]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("paper", "Signs on the printed copy"),
        ("thumb:left", "Left thumb impression on the printed copy"),
        ("refused:Cannot read it", "Refused to sign: Cannot read it"),
        ("refused:", "Refused to sign"),
        ("", "—"),
    ],
)
def test_a_signature_is_read_in_words(show, answer, words):
    assert show(ShownFile, upload("image/*", "signature"), answer).shown.text() == words
