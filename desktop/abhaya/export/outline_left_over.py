"""What an earlier version of the form asked and this one does not: printed after its questions."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya.export.blocks import AnswerRow, Block, Heading, Phrase
from abhaya.export.printed_words import PrintedWords
from abhaya_forms.engine import FormEntry


def left_over(entry: FormEntry, words: PrintedWords) -> Iterator[Block]:
    """Yield a heading and a row for each answer that stayed beside the form when the draft was moved."""
    if entry.left_over:
        heading = words.words("export.left_over.heading")
        yield Heading(heading, 2, heading[0].text)
    for kept in entry.left_over:
        asked = words.say("export.left_over.asked", label=kept.label, version=kept.version)
        yield AnswerRow((Phrase(asked, words.language),), words.value(kept.text))
