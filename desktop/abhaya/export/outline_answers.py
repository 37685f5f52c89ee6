"""The words of an answer, of a non-answer and of no answer."""

from __future__ import annotations

from abhaya.export.blocks import Phrase, Words
from abhaya.export.entry_reading import EntryReading, Node
from abhaya.export.outline_files import file_words
from abhaya.export.printed_words import PrintedWords
from abhaya_forms.engine import Control, Question


def answer(reading: EntryReading, words: PrintedWords, node: Node) -> Words:
    """What a question was answered, or why it was not."""
    state = reading.state(node)
    if state.non_answer:
        said, *others = words.words(f"export.non_answer.{state.non_answer}")
        if state.non_answer_why:
            said = words.phrase("export.non_answer.why", non_answer=said.text, why=state.non_answer_why)
        return (said, *others)
    if not state.value:
        return not_answered(words)
    assert isinstance(node.visit.element, Question)
    question = node.visit.element
    if question.control is Control.UPLOAD:
        return file_words(reading, words, state.value)
    return tuple(Phrase(words.answer(p.text, question), p.language) for p in reading.display(node))


def not_answered(words: PrintedWords) -> Words:
    """That a question has neither answer nor non-answer."""
    return words.words("export.answer.none")
