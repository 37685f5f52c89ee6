"""Up to a dozen choices, any number of which may be taken."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.gui.widgets.wrapped_words import wrap_words
from abhaya_forms.engine import Choice, Question, QuestionState

_COLUMN = 250  # least pixels of a column when the boxes stand in two
_MARK = 60  # pixels of a box beside its words


class SelectMultipleBoxes(AnswerWidget, QWidget):
    """Digits tick and untick the choice of that number, the space bar the one with the focus."""

    answered = Signal(str)
    settled = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes: list[QCheckBox] = []
        self._choices: tuple[Choice, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)

    def show_answer(self, state: QuestionState) -> None:
        self._offer(state.choices)
        taken = state.value.split()
        for box, choice in zip(self.boxes, self._choices, strict=True):
            if box.isChecked() != (choice.value in taken):
                with QSignalBlocker(box):
                    box.setChecked(choice.value in taken)

    def focus_target(self) -> QWidget:
        return self.boxes[0] if self.boxes else self

    def stops(self) -> list[QWidget]:
        return [*self.boxes]

    def name_controls(self, name: str, description: str) -> None:
        self.setAccessibleName(name)
        for box, choice in zip(self.boxes, self._choices, strict=True):
            box.setAccessibleName(f"{name}: {choice.label}")
            box.setAccessibleDescription(description)

    def mark_wrong(self, wrong: bool) -> None:
        """The problem stands below; there is no frame to colour."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and 0 < int(event.text()) <= len(self.boxes):
            self.boxes[int(event.text()) - 1].click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        if choices == self._choices:
            return
        while len(self.boxes) > len(choices):
            self.boxes.pop().deleteLater()
        while len(self.boxes) < len(choices):
            box = QCheckBox(self)
            box.toggled.connect(self._on_toggled)
            self.boxes.append(box)
        self._choices, self._columns = choices, 0
        self._arrange()

    def _arrange(self) -> None:
        width, metrics = max(self.width(), _COLUMN), self.fontMetrics()
        widest = max((metrics.horizontalAdvance(c.label) + _MARK for c in self._choices), default=0)
        columns = 2 if len(self.boxes) > 3 and width >= 2 * max(widest, _COLUMN) else 1
        for box, choice in zip(self.boxes, self._choices, strict=True):
            wrap_words(box, choice.label, width // columns)
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self.boxes) // columns)
        for position, box in enumerate(self.boxes):
            self._grid.addWidget(box, position % rows, position // rows)

    def _on_toggled(self) -> None:
        taken = (c.value for box, c in zip(self.boxes, self._choices, strict=True) if box.isChecked())
        self.answered.emit(" ".join(taken))
