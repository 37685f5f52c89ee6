"""Says quietly that all is saved, and clearly when it is not."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from abhaya.gui.icons import picture
from abhaya.gui.widgets.label import label
from abhaya.texts import Texts
from abhaya.workflows.desk import INDIA


class SaveState(QWidget):
    """An icon and a few words in the top bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = QLabel(self)
        self.words = label(self, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self.words)

    def show_saved(self, texts: Texts, at: datetime | None) -> None:
        """All is written; ``at`` is None before anything was changed."""
        when = at.astimezone(INDIA).strftime("%H:%M") if at else ""
        words = texts.say("form_view.saved_at", time=when) if at else texts.say("form_view.saved")
        self._show("circle-check", "ok", words)

    def show_waiting(self, texts: Texts) -> None:
        """Something is not written yet."""
        self._show("pencil", "muted", texts.say("form_view.unsaved"))

    def show_failed(self, texts: Texts) -> None:
        """Writing was refused."""
        self._show("triangle-alert", "danger", texts.say("form_view.not_saved"))

    def _show(self, mark: str, ink: str, words: str) -> None:
        self._mark.setPixmap(picture(mark, ink, 16))
        self.words.setText(words)
        self.setToolTip(words)
