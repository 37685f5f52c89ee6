"""A new passphrase, typed twice, with advice on what makes a good one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from abhaya.gui.screen import Spoken
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.passphrase_field import PassphraseField
from abhaya.texts import Texts


class NewPassphrase(QWidget, Spoken):
    """``entered`` fires on Return in the second field."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        advice = label(self, "muted", wrap=True)
        self.bind(advice.setText, "unlock.change.advice")
        column.addWidget(advice)
        self.first = self._field(column, "unlock.create.passphrase")
        self.again = self._field(column, "unlock.create.again")
        self.again.entered.connect(self.entered)
        self.first.entered.connect(self.again.setFocus)

    @property
    def same(self) -> bool:
        """Whether both were typed alike."""
        return self.first.text() == self.again.text()

    def text(self) -> str:
        """The new passphrase."""
        return self.first.text()

    def clear(self) -> None:
        """Forget both."""
        self.first.clear()
        self.again.clear()

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self.first.retranslate(texts)
        self.again.retranslate(texts)

    def _field(self, column: QVBoxLayout, key: str) -> PassphraseField:
        name = label(self, "field")
        field = PassphraseField(self, key)
        name.setBuddy(field.edit)
        self.bind(name.setText, key)
        column.addWidget(name)
        column.addWidget(field)
        return field
