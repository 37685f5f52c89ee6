"""A form that nobody has filled as blocks: squares to tick, lines to write on, rows to fill."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya.export.blocks import Blanks, Block, Field, Heading, Note, Phrase, Table, Title, Tone, Words
from abhaya.export.empty_conditions import ConditionWords
from abhaya.export.signature_lines import SIGNATURE_LINES, SIGNED_AND_NAMED
from abhaya.texts import Texts
from abhaya_forms.engine import Control, Element, Group, Question, Repeat
from abhaya_forms.engine.blank_form import BlankForm

_MOST_TICKS = 16
"""Choices with a square each; of longer lists the answer is written."""

_MOST_IN_HEAD = 4
"""Choices that are named in the head of a column."""

_MOST_COLUMNS, _TABLE_ROWS, _ROWS = 5, 5, 2
_LINES = {"verbatim": 18, "translation": 18, "narrative": 6}
_HEAD = ("serial", "filled_on", "filled_by", "station")


def empty_outline(form: BlankForm, title: str, language: str, rows: int | None) -> Iterator[Block]:
    """Print a form empty in one language (ISO 639-1), under the numbers it has on screen.

    ``rows`` is how many rows each repeat gets, None for as many as are usually enough.
    """
    outline = _EmptyOutline(form, language, rows)
    yield from outline.head(title)
    for element in form.definition.body:
        yield from outline.element(element, 2)


class _EmptyOutline:
    def __init__(self, form: BlankForm, language: str, rows: int | None) -> None:
        self._form = form
        self._language = language
        self._texts = Texts(language)
        self._rows = rows
        self._conditions = ConditionWords(form, self._texts)

    def head(self, title: str) -> Iterator[Block]:
        """Title, what to do with the sheet, and what tells sheets apart."""
        yield Title(self._words(title), self._texts.say("empty_form.bookmark", title=title))
        yield Note(self._said("empty_form.secret"), Tone.STRONG)
        yield Note(self._said("empty_form.how"))
        yield Blanks(tuple(self._phrase(f"empty_form.{name}") for name in _HEAD), columns=1)

    def element(self, element: Element, level: int) -> Iterator[Block]:
        """An element with all below it."""
        if isinstance(element, Group):
            yield from self._group(element, level)
        elif isinstance(element, Repeat):
            yield from self._repeat(element, level)
        elif element.control is Control.NOTE:
            yield from self._note(element)
        elif element.signs:
            yield from self._condition(element)
            label = self._words(self._numbered(element))
            yield Blanks(self._captions(SIGNED_AND_NAMED), columns=1, label=label, thumb=True)
        elif not self._form.is_worked_out(element):
            yield self._question(element)

    def _group(self, group: Group, level: int) -> Iterator[Block]:
        label = self._numbered(group)
        if label:
            yield self._heading(label, level)
        yield from self._condition(group)
        for child in group.children:
            yield from self.element(child, level + bool(label))

    def _repeat(self, repeat: Repeat, level: int) -> Iterator[Block]:
        label = self._numbered(repeat) or repeat.name
        columns = self._columns(repeat)
        if columns:
            yield self._heading(label, level)
            yield from self._condition(repeat)
            heads = tuple(self._head_cell(question) for question in columns)
            yield Table(heads, (), blank_rows=_TABLE_ROWS if self._rows is None else self._rows)
        else:
            for number in range(1, (_ROWS if self._rows is None else self._rows) + 1):
                row = self._texts.say("empty_form.row", label=label, number=number)
                yield self._heading(row, level)
                yield from self._condition(repeat)
                for child in repeat.children:
                    yield from self.element(child, level + 1)
        yield Note(self._said("empty_form.more_rows"), Tone.ASIDE)

    def _columns(self, repeat: Repeat) -> tuple[Question, ...]:
        """The questions of a repeat whose rows fit the lines of a table; none if they do not."""
        asked = [e for e in repeat.children if not (isinstance(e, Question) and self._form.is_worked_out(e))]
        columns = tuple(e for e in asked if isinstance(e, Question) and _fits_cell(e))
        return columns if 0 < len(columns) == len(asked) <= _MOST_COLUMNS else ()

    def _condition(self, element: Element) -> Iterator[Block]:
        if words := self._conditions.of(element):
            yield Note(self._words(words), Tone.ASIDE, leads=True)

    def _heading(self, label: str, level: int) -> Heading:
        return Heading(self._words(label), min(level, 4), label if level <= 3 else "")

    def _head_cell(self, question: Question) -> Words:
        choices = self._form.choices(question.path)
        named = " / ".join(choice.label for choice in choices) if len(choices) <= _MOST_IN_HEAD else ""
        small = [named, self._pattern(question), self._conditions.of(question)]
        return self._words(self._numbered(question)) + self._aside(*small)

    def _question(self, question: Question) -> Field:
        choices = self._form.choices(question.path)
        ticks = tuple(Phrase(c.label, self._language) for c in choices) if len(choices) <= _MOST_TICKS else ()
        lines, wide = _room(question, ticks=bool(ticks))
        if question.data_type in ("date", "dateTime") and question.control is Control.INPUT:
            ticks = tuple(self._phrase(f"empty_form.era.{era}") for era in ("gregorian", "bikram"))
        if question.control is Control.TRIGGER:
            ticks = (self._phrase("empty_form.read"),)
        aside = self._aside(self._form.hint(question), self._how(question, choices=bool(choices)),
                            self._conditions.of(question))  # fmt: skip
        pattern = self._aside(self._pattern(question))
        return Field(self._words(self._numbered(question)), aside, ticks, lines, pattern, wide)

    def _note(self, question: Question) -> Iterator[Block]:
        label, mark = self._form.label(question), question.marks.get("print", "")
        yield from self._condition(question)
        if lines := SIGNATURE_LINES.get(mark):
            yield Blanks(self._captions(lines), label=self._words(label))
        elif label:
            yield Note(self._words(label), Tone.PLAIN if mark == "note" else Tone.ASIDE, leads=not mark)

    def _captions(self, names: tuple[str, ...]) -> Words:
        return tuple(self._phrase(f"export.signature.{name}") for name in names)

    def _how(self, question: Question, *, choices: bool) -> str:
        """What is to be done where squares or lines do not say it."""
        if question.control is Control.SELECT_MULTIPLE and choices:
            return self._texts.say("empty_form.several")
        return self._texts.say("empty_form.order") if question.control is Control.RANK else ""

    def _pattern(self, question: Question) -> str:
        """What stands below the line."""
        say = self._texts.say
        if question.range:
            return say("empty_form.between", start=question.range.start, end=question.range.end)
        if question.control is Control.UPLOAD:
            return say("empty_form.attached")
        if question.control is not Control.INPUT:
            many = len(self._form.choices(question.path)) > _MOST_TICKS
            return say("empty_form.from_list") if many else ""
        known = question.data_type in ("date", "time", "dateTime", "int", "decimal", "geopoint")
        return say(f"empty_form.pattern.{question.data_type}") if known else ""

    def _numbered(self, element: Element) -> str:
        number, label = self._form.definition.numbers.get(element.key, ""), self._form.label(element)
        if isinstance(element, Question):
            return f"{number} {label or element.name}"
        return f"{number}. {label}" if number and label else label

    def _words(self, text: str) -> Words:
        return (Phrase(text, self._language),)

    def _phrase(self, key: str) -> Phrase:
        return Phrase(self._texts.say(key), self._language)

    def _said(self, key: str) -> Words:
        return (self._phrase(key),)

    def _aside(self, *texts: str) -> Words:
        return tuple(Phrase(text, self._language) for text in texts if text)


def _fits_cell(question: Question) -> bool:
    return not (question.control is Control.NOTE or question.signs or "multiline" in question.appearances)


def _room(question: Question, *, ticks: bool) -> tuple[int, bool]:
    """How many lines, and whether they go over the whole width."""
    if question.control is Control.TRIGGER or ticks:
        return 0, False
    if lines := _LINES.get(question.marks.get("print", "")):
        return lines, True
    return (4, True) if "multiline" in question.appearances else (1, False)
