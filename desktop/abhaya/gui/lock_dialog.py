"""What one sees while the station is locked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from abhaya.gui.background import Background
from abhaya.gui.icons import picture
from abhaya.gui.screen import Spoken
from abhaya.gui.unlock.unlock_form import UnlockForm
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.texts import Texts

_WIDTH = 440
_HEIGHT = 500


class LockDialog(QDialog, Spoken):
    """Stays until the passphrase fits or somebody else takes over; Escape and the close button do nothing."""

    given_up = Signal()

    def __init__(
        self,
        window: QWidget,
        background: Background,
        who: str,
        reason: str,
        unlock: Callable[[str], object],
        unsaved: bool,
    ) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setFixedSize(min(_WIDTH, window.width() - 20), min(_HEIGHT, window.height() - 20))
        page = ScrollPage(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        column = page.column
        column.setSpacing(10)
        mark = QLabel(self)
        mark.setPixmap(picture("lock", "primary", 36))
        heading = label(self, "h1")
        kept = label(self, "muted", wrap=True)
        self.form = UnlockForm(self, background, unlock)
        self.other = button(self, "link", self.given_up.emit)
        self.other.setVisible(not unsaved)
        self.bind(self.setWindowTitle, "window.title_closed")
        self.bind(heading.setText, "unlock.lock.title")
        self.bind(kept.setText, "unlock.lock.unsaved" if unsaved else "unlock.lock.kept")
        self.bind(self.other.setText, "unlock.lock.somebody_else")
        for piece in (
            mark,
            heading,
            label(self, "", reason, wrap=True),
            kept,
            label(self, "h2", who, wrap=True),
        ):
            column.addWidget(piece)
        column.addWidget(self.form)
        column.addWidget(self.other)
        column.addStretch()

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self.form.retranslate(texts)

    def appear(self) -> None:
        """Show above everything and wait for typing."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.form.setFocus()

    def disappear(self) -> None:
        """Go for good."""
        self.hide()
        self.deleteLater()

    def reject(self) -> None:
        """Escape does not open a lock."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
