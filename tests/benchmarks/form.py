"""Opening a form of 300 questions in the window, and showing what an answer changes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QScrollArea, QWidget

from abhaya.gui.background import Background
from abhaya.gui.dialogs import Dialogs
from abhaya.gui.form_view.form_screen import FormScreen
from abhaya.gui.screen import Surroundings
from abhaya.gui.theme import apply_theme
from abhaya.texts import Texts
from abhaya.workflows.fill_form import Filling
from abhaya_forms.engine.form_definition import load_form
from abhaya_forms.engine.form_entry import FormEntry
from large_form import QUESTIONS, large_form
from measure import Row, show, times, typical, worst
from support.desks import Clock, begin_case, desk_of, new_station
from support.station_rows import a_record

REPEAT = 100


def open_form(around: Surroundings, case_id: str) -> FormScreen:
    """Return the screen with its first section painted; what is answered there is not saved."""
    entry = FormEntry(load_form(large_form()), clock=around.clock)
    filling = Filling(around.desk, a_record(case_id=case_id), entry)
    filling.save = lambda: False
    screen = FormScreen(around, filling)
    screen.resize(1166, 768)
    screen.retranslate(around.texts)
    screen.show()
    QApplication.processEvents()
    return screen


def open_plain_fields() -> QWidget:
    """Return as many plain text fields as a section has questions, painted."""
    area, inside = QScrollArea(), QWidget()
    layout = QFormLayout(inside)
    for number in range(QUESTIONS):
        layout.addRow(f"Question {number} of section g0", QLineEdit())
    area.setWidget(inside)
    area.resize(1166, 768)
    area.show()
    QApplication.processEvents()
    return area


def remove(window: QWidget) -> None:
    """Close a window and let Qt delete it."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rows() -> Iterator[Row]:
    """Measure opening, an answer that shows or hides twelve questions, and one that changes nothing else."""
    application = QApplication([])
    apply_theme(application)
    clock, texts, background = Clock(), Texts("en"), Background()
    with (
        tempfile.TemporaryDirectory() as folder,
        desk_of(new_station(Path(folder) / "station", clock), clock) as desk,
    ):
        yield from _measured(
            Surroundings(desk, texts, background, Dialogs(texts), clock), begin_case(desk).id
        )
    background.close()


def _measured(around: Surroundings, case_id: str) -> Iterator[Row]:
    opened = typical(lambda: open_form(around, case_id), 10, after=remove)
    others = {"25 plain fields, same style": typical(open_plain_fields, 10, after=remove)}
    yield Row("open a form of 300 questions, first section painted", opened, 0.1, others)

    screen = open_form(around, case_id)
    for what, path, values in (
        ("an answer that shows or hides 12 questions", "/data/g0/q0", ("yes", "no")),
        ("an answer nothing depends on", "/data/g0/q16", ("1", "2")),
    ):
        value = cycle(values)

        def answer() -> None:
            screen.pen.answer(path, next(value))  # noqa: B023 - called at once
            QApplication.processEvents()

        yield Row(f"{what}, painted, p95", worst(times(answer, REPEAT), 0.95), 0.016)
    remove(screen)


if __name__ == "__main__":
    show(rows())
