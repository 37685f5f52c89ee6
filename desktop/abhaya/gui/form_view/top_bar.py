"""The bar over a form: what it is, whether it is saved, and what can be done with all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from abhaya.gui.form_view.compact_bar import CompactBar
from abhaya.gui.form_view.language_menu import LanguageMenu
from abhaya.gui.form_view.save_state import SaveState
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.texts import Texts

_TITLE = 110  # least pixels of the title


class TopBar(CompactBar):
    """Buttons emit what is wanted."""

    left = Signal()
    attach_requested = Signal()
    paper_requested = Signal()
    preview_requested = Signal()
    seal_requested = Signal()

    def __init__(self, languages: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._back = button(self, "plain", self.left.emit, picture="chevron-left")
        self.title = label(self, "h2")
        self.title.setMinimumWidth(_TITLE)
        self.subtitle = label(self, "muted")
        self.save_state = SaveState(self)
        self.languages = LanguageMenu(languages, self)
        self.attach = button(self, "plain", self.attach_requested.emit, picture="paperclip")
        self.paper = button(self, "plain", self.paper_requested.emit, picture="file-text")
        self.preview = button(self, "plain", self.preview_requested.emit, picture="printer")
        self.seal = button(self, "primary", self.seal_requested.emit, picture="stamp")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 20, 8)
        row.setSpacing(10)
        row.addWidget(self._back)
        row.addLayout(words, 1)
        for part in (self.save_state, self.languages, self.attach, self.paper, self.preview, self.seal):
            row.addWidget(part)

    def retranslate(self, texts: Texts) -> None:
        """Name the buttons in the interface language."""
        say = texts.say
        self.name_buttons(
            {
                self._back: say("form_view.back"),
                self.attach: say("form_view.attach"),
                self.preview: say("form_view.preview"),
                self.seal: say("form_view.seal"),
            }
        )
        self.paper.setAccessibleName(say("form_view.paper.title"))  # rarely needed: an icon alone
        self.paper.setToolTip(say("form_view.paper.title"))

    def set_read_only(self) -> None:
        """A sealed record is neither attached to nor sealed again."""
        for part in (self.attach, self.paper, self.seal, self.save_state):
            part.hide()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.save_state.words.setVisible(not compact)
        self.subtitle.setVisible(not compact)
        style = Qt.ToolButtonStyle
        self.languages.setToolButtonStyle(
            style.ToolButtonIconOnly if compact else style.ToolButtonTextBesideIcon
        )
