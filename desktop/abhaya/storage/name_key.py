"""Keys by which a name is found in either script and in the spellings people use for it.

A key gives candidates, never a match: the list must be read by a person.
"""

from __future__ import annotations

import re
import unicodedata


def _table(letters: str, sounds: str) -> dict[str, str]:
    return dict(zip(letters, sounds.split(), strict=True))


_CONSONANTS = {
    **_table("कखगघङचछजझञटठडढण", "k kh g gh ng ch chh j jh n t th d dh n"),
    **_table("तथदधनपफबभमयरलवशषसहळ", "t th d dh n p ph b bh m y r l v sh sh s h l"),
}
_WITH_NUKTA = {"ज": "z", "ड": "r", "ढ": "rh", "फ": "f"}
_VOWELS = _table("अआइईउऊऋएऐओऔऑऍ", "a aa i ii u uu ri e ai o au o e")
_SIGNS = _table("ािीुूृेैोौॉॅ", "aa i ii u uu ri e ai o au o e")
_NUKTA, _VIRAMA, _VISARGA = "\u093c", "\u094d", "\u0903"
_NASALS = "\u0901\u0902"  # chandrabindu, anusvara
_INHERENT = "A"  # the vowel that is not written, until it is known whether it is spoken

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("x", "ks"), ("ck", "k"), ("q", "k"), ("ow", "au"), ("w", "v"), ("ph", "f"), ("sh", "s"),
        ("dny|jn", "gy"), ("chh", "ch"), ("z", "j"), ("ee|ii", "i"), ("oo|uu|ou", "u"), ("aa", "a"),
        ("ae|ai|ei|ay", "e"), ("au", "o"), ("v", "b"), ("ng", "n"), ("m(?=[kgcjtdsn])", "n"),
        ("c(?!h)", "k"), ("y(?=$|[^aeiou])", "i"), ("f", "p"), ("(?<=[bcdgjkpt])h", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
"""Spellings of one sound, in the order in which they are levelled."""


def name_sound(word: str) -> str:
    """Return how a word of a name sounds, in plain Latin letters: ``सीता`` and ``Seeta`` are ``sita``."""
    latin = unicodedata.normalize("NFD", _latin(word).lower())
    sound = "".join(letter for letter in latin if "a" <= letter <= "z")
    for pattern, level in _SOUNDS:
        sound = pattern.sub(level, sound)
    return sound


def name_key(word: str) -> str:
    """Return the consonants of a word of a name, and its first vowel if it begins with one."""
    sound = name_sound(word)
    first = sound[:1].replace("o", "u").replace("e", "i")
    return first + re.sub("[aeiouhy]", "", sound[1:])


def _latin(word: str) -> str:
    """Write Devanagari in Latin letters as it is spoken; other letters stay."""
    syllables = _syllables(unicodedata.normalize("NFC", word))
    _drop_silent_vowels(syllables)
    return "".join(consonant + vowel for consonant, vowel in syllables).replace(_INHERENT, "a")


def _syllables(word: str) -> list[list[str]]:
    """Cut a word into pairs of a consonant and the vowel after it, either may be empty."""
    syllables = []
    position = 0
    while position < len(word):
        letter, rest = word[position], word[position + 1 :]
        position += 1
        if letter in _CONSONANTS:
            consonant = _CONSONANTS[letter]
            if rest.startswith(_NUKTA):
                consonant = _WITH_NUKTA.get(letter, consonant)
                rest = rest[1:]
                position += 1
            sign = rest[:1]
            written = sign == _VIRAMA or sign in _SIGNS
            position += written and 1
            syllables.append([consonant, _SIGNS.get(sign, "") if written else _INHERENT])
        elif letter in _NASALS:
            syllables.append(["m" if rest[:1] and rest[:1] in "पफबभम" else "n", ""])
        elif letter == _VISARGA:
            syllables.append(["h", ""])
        else:
            syllables.append(["", _VOWELS[letter]] if letter in _VOWELS else [letter, ""])
    return syllables


def _drop_silent_vowels(syllables: list[list[str]]) -> None:
    """Hindi speaks no inherent vowel at the end of a word, nor between two spoken syllables."""
    if len(syllables) > 1 and syllables[-1][1] == _INHERENT and syllables[-2][1]:
        syllables[-1][1] = ""
    for index in range(len(syllables) - 2, 0, -1):
        after = syllables[index + 1]
        if syllables[index][1] == _INHERENT and syllables[index - 1][1] and after[0] and after[1]:
            syllables[index][1] = ""
