"""No word is cut off: in three languages, on a small screen, with large text."""

from __future__ import annotations

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget
from pytestqt.exceptions import TimeoutError as TimedOut

from abhaya.texts import LANGUAGES

_ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
_SIZES = {"station": (1366, 768, 100), "large": (1366, 768, 150), "twice": (683, 384, 100)}
"""Width, height and text size; a desktop at 200 % leaves half the pixels of a small screen."""


def _settle():
    for _ in range(4):  # a layout inside a layout asks again for its height
        QApplication.processEvents()


def _clipped(root: QWidget):
    cut = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text():
            continue
        if isinstance(widget, QToolButton) and widget.toolButtonStyle() is _ICON_ONLY:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.heightForWidth(widget.width()) <= widget.height() + 1
        else:
            fits = widget.sizeHint().width() <= widget.width() + 1
        fits = fits and widget.minimumSizeHint().height() <= widget.height() + 1
        if not fits:
            cut.append(f"{type(widget).__name__} {widget.text()!r} {widget.sizeHint()} in {widget.size()}")
    return cut


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", _SIZES)
def test_screens(qtbot, open_desk, tmp_path, language, size):
    from support.sealed_case import sealed_case

    width, height, text_size = _SIZES[size]
    page = open_desk(language=language, size=(width, height))
    page.window.set_text_size(text_size)
    page.window.resize(width, height)
    case = sealed_case(page.desk, tmp_path)
    for show in case.screens(page):
        screen = show()
        _settle()
        with suppress(TimedOut):  # on a busy machine a layout may come later than its screen
            qtbot.waitUntil(lambda: not _clipped(page.window))
        assert _clipped(page.window) == [], type(screen).__name__
        assert page.window.width() == width, "the window must not outgrow the screen"
        assert page.window.height() == height


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", _SIZES)
def test_entrances(open_window, folder, language, size):
    width, height, text_size = _SIZES[size]
    for station in (str(folder), ""):
        window = open_window(station, language=language, size=(width, height))
        window.set_text_size(text_size)
        window.resize(width, height)
        _settle()
        assert _clipped(window) == []
        assert window.width() == width
    window.show_create_station()
    _settle()
    assert _clipped(window) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lock(open_desk, language):
    page = open_desk(language=language, size=(683, 384))
    page.press("lock")
    _settle()
    assert _clipped(page.window.guard.lock.dialog) == []
    assert page.window.guard.lock.dialog.height() <= 384


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", _SIZES)
def test_files_and_signatures(open_desk, tmp_path, with_modal, language, size):
    from abhaya.gui.attach.signature_dialog import SignatureDialog
    from abhaya.workflows.fill_form import start_record
    from support.desks import begin_case, bring_in
    from support.upload_form import write_upload_form

    width, height, text_size = _SIZES[size]
    page = open_desk(language=language, size=(width, height))
    page.window.set_text_size(text_size)
    page.window.resize(width, height)
    form = bring_in(page.desk, write_upload_form(tmp_path))
    page.area.show_form(start_record(page.desk, begin_case(page.desk).id, form.form_id, "en"))
    screen = page.screen
    for number in range(len(screen.pages.plan)):
        screen.pages.show_page(number)
        _settle()
        assert _clipped(screen) == []

    def look(dialog):
        _settle()
        assert _clipped(dialog) == []
        assert dialog.height() <= height

    sign = screen.pages.current.tools.views["/data/signing/owner_sign"].answer
    with_modal(sign.attach.click, look, SignatureDialog)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", _SIZES)
def test_dialogs_of_a_case(open_desk, qtbot, language, size):
    from abhaya.gui.case_page.bail_dialog import BailDialog
    from abhaya.gui.case_page.fir_dialog import FirDialog
    from support.desks import begin_case

    width, height, text_size = _SIZES[size]
    page = open_desk(language=language, size=(width, height))
    page.window.set_text_size(text_size)
    page.window.resize(width, height)
    around, case = page.area.around, begin_case(page.desk)
    for dialog in (
        BailDialog(page.window, around, case.id),
        FirDialog(page.window, around.texts, "217/2026"),
    ):
        qtbot.addWidget(dialog)
        dialog.open()
        _settle()
        assert _clipped(dialog) == [], type(dialog).__name__
        assert dialog.height() <= height
