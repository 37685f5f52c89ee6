"""The boxes: Return means the main button, Escape means no, and no folder is remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from abhaya.errors import AbhayaError, Code
from abhaya.gui.dialogs import Dialogs
from abhaya.gui.message_box import MessageBox
from abhaya.texts import Texts


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def boxes(qapp):
    return Dialogs(Texts("en"))


@pytest.fixture(autouse=True)
def qt_settings(tmp_path):
    """Qt's own settings, where a file box notes the folders it showed."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "qt"))
    return tmp_path / "qt"


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_ask(boxes, parent, with_modal, key, answer):
    got = []
    with_modal(
        lambda: got.append(boxes.ask(parent, "Title", "Question?", "Do it")),
        lambda box: QTest.keyClick(box, key),
        MessageBox,
    )
    assert got == [answer]


def test_explain_says_all_three_things(boxes, parent, with_modal):
    said = []
    with_modal(
        lambda: boxes.explain(parent, AbhayaError(Code.DISK_FULL)),
        lambda box: said.append(box.accessibleDescription()),
        MessageBox,
    )
    assert said == [Texts("en").explain(AbhayaError(Code.DISK_FULL))]


def test_who_types_on_does_not_send_an_unasked_box_away(boxes, parent, with_modal, qtbot):
    seen = []

    def type_on(box):
        QTest.keyClicks(box, "the rest of the word ")
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
            QTest.keyClick(box, key)
        seen.append(box.isVisible())
        qtbot.waitUntil(box.main.isEnabled)
        QTest.keyClick(box, Qt.Key.Key_Return)
        seen.append(box.isVisible())

    with_modal(lambda: boxes.interrupt(parent, AbhayaError(Code.DISK_FULL)), type_on, MessageBox)
    assert seen == [True, False]


def test_choose_files(boxes, parent, with_modal, tmp_path, qt_settings):
    folder = tmp_path / "Sita Tamang"
    folder.mkdir()
    (folder / "a.jpg").touch()
    got = []

    def choose(box):
        assert box.testOption(QFileDialog.Option.DontUseNativeDialog)
        _type_name(box, str(folder / "a.jpg"))

    with_modal(
        lambda: got.extend(boxes.choose_files(parent, "Choose", "Photos (*.jpg)")), choose, QFileDialog
    )
    assert got == [folder / "a.jpg"]
    QSettings(QSettings.Scope.UserScope, "QtProject").sync()
    noted = [path.read_text() for path in qt_settings.rglob("*") if path.is_file()]
    assert not any("Sita" in text for text in noted)


def test_changing_ones_mind(boxes, parent, with_modal, tmp_path):
    got = []
    with_modal(
        lambda: got.append(boxes.choose_place(parent, "Save", tmp_path / "x.pdf", "PDF (*.pdf)")),
        lambda box: box.reject(),
        QFileDialog,
    )
    with_modal(
        lambda: got.append(boxes.choose_folder(parent, "Folder", tmp_path)),
        lambda box: box.reject(),
        QFileDialog,
    )
    assert got == [None, None]


def test_choose_place_adds_the_ending(boxes, parent, with_modal, tmp_path):
    got = []

    def choose(box):
        _type_name(box, "bundle")

    with_modal(
        lambda: got.append(boxes.choose_place(parent, "Save", tmp_path / "x.pdf", "PDF (*.pdf)")),
        choose,
        QFileDialog,
    )
    assert got == [tmp_path / "bundle.pdf"]


def _type_name(box, name):
    box.findChild(QLineEdit, "fileNameEdit").setText(name)
    box.accept()
