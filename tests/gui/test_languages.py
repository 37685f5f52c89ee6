"""Switching the language while the program runs changes every word and no state."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from abhaya.texts import LANGUAGES
from pages.window_page import words_on

_OF_THE_FORM = ("Place", "English + हिन्दी")
"""The questions keep the language that was chosen for them."""


@pytest.fixture
def settled(qtbot, page):
    """Show a screen and wait for what it reads aside."""

    def run(show):
        screen = show()
        qtbot.waitUntil(lambda: not page.area.around.background.busy)
        return screen

    return run


def test_every_screen_says_the_same_whichever_language_it_began_in(page, sealed_case, settled):
    for show in sealed_case.screens(page):
        for language in LANGUAGES:
            page.window.set_language(language)
            began = words_on(settled(show))
            page.press("back")  # so that the screen is made anew
            for other in LANGUAGES:
                page.window.set_language(other)
            page.window.set_language(language)
            assert words_on(settled(show)) == began


def test_every_word_is_said_again(page, sealed_case, settled):
    for show in sealed_case.screens(page):
        page.window.set_language("en")
        screen = settled(show)
        english = set(words_on(screen).splitlines())
        page.window.set_language("hi")
        assert page.screen is screen
        hindi = set(words_on(screen).splitlines())
        left = {line for line in english & hindi if any("a" <= letter <= "z" for letter in line)}
        assert {line for line in left if not _is_the_same_everywhere(line)} == set()


def test_what_is_typed_stays(page, sealed_case):
    page.screen.search.setText("half a wor")
    page.press("next_language")
    assert page.screen.search.text() == "half a wor"
    assert page.window.texts.language == "hi"


def test_the_side_bar_offers_each_language_by_its_own_name(page):
    names = {language: action.text() for language, action in page.area.side._languages.items()}
    assert names == {"en": "English", "hi": "हिन्दी", "ne": "नेपाली"}
    page.area.side._languages["ne"].trigger()
    assert page.window.texts.language == "ne"
    assert page.area.side.places["cases"].text() == "मुद्दाहरू"


def test_the_choice_is_remembered(page):
    page.window.set_language("ne")
    assert page.window.settings.language == "ne"


def test_qt_speaks_the_language_too(page):
    page.window.set_language("hi")
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "कॉपी करें"
    page.window.set_language("en")
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Copy"


def test_text_grows_while_the_program_runs(page, qapp):
    before = page.screen.table.fontMetrics().height()
    page.area.side._sizes[150].trigger()
    assert qapp.font().pixelSize() == 21
    assert page.screen.table.fontMetrics().height() > before
    assert page.window.settings.text_size == 150


def test_the_window_title_names_the_station_and_nobody(page, sealed_case):
    for show in sealed_case.screens(page):
        show()
        assert page.window.windowTitle() == "Abhaya – Gorakhpur Kotwali"


def _is_the_same_everywhere(line: str) -> bool:
    said = (
        "Gorakhpur Kotwali",
        "Supervisor (DEMO)",
        "Demo ",
        "Small form",
        "The gate",
        "A girl and a woman",
        "SHA",
    )
    return line in ("English", "A-1", "A-2", *_OF_THE_FORM) or any(words in line for words in said)
