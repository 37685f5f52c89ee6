"""Every control has a name, a way by keys, and its problem in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from abhaya.texts import Texts

_CONTROLS = (
    QAccessible.Role.EditableText,
    QAccessible.Role.Button,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.List,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.ProgressBar,
)


@pytest.mark.parametrize("language", ["en", "hi", "ne"])
def test_every_control_has_a_name(page, language):
    page.screen.retranslate(Texts(language))
    page.press("/data/event/injured", Qt.Key.Key_1)
    page.screen.take_stock()
    for number in range(3):
        page.screen.pages.show_page(number)
        assert _nameless(page.screen) == []


def _nameless(screen):
    found = []
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface and interface.role() in _CONTROLS and not interface.text(QAccessible.Text.Name).strip():
            found.append(widget)
    return found


def test_the_label_belongs_to_the_control(page):
    view = page.question("/data/event/place")
    assert view.head.buddy() is view.answer


def test_tab_goes_through_every_answer_in_reading_order(qtbot, page):
    page.control("/data/event/place").setFocus()
    order = [page.screen.focusWidget()]
    for _ in range(30):
        qtbot.keyClick(order[-1], Qt.Key.Key_Tab)
        order.append(page.screen.focusWidget())
    names = ("place", "on", "officers", "injured", "needs", "district", "story")
    places = [order.index(page.control(f"/data/event/{name}")) for name in names]
    assert places == sorted(places)


def test_the_control_with_the_focus_is_brought_into_view(page):
    page.screen.resize(1166, 420)
    page.control("/data/event/story").setFocus(Qt.FocusReason.TabFocusReason)
    view = page.question("/data/event/story")
    top = view.mapTo(page.screen.pages.current.viewport(), view.rect().topLeft()).y()
    assert top >= 0
    assert top + view.height() <= page.screen.pages.current.viewport().height()
