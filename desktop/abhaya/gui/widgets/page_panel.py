"""Pages with their tools: page number, previous and next, zoom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from abhaya.gui.screen import Spoken
from abhaya.gui.widgets.button import tool_button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.page_source import PageSource
from abhaya.gui.widgets.page_view import PageView
from abhaya.texts import Texts


class PagePanel(QWidget, Spoken):
    """Tools above, pages below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = Texts()
        self.view = PageView(self)
        self.view.page_shown.connect(self._on_page)
        self._page = 1
        self.position = label(self, "muted")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._tool("chevron-up", "previous", lambda: self.view.go_to(self._page - 1)))
        row.addWidget(self._tool("chevron-down", "next", lambda: self.view.go_to(self._page + 1)))
        row.addWidget(self.position)
        row.addStretch()
        row.addWidget(self._tool("zoom-out", "zoom_out", self.view.zoom_out))
        row.addWidget(self._tool("zoom-in", "zoom_in", self.view.zoom_in))
        row.addWidget(self._tool("maximize-2", "fit", self.view.fit_width))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        self.bind(self.view.setAccessibleName, "export_screen.pages")

    def show_pages(self, source: PageSource | None) -> None:
        """Show other pages."""
        self.view.show_pages(source)
        self._on_page(1)

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._texts = texts
        self._on_page(self._page)

    def _tool(self, mark: str, key: str, do: Callable[[], object]) -> QToolButton:
        made = tool_button(self, mark, do)
        self.bind(made.setAccessibleName, f"export_screen.{key}")
        self.bind(made.setToolTip, f"export_screen.{key}")
        return made

    def _on_page(self, page: int) -> None:
        self._page = page
        count = self.view.count
        words = self._texts.say("export_screen.page", page=page, pages=count) if count else ""
        self.position.setText(words)
