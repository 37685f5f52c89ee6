"""The words of a question: its label in one or two languages, the required mark and the hint."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from abhaya.gui.palette import color

_STAR = " *"


class QuestionHead(QLabel):
    """Painted by itself: a rich-text label costs twice the rest of the question."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layouts: list[QTextLayout] = []
        self._words: tuple[str, str, str, str, bool] = ("", "", "", "", False)
        self._laid_out = (-1, 0)
        self._heights: dict[tuple[int, int], int] = {}
        self.kept_free = 0
        """Pixels at the end of the title's lines that belong to a button."""
        self._reserved = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWordWrap(True)  # QLabel then asks for its height by width

    def show_words(self, number: str, label: str, second: str, hint: str, *, required: bool) -> None:
        """Show the question under its number; ``second`` is its label in the second language, or empty."""
        words = (number, label, second, hint, required)
        if words == self._words:
            return
        self._words = words
        self.setText(label.replace("&", "&&"))  # a buddy's label would take & for a shortcut
        self._layouts = [self._title(), *([self._plain(hint)] if hint else [])]
        self._laid_out = (-1, 0)
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def reserve(self, height: int) -> None:
        """Be at least so high, as a taller head stands beside this one."""
        if height != self._reserved:
            self._reserved = height
            self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return max(self.words_height(width), self._reserved)

    def words_height(self, width: int) -> int:
        """The height of the words alone, in pixels."""
        if (width, self.kept_free) not in self._heights:  # a card asks at several widths for each answer
            self._heights[width, self.kept_free] = self._lay_out(width)
        return self._heights[width, self.kept_free]

    def _lay_out(self, width: int) -> int:
        """Break the lines anew and return their height."""
        y = 0.0
        for layout in self._layouts:
            y = _break_lines(layout, width - (self.kept_free if y == 0 else 0), y)
        self._laid_out = (width, self.kept_free)
        return round(y + 0.5)

    def sizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height())  # the height by width counts

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._laid_out != (self.width(), self.kept_free):
            self._lay_out(self.width())
        painter = QPainter(self)
        for layout in self._layouts:
            layout.draw(painter, QPointF(0, 0))

    def _title(self) -> QTextLayout:
        number, label, second, _, required = self._words
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        pieces = [(f"{number}\u00a0\u00a0", "muted", self.font()), (label, "text", bold)]
        if second and second != label:
            pieces.append((f"\u00a0/ {second}", "muted", self.font()))
        if required:
            pieces.append((_STAR, "danger", bold))
        return _layout(pieces)

    def _plain(self, hint: str) -> QTextLayout:
        return _layout([(hint, "muted", self.font())])


def _layout(pieces: list[tuple[str, str, QFont]]) -> QTextLayout:
    layout = QTextLayout("".join(text for text, _, _ in pieces).replace("\n", "\u2028"), pieces[0][2])
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    formats, start = [], 0
    for text, ink, font in pieces:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = start, _units(text)
        look = QTextCharFormat()
        look.setForeground(QColor(color(ink)))
        look.setFont(font)
        piece.format = look
        formats.append(piece)
        start += piece.length
    layout.setFormats(formats)
    return layout


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _break_lines(layout: QTextLayout, width: int, y: float) -> float:
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return y
