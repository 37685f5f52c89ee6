"""Files and signatures that answer questions: the annexure, a place to sign, or why nobody did."""

from __future__ import annotations

import re

from abhaya.cases.signature import Signature, Signing, signature_of
from abhaya.export.blocks import AnswerRow, Blanks, Block, Phrase, Words
from abhaya.export.entry_reading import EntryReading, Node
from abhaya.export.printed_words import PrintedWords
from abhaya.export.signature_lines import SIGNED_AND_NAMED

_CODE = re.compile(r"A-\d+")
_SHORT_HASH = 12
_THUMB = ("name", "before", "date")
_LINES = {
    Signing.ON_PAPER: SIGNED_AND_NAMED,
    Signing.LEFT_THUMB: _THUMB,
    Signing.RIGHT_THUMB: _THUMB,
    Signing.REFUSED: ("officer", "name", "rank", "date"),
}
"""What is to be filled in by hand on the printed copy; of a refusal by the officer who records it."""


def file_words(reading: EntryReading, words: PrintedWords, answer: str) -> Words:
    """The annexure that an answer names, with the beginning of its fingerprint; other names as they are."""
    if answer in reading.annexures:
        return words.words("export.file.annexure", code=answer, short=reading.annexures[answer][:_SHORT_HASH])
    if _CODE.fullmatch(answer):
        return words.words("export.file.elsewhere", code=answer)
    return words.value(answer)


def signature_block(reading: EntryReading, words: PrintedWords, node: Node, label: Words) -> Block:
    """How somebody signed, with the place to do so on this copy; the question must be answered."""
    signature = signature_of(reading.state(node).value)
    assert signature is not None
    if signature.signing is Signing.DRAWN:
        return AnswerRow(label, file_words(reading, words, signature.file))
    captions = tuple(words.phrase(f"export.signature.{name}") for name in _LINES[signature.signing])
    thumb = signature.signing in (Signing.LEFT_THUMB, Signing.RIGHT_THUMB)
    heading = _joined(label, _how(words, signature))
    return Blanks(captions, columns=1 if thumb else 2, label=heading, thumb=thumb)


def _how(words: PrintedWords, signature: Signature) -> Words:
    said, *others = words.words(f"export.signing.{signature.signing.name.casefold()}")
    if signature.why:
        said = words.phrase("export.non_answer.why", non_answer=said.text, why=signature.why)
    return said, *others


def _joined(label: Words, how: Words) -> Words:
    """The label of the question and what is to be done, in each language that the label has."""
    said = {phrase.language: phrase.text for phrase in how}
    return tuple(Phrase(f"{p.text}: {said.get(p.language, how[0].text)}", p.language) for p in label)
