"""The four ways of leaving a question without an answer, behind three dots."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from abhaya.gui.icons import picture
from abhaya.texts import Texts
from abhaya_forms.engine import NonAnswer


class DotsButton(QAbstractButton):
    """Painted by itself and outside the Tab order: Tab goes from answer to answer, F9 opens the menu."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(28, 22)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = "primary" if self.underMouse() else "muted"
        QPainter(self).drawPixmap(QPoint(5, 2), picture("ellipsis", ink, 18))


class NonAnswerMenu(QMenu):
    """The caller connects ``triggered``; an action's data is a NonAnswer, or "" to clear the answer."""

    def __init__(self, texts: Texts, chosen: NonAnswer | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(texts.say("form_view.no_answer"))
        for number, kind in enumerate(NonAnswer, 1):
            action = self.addAction(f"&{number}  {texts.say(f'form_view.{kind}')}")
            action.setData(kind)
            action.setCheckable(True)
            action.setChecked(kind == chosen)
        self.addSeparator()
        self.addAction(texts.say("form_view.clear_answer")).setData("")
