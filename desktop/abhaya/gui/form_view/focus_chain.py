"""Tab goes through a page in reading order, also after rows and questions were added in the middle."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from abhaya.gui.form_view.page_tools import PageTools
from abhaya.gui.form_view.question_view import QuestionView
from abhaya.gui.form_view.repeat_view import RepeatView


def chain_focus(anchor: QWidget, body: QWidget, tools: PageTools) -> None:
    """Make Tab go from ``anchor`` through all of ``body``; Qt itself goes by the time of creation."""
    places: list[tuple[int, int, int, QWidget]] = []
    for owner, stops in _owners(tools):
        place = owner.mapTo(body, QPoint(0, 0))
        places += [(place.y(), place.x(), n, stop) for n, stop in enumerate(stops)]
    for *_, stop in sorted(places, key=lambda place: place[:3]):
        QWidget.setTabOrder(anchor, stop)
        anchor = stop


def _owners(tools: PageTools) -> list[tuple[QWidget, list[QWidget]]]:
    views = tools.views.values()
    questions: list[tuple[QWidget, list[QWidget]]] = [
        (v, v.stops()) for v in views if isinstance(v, QuestionView)
    ]
    adders: list[tuple[QWidget, list[QWidget]]] = [
        (v.add, [v.add]) for v in views if isinstance(v, RepeatView)
    ]
    titles: list[tuple[QWidget, list[QWidget]]] = [(f.toggle, f.stops()) for f in tools.folds]
    return questions + adders + titles
