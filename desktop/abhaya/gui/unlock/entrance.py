"""The frame around every page one sees before a station is unlocked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from abhaya.gui.icons import picture
from abhaya.gui.screen import Spoken
from abhaya.gui.theme import scaled, text_size
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.language_bar import LanguageBar
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.texts import Texts

_BRAND_NEEDS = 900  # pixels of window width below which only the page itself is shown
_COLUMN = 460


class Entrance(QWidget, Spoken):
    """Left the product and what it is for, right a column that scrolls; fill ``column``."""

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("screen")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._brand = self._make_brand()
        row.addWidget(self._brand, 2)
        page = self._page = ScrollPage(self)
        row.addWidget(page, 3)
        self._languages = LanguageBar(self)
        self._languages.chosen.connect(self.language_chosen)
        page.column.addWidget(self._languages)
        page.column.addStretch()
        holder = QWidget(self)
        holder.setMaximumWidth(scaled(_COLUMN, text_size()))
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(holder, 100)
        middle.addStretch(1)
        page.column.addLayout(middle)
        page.column.addStretch()

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._languages.show_language(texts.language)

    def take_focus(self, widget: QWidget) -> None:
        """Put the caret into ``widget`` and bring it into view on a small screen."""
        widget.setFocus()
        QTimer.singleShot(0, self, lambda: self._page.ensureWidgetVisible(widget, 0, 80))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._brand.setVisible(event.size().width() >= _BRAND_NEEDS)

    def _make_brand(self) -> QFrame:
        brand = QFrame(self)
        brand.setObjectName("brand")
        column = QVBoxLayout(brand)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(14)
        column.addStretch(2)
        mark = QLabel(brand)
        mark.setPixmap(picture("shield-check", "side_focus", 56))
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
        for job, key in (("brand_name", "product"), ("brand_muted", "promise"), ("brand_words", "purpose")):
            words = label(brand, job, wrap=True)
            self.bind(words.setText, f"unlock.{key}")
            column.addWidget(words)
        column.addStretch(3)
        return brand
