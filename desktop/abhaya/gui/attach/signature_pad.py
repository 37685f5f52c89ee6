"""A sheet to sign on with a pen, a finger or the mouse."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from abhaya.gui.palette import color

_SHAPE = 3.0  # width over height, as the place for a signature on a form
_PIXELS = QSize(1200, 400)
_INK = 1 / 220  # of the width: a ball pen


class SignaturePad(QWidget):
    """``changed`` follows every stroke; Qt turns pens and fingers into a mouse of their own.

    Strokes are kept in parts of the width, so that the window may grow under them.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.strokes: list[list[QPointF]] = []
        self.setMinimumSize(300, 100)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def undo(self) -> None:
        """Take back the last stroke."""
        self._change(self.strokes[:-1])

    def clear(self) -> None:
        """Take back everything."""
        self._change([])

    def png(self) -> bytes:
        """Return the signature as a PNG in black on white, made in memory."""
        image = QImage(_PIXELS, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self._draw(painter, image.width(), QColor(Qt.GlobalColor.black))
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    # -- Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / _SHAPE)

    def sizeHint(self) -> QSize:
        return QSize(600, 200)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._change([*self.strokes, [self._place(event)]])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.strokes:
            self.strokes[-1].append(self._place(event))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(color("surface")))
        painter.setPen(QPen(QColor(color("line_strong")), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        base, side = round(self.width() / _SHAPE * 0.75), self.width() // 12
        painter.drawLine(side, base, self.width() - side, base)
        self._draw(painter, self.width(), QColor(color("text")))
        painter.end()

    # -- inside

    def _change(self, strokes: list[list[QPointF]]) -> None:
        self.strokes = strokes
        self.update()
        self.changed.emit()

    def _place(self, event: QMouseEvent) -> QPointF:
        return event.position() / self.width()

    def _draw(self, painter: QPainter, width: int, ink: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        round_ = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(ink, width * _INK, Qt.PenStyle.SolidLine, round_, Qt.PenJoinStyle.RoundJoin))
        for stroke in self.strokes:
            points = [point * width for point in stroke]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))
