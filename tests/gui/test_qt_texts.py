"""Qt's own words in Hindi and Nepali, and nothing else of Qt touched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QFileInfo, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QFileDialog, QFileIconProvider, QLabel

from abhaya.gui.qt_texts import QtTexts
from abhaya.texts import Texts
from support.attachments import photo


@pytest.fixture(params=["hi", "ne"])
def speaking(qapp, request):
    owner = QObject()
    qt_texts = QtTexts(owner)
    qt_texts.speak(Texts(request.param))
    yield
    qt_texts.speak(Texts("en"))


def test_a_text_without_translation_stays_as_it_is(speaking):
    assert QCoreApplication.translate("Anything", "no such text of Qt") == "no such text of Qt"


def test_a_photo_can_be_looked_at_in_every_language(speaking, tmp_path):
    assert not QImage.fromData(photo(tmp_path).read_bytes()).isNull()


def test_the_file_box_speaks_the_language(speaking, qtbot, tmp_path):
    (tmp_path / "folder").mkdir()
    box = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(box)
    box.setOption(QFileDialog.Option.DontUseNativeDialog)
    box.setFileMode(QFileDialog.FileMode.Directory)
    box.show()
    labels = [label.text() for label in box.findChildren(QLabel) if label.isVisible()]
    kinds = [combo.currentText() for combo in box.findChildren(QComboBox, "fileTypeCombo")]
    assert [words for words in labels + kinds if words.isascii()] == []
    assert not QFileIconProvider().type(QFileInfo(str(tmp_path))).isascii()
