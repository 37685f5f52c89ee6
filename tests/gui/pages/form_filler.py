"""Fills a form in the window as a person does: goes to each question and works its control."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from abhaya.gui.widgets.acknowledgement import Acknowledgement
from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.gui.widgets.range_slider import RangeSlider
from abhaya.gui.widgets.select_multiple_boxes import SelectMultipleBoxes
from abhaya.gui.widgets.select_multiple_list import SelectMultipleList
from abhaya.gui.widgets.select_one_buttons import SelectOneButtons
from abhaya.gui.widgets.select_one_combo import SelectOneCombo
from abhaya.gui.widgets.select_one_search import SelectOneSearch
from abhaya.workflows.enter_answers import Answer
from abhaya_forms.engine import NonAnswer, Question, QuestionState
from pages.form_page import FormPage

_TYPED = 16
"""Longest text that is typed key by key; longer ones and Devanagari come as from an input method."""

_ROW = re.compile(r"\[(\d+)\]")


class FormFiller:
    """Works a FormPage; the entry is only read, to know what stands on the screen."""

    def __init__(self, page: FormPage) -> None:
        self.page = page
        self.entry = page.screen.filling.entry

    def fill(self, answers: Mapping[str, Answer]) -> None:
        """Answer by path, in the order given; rows are added with the button below the last one."""
        for path, answer in answers.items():
            self._add_rows(path)
            assert self.page.screen.show_question(path), f"{path} is not on the screen"
            if isinstance(answer, str):
                self._answer(path, answer)
            else:
                self._leave_open(path, answer)
        self.page.leave()

    def _add_rows(self, path: str) -> None:
        for row in _ROW.finditer(path):
            repeat = path[: row.start()]
            if int(row[1]) == len(self.entry.rows(repeat)) + 1:
                self.page.show_repeat(repeat)
                QTest.mouseClick(self.page.repeat(repeat).add, Qt.MouseButton.LeftButton)

    def _leave_open(self, path: str, answer: Mapping[str, str]) -> None:
        self.page.leave_unanswered(path, NonAnswer(answer["non_answer"]))
        if why := answer.get("why", ""):
            strip = self.page.question(path).strip
            assert strip is not None
            self._write(strip.why, why)

    def _answer(self, path: str, value: str) -> None:
        state = self.entry.state(path)
        view = self.page.question(path)
        assert view.answer is not None
        work = next(
            (work for kind, work in _BY_WIDGET.items() if isinstance(view.answer, kind)), FormFiller._type
        )
        work(self, view.answer, state, _as_written(value, view.question))
        held = self.entry.state(path)
        assert held.value, f"{path}: {value!r} was not taken: {held.as_typed!r}, {held.problems}"

    def _type(self, answer: AnswerWidget, _state: QuestionState, text: str) -> None:
        self._write(answer.focus_target(), text)
        answer.finish()

    def _write(self, control: QWidget, text: str) -> None:
        control.setFocus()
        assert isinstance(control, QLineEdit | QPlainTextEdit)
        control.selectAll()
        if len(text) <= _TYPED and text.isascii():
            QTest.keyClicks(control, text)
        else:
            self.page.commit(control, text)

    def _click(self, answer: SelectOneButtons, state: QuestionState, value: str) -> None:
        place = [choice.value for choice in state.choices].index(value)
        QTest.keyClick(answer.buttons()[place], Qt.Key.Key_Space)

    def _tick(self, answer: SelectMultipleBoxes, state: QuestionState, value: str) -> None:
        wanted = value.split()
        for choice, box in zip(state.choices, answer.boxes, strict=True):
            if box.isChecked() != (choice.value in wanted):
                QTest.keyClick(box, Qt.Key.Key_Space)

    def _choose(self, answer: SelectOneCombo, state: QuestionState, value: str) -> None:
        """Walk down the list with the keys."""
        answer.setFocus()
        for _ in range(1 + [choice.value for choice in state.choices].index(value) - answer.currentIndex()):
            QTest.keyClick(answer, Qt.Key.Key_Down)
        for _ in range(answer.currentIndex() - 1 - [choice.value for choice in state.choices].index(value)):
            QTest.keyClick(answer, Qt.Key.Key_Up)

    def _search(self, answer: SelectOneSearch, state: QuestionState, value: str) -> None:
        """Type the whole label and take it."""
        label = next(choice.label for choice in state.choices if choice.value == value)
        self._write(answer, label.split(" / ")[0])
        QTest.keyClick(answer, Qt.Key.Key_Escape)
        answer.finish()

    def _search_many(self, answer: SelectMultipleList, state: QuestionState, value: str) -> None:
        """Type each label and take the only line that is left."""
        labels = {choice.value: choice.label for choice in state.choices}
        for chosen in set(value.split()) ^ set(state.value.split()):
            self._write(answer.sought, labels[chosen].split(" / ")[0])
            QTest.keyClick(answer.sought, Qt.Key.Key_Return)

    def _slide(self, answer: RangeSlider, _state: QuestionState, value: str) -> None:
        self._write(answer.number, value)
        answer.finish()

    def _acknowledge(self, answer: Acknowledgement, _state: QuestionState, _value: str) -> None:
        if not answer.isChecked():
            QTest.keyClick(answer, Qt.Key.Key_Space)


_BY_WIDGET = {
    SelectOneButtons: FormFiller._click,
    SelectMultipleBoxes: FormFiller._tick,
    SelectOneCombo: FormFiller._choose,
    SelectOneSearch: FormFiller._search,
    SelectMultipleList: FormFiller._search_many,
    RangeSlider: FormFiller._slide,
    Acknowledgement: FormFiller._acknowledge,
}


def _as_written(value: str, question: Question) -> str:
    """How a person writes a value down: dates day first, places as two numbers."""
    if question.data_type == "date":
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    if question.data_type == "dateTime":
        return f"{datetime.fromisoformat(value):%d/%m/%Y %H:%M}"
    if question.data_type == "time":
        return f"{time.fromisoformat(value):%H:%M}"
    if question.data_type == "geopoint":
        return ", ".join(value.split()[:2])
    return value
