"""What happened, in a few words; can be changed in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from abhaya.gui.screen import Spoken
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.card import Card
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.private_words import keep_private
from abhaya.texts import Texts


class SummaryCard(Card, Spoken):
    """``save(text)`` writes it; it may raise AbhayaError, and the words then stay in the box."""

    def __init__(self, parent: QWidget, save: Callable[[str], None], may_change: bool) -> None:
        super().__init__(parent)
        self._save = save
        self._summary = ""
        self._none = ""
        self.words = label(self, "", wrap=True)
        self.words.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )  # a word of any length
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.edit = QPlainTextEdit(self)
        keep_private(self.edit)
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(self.fontMetrics().lineSpacing() * 4 + 20)
        self.edit.hide()
        self.change = button(self, "quiet", self.begin, picture="pencil")
        self.change.setVisible(may_change)
        self.done = button(self, "plain", self.finish, picture="check")
        self.cancel = button(self, "quiet", self.give_up, picture="x")
        QShortcut(Qt.Key.Key_Escape, self.edit, self.give_up, context=Qt.ShortcutContext.WidgetShortcut)
        for hidden in (self.done, self.cancel):
            hidden.hide()
        for piece in (self.change, self.cancel, self.done):
            self.header.addWidget(piece)
        self.content.addWidget(self.words)
        self.content.addWidget(self.edit)
        self.bind(self.heading.setText, "case_page.summary.heading")
        self.bind(self.edit.setAccessibleName, "case_page.summary.heading")
        self.bind(self.change.setText, "case_page.summary.change")
        self.bind(self.done.setText, "case_page.summary.save")
        self.bind(self.cancel.setText, "window.cancel")

    @property
    def changing(self) -> bool:
        """Whether the words are being changed now."""
        return not self.edit.isHidden()

    def show_summary(self, summary: str) -> None:
        """Show what is written, or that nothing is."""
        self._summary = summary
        self.words.setText(summary or self._none)
        self.words.setObjectName("" if summary else "muted")
        self.words.style().polish(self.words)

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._none = texts.say("case_page.summary.none")
        self.show_summary(self._summary)

    def begin(self) -> None:
        """Turn the words into a box to write in."""
        if not self.change.isHidden():
            self.edit.setPlainText(self._summary)
            self._turn(changing=True)
            self.edit.setFocus()

    @property
    def unsaved(self) -> bool:
        """Whether the box holds words that are not written yet."""
        return self.changing and self.edit.toPlainText().strip() != self._summary

    def keep(self) -> None:
        """Write what stands in the box and leave the cursor where it is."""
        if self.unsaved:
            written = self.edit.toPlainText().strip()
            self._save(written)
            self.show_summary(written)

    def finish(self) -> None:
        """Write what stands in the box and close it."""
        self.keep()
        if self.changing:
            self._turn(changing=False)
            self.change.setFocus()

    def give_up(self) -> None:
        """Close the box and leave what was written before."""
        self._turn(changing=False)
        self.change.setFocus()

    def _turn(self, *, changing: bool) -> None:
        for piece in (self.edit, self.done, self.cancel):
            piece.setVisible(changing)
        self.words.setVisible(not changing)
        self.change.setVisible(not changing)
