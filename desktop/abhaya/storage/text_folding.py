"""Makes spellings of the same word equal, so that a search finds all of them."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = {0x200C: None, 0x200D: None}
_EQUAL = {
    0x093C: None,  # nukta: क़ैद, कैद
    0x0901: 0x0902,  # chandrabindu as anusvara: काठमाडौँ, काठमाडौं
    0x0964: 0x20,  # danda
    0x0965: 0x20,
    **{0x0966 + digit: 0x30 + digit for digit in range(10)},  # Devanagari digits
}
_NASAL = re.compile("[ङञणनम]्(?=[क-म])")  # a nasal before a consonant of any row: हिन्दी, हिंदी


def fold(text: str) -> str:
    """Return the text as it is indexed and looked for: case, joiners and spelling variants are gone."""
    text = unicodedata.normalize("NFD", text.casefold().translate(_JOINERS)).translate(_EQUAL)
    return _NASAL.sub("ं", unicodedata.normalize("NFC", text)).encode("utf-8", "ignore").decode()


def words(text: str) -> list[str]:
    """Cut the text into words as the index does; vowel signs and virama belong to their word."""
    text = unicodedata.normalize("NFC", text.translate(_JOINERS))
    return "".join(character if _is_in_word(character) else " " for character in text).split()


def _is_in_word(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LN" or category in ("Co", "Mn", "Mc")
