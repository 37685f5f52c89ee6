"""No character is lost: what cannot be drawn is shown by its code and counted."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.export.typography.printable import UNSEEN, Printer
from abhaya.export.typography.typefaces import open_typefaces

PRINTER = Printer(open_typefaces().regular.characters)


@pytest.mark.parametrize(
    ("text", "shown", "count"),
    [
        ("सब ठीक, all well – ₹ 5", "सब ठीक, all well – ₹ 5", 0),
        ("ok 😀", "ok [U+1F600]", 1),
        ("漢字", "[U+6F22][U+5B57]", 2),
        ("\ue000\x07", "[U+E000][U+0007]", 2),
        ("a\tb\r\nc\rd\u2028e", "a b\nc\nd\ne", 0),
        ("❤\ufe0f", "[U+2764]", 1),
        ("left\u202eright\u200b\ufeff", "leftright", 0),
        ("क\u093c", unicodedata.normalize("NFC", "क़"), 0),
        ("e\u0301", "é", 0),
        ("पर्\u200dयो र\u200cक", "पर्\u200dयो र\u200cक", 0),
    ],
)
def test_shows_what_it_can(text, shown, count):
    assert PRINTER.printable(text) == (shown, count)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_everything_printable_can_be_shaped(text):
    shown, _ = PRINTER.printable(text)
    font = open_typefaces().regular
    font.learn(shown, "hi")
    drawn = "".join(cluster.text for word in shown.split() for cluster in font.shape(word, "hi"))
    assert drawn == "".join(shown.split())


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=UNSEEN)))
def test_every_character_is_there_or_named(text):
    shown, count = PRINTER.printable(text)
    missing = [c for c in unicodedata.normalize("NFC", text) if c not in shown and not c.isspace()]
    assert len(missing) <= count
    assert all(f"[U+{ord(c):04X}]" in shown for c in missing)
