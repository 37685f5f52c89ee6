"""Columns of a table get the room their words need, and the longest words give way first."""

from __future__ import annotations

import pytest

from abhaya.export.layout.column_widths import column_widths
from abhaya.export.typesetter import Typesetter
from abhaya.export.typography.set_text import Passage


def widths(*texts: str, width: float = 450) -> list[float]:
    """Return the widths of columns that hold one text each."""
    typesetter = Typesetter()
    for text in texts:
        typesetter.learn_text(text, "en")
    typesetter.faces.number()
    style = typesetter.styles.cell
    return column_widths([[Passage(text, "en", style)] for text in texts], width, 8)


def test_all_the_room_is_shared_out():
    assert sum(widths("one", "two words", "three words more")) == pytest.approx(450)


def test_a_hash_value_is_broken_before_any_other_word_is():
    words = ("Version", "Algorithm", "04/10/2026")
    alone = [widths(word, "x" * 300)[0] for word in words]
    *beside, value = widths(*words, "3a7bd3e2360a3d29" * 8)
    assert beside == pytest.approx(alone)
    assert value == pytest.approx(450 - sum(alone))


def test_words_that_are_all_too_long_share_the_room_alike():
    assert widths("x" * 200, "y" * 300) == pytest.approx([225, 225])
