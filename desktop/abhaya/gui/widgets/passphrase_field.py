"""A field for a passphrase, with a button that shows it and a hint when the keyboard plays tricks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from abhaya.gui.icons import icon
from abhaya.gui.screen import Spoken
from abhaya.gui.widgets.button import tool_button
from abhaya.gui.widgets.label import label
from abhaya.texts import Texts


class PassphraseField(QWidget, Spoken):
    """``name`` is the key of the accessible name; ``entered`` fires on Return."""

    entered = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self._caps_lock: bool | None = None
        self._texts: Texts | None = None
        self.edit = QLineEdit(self)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.installEventFilter(self)
        self.edit.returnPressed.connect(self.entered)
        self.edit.textChanged.connect(self._on_changed)
        self.setFocusProxy(self.edit)
        self.show_button = tool_button(self, "eye", self._on_show)
        self.show_button.setCheckable(True)
        self.hint = label(self, "warn_words", wrap=True)
        self.hint.hide()
        self._lay_out()
        self.bind(self.edit.setAccessibleName, name)
        self.bind(self.show_button.setAccessibleName, "unlock.show_passphrase")
        self.bind(self.show_button.setToolTip, "unlock.show_passphrase")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.edit, 1)
        row.addWidget(self.show_button)
        column.addLayout(row)
        column.addWidget(self.hint)

    def text(self) -> str:
        """What was typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget what was typed and hide it again."""
        self.edit.clear()
        self.show_button.setChecked(False)
        self._on_show()

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._texts = texts
        self._hint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._notice_caps_lock(event)
        return False

    def _notice_caps_lock(self, event: QKeyEvent) -> None:
        # Qt cannot ask for the state of Caps Lock; the case of a typed letter tells it.
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock and self._caps_lock is not None:
            self._caps_lock = not self._caps_lock
        elif len(letter) == 1 and letter.isascii() and letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps_lock = letter.isupper() != shift
        self._hint()

    def _hint(self) -> None:
        key = ""
        if self._caps_lock:
            key = "unlock.caps_lock"
        elif any("ऀ" <= letter <= "ॿ" for letter in self.edit.text()):
            key = "unlock.devanagari_layout"
        self.hint.setText(self._texts.say(key) if key and self._texts else "")
        self.hint.setVisible(bool(key))

    def _on_changed(self) -> None:
        self._hint()
        self.changed.emit()

    def _on_show(self) -> None:
        shown = self.show_button.isChecked()
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.show_button.setIcon(icon("eye-off" if shown else "eye"))
