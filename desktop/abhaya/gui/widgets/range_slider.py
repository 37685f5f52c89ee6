"""A number between two ends, by slider or typed."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.gui.widgets.number_line import NumberLine
from abhaya_forms.engine import Question, QuestionState, RangeBounds


class _Slider(QSlider):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # turning the wheel scrolls the page, it never changes an answer


class RangeSlider(AnswerWidget, QWidget):
    """Nothing counts as answered before the slider was moved or a number typed."""

    answered = Signal(str)
    settled = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        bounds = question.range or RangeBounds("0", "10", "1")
        self._start, self._step = Decimal(bounds.start), abs(Decimal(bounds.step))
        steps = int(abs(Decimal(bounds.end) - self._start) / self._step)
        if Decimal(bounds.end) < self._start:
            self._step = -self._step
        self.slider = _Slider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, steps)
        self.slider.setPageStep(max(1, steps // 10))
        self.slider.valueChanged.connect(self._on_moved)
        self.number = NumberLine(question, self)
        self.number.setFixedWidth(96)
        self.number.answered.connect(self._on_typed)
        self.number.settled.connect(self._on_settled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (QLabel(bounds.start, self), self.slider, QLabel(bounds.end, self), self.number):
            layout.addWidget(part, 1 if part is self.slider else 0)

    def show_answer(self, state: QuestionState) -> None:
        self.number.show_answer(state)
        position = self._position(state.value)
        if position is not None and position != self.slider.value():
            with QSignalBlocker(self.slider):
                self.slider.setValue(position)

    def finish(self) -> None:
        self.number.finish()

    def focus_target(self) -> QWidget:
        return self.number

    def stops(self) -> list[QWidget]:
        return [self.slider, self.number]

    def name_controls(self, name: str, description: str) -> None:
        super().name_controls(name, description)
        self.slider.setAccessibleName(name)

    def _position(self, value: str) -> int | None:
        try:
            return int((Decimal(value) - self._start) / self._step)
        except ArithmeticError:
            return None

    def _on_moved(self, position: int) -> None:
        self.answered.emit(f"{self._start + position * self._step:f}")

    def _on_typed(self, value: str) -> None:
        self.typing = True
        self.answered.emit(value)

    def _on_settled(self) -> None:
        self.typing = False
        self.settled.emit()
