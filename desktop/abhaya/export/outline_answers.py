"""The words of an answer, of a non-answer and of no answer."""

from __future__ import annotations

from abhaya.export.blocks import AnswerRow, Phrase, Tone, Words
from abhaya.export.entry_reading import EntryReading, Node
from abhaya.export.outline_files import file_words
from abhaya.export.outline_money import money
from abhaya.export.printed_words import PrintedWords
from abhaya_forms.engine import Control, Question, QuestionState

_LONG_TEXT = 400
"""Characters; a longer answer stands below its label over the whole width."""


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
    if amount := money(reading, node):
        return words.value(amount)
    return tuple(Phrase(words.answer(p.text, question), p.language) for p in reading.display(node))


def is_open(reading: EntryReading, node: Node) -> bool:
    """Whether a question could have been answered and was not, with no reason given."""
    state, question = reading.state(node), node.visit.element
    assert isinstance(question, Question)
    return not (state.value or state.non_answer or state.read_only or question.control is Control.NOTE)


def open_row(reading: EntryReading, words: PrintedWords, nodes: list[Node]) -> AnswerRow:
    """One row for questions that nobody answered."""
    labels = [reading.numbered(node, asked(reading, words, node)) for node in nodes]
    said = {}
    for language in dict.fromkeys(phrase.language for label in labels for phrase in label):
        texts = (next((p.text for p in label if p.language == language), label[0].text) for label in labels)
        said[language] = "; ".join(texts)
    return AnswerRow(
        not_answered(words), tuple(Phrase(text, lang) for lang, text in said.items()), Tone.NON_ANSWER
    )


def asked(reading: EntryReading, words: PrintedWords, node: Node) -> Words:
    """What was asked: the label, else the name."""
    return reading.label(node) or words.value(node.visit.element.name)


def not_answered(words: PrintedWords) -> Words:
    """That a question has neither answer nor non-answer."""
    return words.words("export.answer.none")


def is_narrative(question: Question, state: QuestionState) -> bool:
    """Whether an answer is to stand below its label over the whole width, in paragraphs."""
    if question.control is not Control.INPUT or question.data_type != "string" or not state.value:
        return False
    wanted = question.marks.get("print") == "narrative" or "multiline" in question.appearances
    return wanted or len(state.value) > _LONG_TEXT or "\n" in state.value
