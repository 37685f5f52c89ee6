"""A few choices side by side, one of which may be taken."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QWidget

from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.gui.widgets.wrapped_words import wrap_words
from abhaya_forms.engine import Choice, Question, QuestionState

_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SelectOneButtons(AnswerWidget, QWidget):
    """Digits take the choice of that number, Delete takes none."""

    answered = Signal(str)
    settled = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_toggled)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def buttons(self) -> list[QRadioButton]:
        """The radio buttons in the order of the choices."""
        return self._group.buttons()  # type: ignore[return-value]

    def show_answer(self, state: QuestionState) -> None:
        with QSignalBlocker(self._group):
            self._offer(state.choices)
            self._take(state.value)

    def focus_target(self) -> QWidget:
        return self._group.checkedButton() or next(iter(self.buttons()), self)

    def stops(self) -> list[QWidget]:
        return [*self.buttons()]

    def name_controls(self, name: str, description: str) -> None:
        self.setAccessibleName(name)
        for button, choice in zip(self.buttons(), self._choices, strict=True):
            button.setAccessibleName(f"{name}: {choice.label}")
            button.setAccessibleDescription(description)

    def mark_wrong(self, wrong: bool) -> None:
        """The problem stands below; there is no frame to colour."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        buttons, key = self.buttons(), event.key()
        if key in _CLEARS:
            self.clear()
        elif event.text().isdigit() and 0 < int(event.text()) <= len(buttons):
            button = buttons[int(event.text()) - 1]
            button.setChecked(True)
            button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def clear(self) -> None:
        """Take no choice."""
        if self._group.checkedButton():
            with QSignalBlocker(self._group):
                self._take("")
            self.answered.emit("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        if choices == self._choices:
            return
        buttons = self.buttons()
        for button in buttons[len(choices) :]:
            self._group.removeButton(button)
            button.deleteLater()
        for _ in range(len(choices) - len(buttons)):
            button = QRadioButton(self)
            self._group.addButton(button)
            self._row.addWidget(button)
        self._choices = choices
        self._turn()

    def _take(self, value: str) -> None:
        taken = next(
            (b for b, c in zip(self.buttons(), self._choices, strict=True) if c.value == value), None
        )
        if taken is None:
            self._group.setExclusive(False)
            for button in self.buttons():
                button.setChecked(False)
            self._group.setExclusive(True)
        elif not taken.isChecked():
            taken.setChecked(True)
        self._place_tab_stop()

    def _place_tab_stop(self) -> None:
        stop = self.focus_target()
        for button in self.buttons():
            strong = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def _turn(self) -> None:
        width = max(self.width(), 240)
        for button, choice in zip(self.buttons(), self._choices, strict=True):
            wrap_words(button, choice.label, width)
        fits = sum(button.sizeHint().width() + 4 for button in self.buttons()) <= width
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(4 if fits else 0)

    def _on_toggled(self, button: QRadioButton, checked: bool) -> None:
        if checked:
            self._place_tab_stop()
            self.answered.emit(self._choices[self.buttons().index(button)].value)
