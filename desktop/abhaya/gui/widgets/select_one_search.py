"""A long list of choices that typing narrows down."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QListView, QWidget

from abhaya.gui.icons import icon
from abhaya.gui.widgets.answer_widget import fit_half_a_card
from abhaya.gui.widgets.private_words import keep_private
from abhaya.gui.widgets.typed_answer import TypedAnswer
from abhaya.texts import Texts
from abhaya_forms.engine import Choice, Question, QuestionState

_SOUGHT = Qt.ItemDataRole.UserRole + 1
_VALUE = Qt.ItemDataRole.UserRole + 2


class SelectOneSearch(TypedAnswer, QLineEdit):
    """Finds any part of a label or of the stored value; words that fit no choice stay, with their problem."""

    answered = Signal(str)
    settled = Signal()
    short = True

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        keep_private(self)
        self._choices: tuple[Choice, ...] = ()
        self._completer: QCompleter | None = None
        self._open = self.addAction(icon("chevron-down", "muted"), self.ActionPosition.TrailingPosition)
        self._open.triggered.connect(self._show_all)
        self.textEdited.connect(self._on_edited)

    def speak(self, texts: Texts) -> None:
        self.setPlaceholderText(texts.say("widgets.search"))
        self._open.setText(texts.say("widgets.show_list"))

    def show_answer(self, state: QuestionState) -> None:
        if state.choices != self._choices:
            self._choices, self._completer = state.choices, None
            self.short = fit_half_a_card(state.choices)
        shown = state.display or state.as_typed
        if not self.typing and shown != self.text():
            with QSignalBlocker(self):
                self.setText(shown)
            self.setCursorPosition(0)

    def hand_over(self) -> None:
        text = self.text()
        found = self._found(text)
        only = found[0] if len(found) == 1 else ""
        self.answered.emit(self._known(text) or only or text.strip())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._completer is None:
            self._completer = self._make_completer()
            self.setCompleter(self._completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup() if self._completer else None
        popup_open = popup is not None and popup.isVisible()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if popup is None or not popup_open:
                self.focusNextChild()
            elif popup.currentIndex().isValid():
                super().keyPressEvent(event)
            else:
                self._take_first(popup)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not popup_open:
            self._show_all()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.text():
            self._show_all()

    def _known(self, text: str) -> str:
        """The value of the choice that goes by this name in one of the languages, or ""."""
        plain = text.strip().casefold()
        names = ((c.value, (c.value, c.label, *c.label.split(" / "))) for c in self._choices)
        return next((v for v, known in names if plain in (n.casefold() for n in known)), "")

    def _found(self, text: str) -> list[str]:
        """The values of the choices that the list shows for these words."""
        plain = text.strip().casefold()
        return [c.value for c in self._choices if plain and plain in _sought(c).casefold()]

    def _take_first(self, popup: QAbstractItemView) -> None:
        popup.hide()
        self.typing = False
        self.answered.emit(self._known(self.text()) or popup.model().index(0, 0).data(_VALUE))
        self.settled.emit()

    def _show_all(self) -> None:
        self.setFocus()
        assert self._completer is not None
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    def _on_edited(self, text: str) -> None:
        self.typing = True
        self.answered.emit(self._known(text) or text.strip())

    def _on_marked(self) -> None:
        self.typing = True  # the line marked stands in the field already

    def _on_activated(self, index: QModelIndex) -> None:
        self.typing = False
        self.answered.emit(index.data(_VALUE))

    def _make_completer(self) -> QCompleter:
        model = QStandardItemModel(self)
        for choice in self._choices:
            item = QStandardItem(choice.label)
            item.setData(_sought(choice), _SOUGHT)
            item.setData(choice.value, _VALUE)
            model.appendRow(item)
        completer = _LabelCompleter(model, self)
        completer.highlighted[QModelIndex].connect(self._on_marked)  # type: ignore[index]
        completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        return completer


def _sought(choice: Choice) -> str:
    return f"{choice.label} {choice.value}"


class _LabelCompleter(QCompleter):
    """Searches label and value, writes the label."""

    def __init__(self, model: QStandardItemModel, parent: QWidget) -> None:
        super().__init__(model, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionRole(_SOUGHT)
        self.setMaxVisibleItems(10)
        found = QListView()
        found.setObjectName("found_choices")
        self.setPopup(found)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data())
