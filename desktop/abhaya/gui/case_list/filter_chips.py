"""All cases, or only those with work left to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from abhaya.gui.widgets.button import ToolButton
from abhaya.texts import Texts


class FilterChips(QWidget):
    """``chosen`` says whether only cases with drafts are wanted."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        group = QButtonGroup(self)
        self.everything, self.drafts = ToolButton(self), ToolButton(self)
        for chip, only_drafts in ((self.everything, False), (self.drafts, True)):
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.clicked.connect(lambda _=False, wanted=only_drafts: self.chosen.emit(wanted))
            group.addButton(chip)
            row.addWidget(chip)
        self.everything.setChecked(True)

    def choose_all(self) -> None:
        """Mark all cases as wanted."""
        self.everything.setChecked(True)

    def show_counts(self, texts: Texts, everything: int, drafts: int) -> None:
        """Say how many cases each choice shows."""
        self.everything.setText(texts.say("case_list.all", count=f"{everything:,}"))
        self.drafts.setText(texts.say("case_list.drafts", count=f"{drafts:,}"))
