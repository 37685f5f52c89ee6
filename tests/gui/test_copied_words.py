"""What is copied stays out of histories and does not outlive the desk."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication

from abhaya.gui.copied_words import CopiedWords


@pytest.fixture
def clipboard(qapp):
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def _owned(monkeypatch, owned):
    """Off screen there is no other program, and Qt says that nobody owns the clipboard."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: owned)


def test_copied_words_ask_to_be_kept_out_of_histories(open_desk, clipboard, monkeypatch):
    _owned(monkeypatch, True)
    search = open_desk().screen.search
    search.setText("Sita")
    search.selectAll()
    search.copy()
    assert clipboard.text() == "Sita"
    assert clipboard.mimeData().data("x-kde-passwordManagerHint") == b"secret"
    assert any("ExcludeClipboardContent" in name for name in clipboard.mimeData().formats())


def test_locking_empties_the_selection_too(open_desk, clipboard, monkeypatch):
    emptied = []
    monkeypatch.setattr(
        QClipboard, "clear", lambda _self, mode=QClipboard.Mode.Clipboard: emptied.append(mode)
    )
    open_desk().press("lock")
    assert emptied == [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection]


def test_leaving_takes_back_what_was_copied_here(open_desk, clipboard, monkeypatch):
    _owned(monkeypatch, True)
    page = open_desk()
    clipboard.setText("words from a statement")
    page.window.close()
    assert clipboard.text() == ""


def test_leaving_keeps_what_others_have_copied(qapp, clipboard, monkeypatch):
    copied = CopiedWords(qapp)
    clipboard.setText("a shopping list")
    _owned(monkeypatch, False)
    copied.take_back()
    assert clipboard.text() == "a shopping list"
    copied.deleteLater()
