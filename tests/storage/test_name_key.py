from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.storage.name_key import name_key, name_sound

SAME = """
सीता Sita Seeta Seetha
सुनीता Sunita Suneeta
अनीता Anita Aneeta
गीता Geeta Gita
लक्ष्मी Laxmi Lakshmi Lakshmee
तामाङ Tamang Tamaang
तमांग Tamang
श्रेष्ठ Shrestha Shreshtha
थापा Thapa
राय Rai Ray
गुरुङ Gurung
पूर्णिमा Purnima Poornima
विमला Bimala Vimala
ज्ञानेन्द्र Gyanendra Jnanendra
संगीता Sangita Sangeeta
मुहम्मद Muhammad Mohammed Mohamad
चौधरी Chaudhary Choudhary Chowdhury
शर्मा Sharma
कुमारी Kumari
पूजा Puja Pooja
वीरेन्द्र Virendra Birendra Veerendra
दीपक Deepak Dipak
फ़ातिमा Fatima Fathima
रुख़साना Rukhsana Ruksana
"""
"""Invented list: a name in Devanagari and spellings of it that people write."""

DIFFERENT = """
सीता Gita Sunita Anita Maya Rekha Kavita Laxmi Durga Priya Ram Shyam Hari Binod Tamang Gurung
"""


@pytest.mark.parametrize(
    "names", [line.split() for line in SAME.strip().splitlines()], ids=lambda names: names[1]
)
def test_spellings_of_a_name_share_a_key(names):
    assert len({name_key(name) for name in names}) == 1, {name: name_key(name) for name in names}


def test_different_names_have_different_keys():
    names = DIFFERENT.split()
    assert len({name_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("devanagari", "latin"),
    [("सीता", "Seeta"), ("दीपक", "Deepak"), ("तामाङ", "Tamang"), ("राजेश", "Rajesh")],
)
def test_sound_is_that_of_the_usual_spelling(devanagari, latin):
    assert name_sound(devanagari) == name_sound(latin)


@given(st.text())
def test_any_text_has_a_key_of_plain_letters(text):
    assert name_key(text).strip("abcdefghijklmnopqrstuvwxyz") == ""
