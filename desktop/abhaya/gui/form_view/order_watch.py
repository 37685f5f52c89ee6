"""Looks, in the pause after an answer, whether the steps told in the form are in order and in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from abhaya.gui.form_view.entry_pen import EntryPen
from abhaya.texts import Texts
from abhaya.workflows.clock_words import departure_words
from abhaya.workflows.order_of_steps import OrderOfSteps, Told
from abhaya_forms.engine import Change
from abhaya_forms.engine.instance_tree import template_path

if TYPE_CHECKING:
    from abhaya.workflows.desk import Desk
    from abhaya.workflows.fill_form import Filling

_PAUSE = 300  # milliseconds after an answer: what it brings up is shown before


class OrderWatch(QObject):
    """``noticed`` carries the paths of the questions of which something else is to be said now."""

    noticed = Signal(object)

    def __init__(self, desk: Desk, filling: Filling, pen: EntryPen, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._steps = OrderOfSteps(desk, filling)
        self._told: dict[str, Told] = {}
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.look)
        if not pen.read_only:
            pen.changed.connect(self._on_changed)
            self._soon.start()

    def words(self, path: str, texts: Texts) -> str:
        """What is to be said at a question, "" while its answer is in order and in time."""
        return "\n".join(
            texts.say(f"clocks.beside.{'given' if reason else 'asked'}", what=departure_words(found, texts))
            for found, reason in self._told.get(path, {}).items()
        )

    def look(self) -> None:
        """Look now."""
        if self._desk.locked:
            return
        before, self._told = self._told, self._steps.told()
        changed = {path for path in before.keys() | self._told if before.get(path) != self._told.get(path)}
        if changed:
            self.noticed.emit(frozenset(changed))

    def _on_changed(self, change: Change) -> None:
        if change.structure or not self._steps.deciding.isdisjoint(map(template_path, change.paths)):
            self._soon.start()
