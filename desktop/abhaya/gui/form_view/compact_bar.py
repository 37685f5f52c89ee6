"""A bar whose buttons drop their words where there is no room for them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget


class CompactBar(QFrame):
    """``name_buttons`` gives the words; without room they become tool tips beside the icon."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.compact = False
        self._words: dict[QPushButton, str] = {}
        self._needed = 0

    def name_buttons(self, words: dict[QPushButton, str]) -> None:
        """Name the buttons in the interface language."""
        self._words = words
        self.set_compact(False)
        self._fit()

    def set_compact(self, compact: bool) -> None:
        """Show icons alone, or icons and words; extend for other parts of the bar."""
        self.compact = compact
        for part, words in self._words.items():
            part.setText("" if compact else f" {words}")
            part.setAccessibleName(words)
            part.setToolTip(words if compact else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        if not self.compact:
            self._needed = layout.minimumSize().width()
        if self.compact != (self.width() < self._needed):
            self.set_compact(not self.compact)
