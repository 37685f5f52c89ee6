"""A long list of choices, any number of which may be taken, narrowed down by typing."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.points_list import PointsList
from abhaya.gui.widgets.private_words import keep_private
from abhaya.texts import Texts
from abhaya_forms.engine import Choice, Question, QuestionState

_VALUE = Qt.ItemDataRole.UserRole
_LINES = 8


class SelectMultipleList(AnswerWidget, QWidget):
    """What is ticked stands above the list; Return ticks the first line found, the space bar any line."""

    answered = Signal(str)
    settled = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self.sought = QLineEdit(self)
        keep_private(self.sought)
        self.sought.textChanged.connect(self._narrow)
        self.sought.returnPressed.connect(self._tick_first)
        self.taken = label(self, "muted", wrap=True)
        self.list = PointsList(self)
        self.list.setObjectName("choices")
        self.list.setFixedHeight(_LINES * (self.fontMetrics().lineSpacing() + 10))
        self.list.itemChanged.connect(self._on_ticked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.taken, self.sought, self.list):
            layout.addWidget(part)

    def speak(self, texts: Texts) -> None:
        self.sought.setPlaceholderText(texts.say("widgets.search"))

    def show_answer(self, state: QuestionState) -> None:
        with QSignalBlocker(self.list):
            self._offer(state.choices)
            taken = state.value.split()
            for item in self._items():
                ticked = item.data(_VALUE) in taken
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.taken.setText("\n".join(item.text() for item in self._ticked()))
        self.taken.setVisible(bool(taken))

    def focus_target(self) -> QWidget:
        return self.sought

    def stops(self) -> list[QWidget]:
        return [self.sought, self.list]

    def name_controls(self, name: str, description: str) -> None:
        super().name_controls(name, description)
        self.list.setAccessibleName(name)

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        if choices == self._choices:
            return
        self.list.clear()
        for choice in choices:
            item = QListWidgetItem(choice.label, self.list)
            item.setData(_VALUE, choice.value)
        self._choices = choices
        self._narrow(self.sought.text())

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _ticked(self) -> list[QListWidgetItem]:
        return [item for item in self._items() if item.checkState() == Qt.CheckState.Checked]

    def _tick_first(self) -> None:
        found = next((item for item in self._items() if not item.isHidden()), None)
        if found is None or not self.sought.text():
            return
        ticked = found.checkState() == Qt.CheckState.Checked
        found.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        self.sought.clear()

    def _narrow(self, text: str) -> None:
        plain = text.strip().casefold()
        for item in self._items():
            item.setHidden(plain not in f"{item.text()} {item.data(_VALUE)}".casefold())

    def _on_ticked(self) -> None:
        self.answered.emit(" ".join(item.data(_VALUE) for item in self._ticked()))
