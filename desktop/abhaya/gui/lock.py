"""The lock: covers every window at once, forgets nothing, and lets the same person go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QVBoxLayout, QWidget
from shiboken6 import isValid

from abhaya.gui.background import Background
from abhaya.gui.copied_words import CopiedWords
from abhaya.gui.icons import picture
from abhaya.gui.lock_dialog import LockDialog
from abhaya.texts import Texts


class Cover(QWidget):
    """An opaque sheet over one window; a window made transparent would still show on a plain X screen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        mark = QLabel(self)
        mark.setPixmap(picture("lock", "side_muted", 48))
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignCenter)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self.setGeometry(0, 0, event.size().width(), event.size().height())
            self.raise_()
        return False


class Lock(QObject):
    """``unlocked``: the same person is back; ``refused``: not yet; ``given_up``: somebody else takes over."""

    unlocked = Signal()
    refused = Signal()
    given_up = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._background = Background(self)
        self._copied = CopiedWords(self)
        self._covers: list[Cover] = []
        self._focus: QWidget | None = None
        self.dialog: LockDialog | None = None

    @property
    def closed(self) -> bool:
        """Whether everything is covered now."""
        return self.dialog is not None

    @property
    def trying(self) -> bool:
        """Whether a passphrase is being tried now."""
        return self.dialog is not None and self.dialog.form.trying

    def close(
        self, texts: Texts, who: str, reason: str, unlock: Callable[[str], object], unsaved: bool
    ) -> None:
        """Cover every window, close menus, empty the clipboard, and ask ``who`` for the passphrase.

        With something ``unsaved`` nobody else can take over.
        """
        if self.closed:
            return
        self._focus = QApplication.focusWidget()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        self._copied.clear()
        self._covers = [Cover(w) for w in QApplication.topLevelWidgets() if w.isVisible()]
        self.dialog = LockDialog(self._window, self._background, who, reason, unlock, unsaved)
        self.dialog.retranslate(texts)
        self.dialog.form.unlocked.connect(self._on_unlocked)
        self.dialog.form.refused.connect(self.refused)
        self.dialog.given_up.connect(self._on_given_up)
        self.dialog.appear()

    def shut_down(self) -> None:
        """Go with the window; waits for a passphrase that is still being tried."""
        self._background.close()
        self._copied.take_back()
        if self.dialog is not None:
            self._uncover()

    def _uncover(self) -> None:
        assert self.dialog is not None
        self.dialog.disappear()
        self.dialog = None
        for cover in self._covers:
            cover.hide()
            cover.deleteLater()
        self._covers = []

    def _on_unlocked(self, _result: object) -> None:
        self._uncover()
        if self._focus is not None and isValid(self._focus):
            self._focus.activateWindow()
            self._focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.unlocked.emit()

    def _on_given_up(self) -> None:
        self._uncover()
        self.given_up.emit()
