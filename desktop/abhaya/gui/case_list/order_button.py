"""Sorting by keyboard: what a click on a table heading does, as a menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from abhaya.gui.case_list.case_model import ORDERS, Column
from abhaya.gui.icons import icon
from abhaya.gui.widgets.button import ToolButton
from abhaya.texts import Texts


class OrderButton(ToolButton):
    """``chosen`` carries the column and whether it descends; the same column again turns it round."""

    chosen = Signal(int, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(20, 16))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._now = (Column.UPDATED_AT, True)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self.columns: dict[Column, QAction] = {}
        for column in ORDERS:
            action = group.addAction(QAction("", menu, checkable=True))
            action.triggered.connect(lambda _=False, wanted=column: self._on_column(wanted))
            self.columns[column] = action
        menu.addActions(group.actions())
        self.setMenu(menu)

    def show_order(self, texts: Texts, column: Column, descending: bool) -> None:
        """Say which order is in force."""
        self._now = (column, descending)
        for other, action in self.columns.items():
            action.setText(texts.say(f"case_list.column.{other.name.lower()}"))
        self.columns[column].setChecked(True)
        words = texts.say("case_list.sorted", column=self.columns[column].text())
        self.setText(words)
        self.setAccessibleName(words)
        self.setIcon(icon("arrow-down" if descending else "arrow-up", "muted", 16, 4))

    def _on_column(self, column: Column) -> None:
        now, descending = self._now
        self.chosen.emit(column, not descending if column is now else column is Column.UPDATED_AT)
