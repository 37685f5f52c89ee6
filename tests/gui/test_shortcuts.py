"""The table of shortcuts: no key twice, every key explained and meant by somebody."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from abhaya.gui.actions import SHORTCUTS
from abhaya.gui.shortcut_sheet import ShortcutSheet
from abhaya.texts import LANGUAGES, Texts
from pages.window_page import words_on

_WINDOW_ITSELF = {"help", "lock", "quit", "next_language"}


def test_no_key_means_two_things():
    keys = Counter(QKeySequence(keys).toString() for shortcut in SHORTCUTS for keys in shortcut.keys)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_explains_every_key(qtbot, page, language):
    sheet = ShortcutSheet(page.window, Texts(language), set())
    qtbot.addWidget(sheet)
    words = words_on(sheet)
    for shortcut in SHORTCUTS:
        assert Texts(language).say(f"shortcuts.key.{shortcut.name}") in words
        assert all(QKeySequence(keys).toString() in words for keys in shortcut.keys)


def test_every_key_is_meant_by_some_screen(page, sealed_case):
    offered = set(_WINDOW_ITSELF)
    for show in sealed_case.screens(page):
        offered |= set(show().deeds())
    assert {shortcut.name for shortcut in SHORTCUTS} - offered == set()


def test_a_real_key_reaches_the_screen(page, with_modal):
    QTest.keyClick(page.screen.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.screen.search.hasFocus()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_help_comes_even_while_typing(page, with_modal, key, modifier):
    page.screen.search.setFocus()
    with_modal(
        lambda: QTest.keyClick(page.screen.search, key, modifier),
        lambda dialog: dialog.accept(),
        ShortcutSheet,
    )


def test_keys_of_other_screens_do_nothing(page):
    screen = page.screen
    page.press("seal")
    page.press("zoom_in")
    assert page.screen is screen
