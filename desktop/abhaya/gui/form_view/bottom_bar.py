"""The bar under a form: what is wrong here, and the way to the sections before and after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from abhaya.gui.form_view.compact_bar import CompactBar
from abhaya.gui.icons import icon
from abhaya.gui.widgets.button import button
from abhaya.texts import Texts


class BottomBar(CompactBar):
    """``problems_requested`` follows the link, the others the two buttons."""

    problems_requested = Signal()
    previous_requested = Signal()
    next_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bottom_bar")
        self.problems = button(self, "danger_link", self.problems_requested.emit)
        self.problems.setIcon(icon("circle-alert", "danger"))
        self.previous = button(self, "plain", self.previous_requested.emit, picture="chevron-left")
        self.next = button(self, "primary_soft", self.next_requested.emit, picture="chevron-right")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(8)
        row.addWidget(self.problems)
        row.addStretch()
        row.addWidget(self.previous)
        row.addWidget(self.next)

    def show_problems(self, here: int, elsewhere: int, texts: Texts) -> None:
        """Say how many problems this section has, or that others have some."""
        self.problems.setVisible(bool(here or elsewhere))
        key = "form_view.problems.here" if here else "form_view.problems.elsewhere"
        self.problems.setText(texts.say(key, count=here or elsewhere))

    def show_place(self, *, first: bool, last: bool) -> None:
        """Switch off the button that leads nowhere."""
        self.previous.setEnabled(not first)
        self.next.setEnabled(not last)

    def retranslate(self, texts: Texts) -> None:
        """Name the buttons in the interface language."""
        self.name_buttons(
            {self.previous: texts.say("form_view.previous"), self.next: texts.say("form_view.next")}
        )
