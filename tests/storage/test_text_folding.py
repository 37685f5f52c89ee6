from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.storage.text_folding import fold, words

SPELLINGS = [
    ("हिन्दी", "हिंदी"),
    ("मुम्बई", "मुंबई"),
    ("क़ैद", "कैद"),
    ("काठमाडौँ", "काठमाडौं"),
    ("गङ्गा", "गंगा"),
    ("पञ्चायत", "पंचायत"),
    ("घण्टा", "घंटा"),
    ("फ़ोन", "फोन"),
    ("पढ़ाई", "पढाई"),
    ("चाँद", "चांद"),
    ("क्\u200dष", "क्ष"),
    ("धारा १४३", "धारा 143"),
    ("RESCUE", "rescue"),
    ("Straße", "strasse"),
]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_spellings_of_a_word_are_equal(one, other):
    assert one != other
    for form in ("NFC", "NFD"):
        assert fold(unicodedata.normalize(form, one)) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("सुनीता", "सुनीती"), ("काम", "कम"), ("बल", "बाल"), ("दिन", "दीन")])
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_any_text_can_be_folded_and_folding_again_changes_nothing(text):
    folded = fold(text)
    assert fold(folded) == folded
    folded.encode()


def test_vowel_signs_and_virama_belong_to_the_word():
    assert words('सुनीता ने कहा: "मुझे पुणे ले गए।" (१२ बजे)') == [
        *("सुनीता", "ने", "कहा", "मुझे", "पुणे", "ले", "गए", "१२", "बजे")
    ]


def test_joiners_do_not_cut_a_word():
    assert words("क्\u200dष राज\u200cा") == ["क्ष", "राजा"]


@pytest.mark.parametrize("text", ["", " \n", '"*()[]{}:^-+', "😀 👩🏽‍⚖️"[:1], "\x00\x07", "\ud800"])
def test_text_without_letters_has_no_words(text):
    assert words(text) == []
