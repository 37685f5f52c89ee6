"""The list of sections on the left: icon, name and count, or icons alone where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from abhaya.gui.form_view.section_model import Progress, SectionLine, SectionModel
from abhaya.gui.icons import picture
from abhaya.gui.palette import color
from abhaya.texts import Texts

WIDTH, NARROW_WIDTH = 264, 62
"""Pixels, with names and with icons alone."""

_MARKS = {
    Progress.EMPTY: ("circle", "line_strong"),
    Progress.BEGUN: ("circle-dot", "primary"),
    Progress.DONE: ("circle-check", "ok"),
    Progress.WRONG: ("circle-alert", "danger"),
}


class SectionDelegate(QStyledItemDelegate):
    """Paints one line; names break over several lines."""

    narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if self.narrow:
            return QSize(44, 40)
        line: SectionLine = index.data(Qt.ItemDataRole.UserRole)
        room = QRect(0, 0, self._room(option.rect.width() or WIDTH - 34, option, line), 200)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        chosen = QFontMetrics(_chosen_font(option.font))  # the wider of the two ways to write it
        height = chosen.boundingRect(room, int(flags), line.title).height()
        return QSize(WIDTH - 24, max(40, height + 12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: SectionLine = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        frame = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, frame, chosen=chosen)
        mark, ink = _MARKS[line.progress]
        painter.drawPixmap(int(frame.x()) + 12, int(frame.center().y()) - 9, picture(mark, ink, 18))
        if not self.narrow:
            self._paint_words(painter, option, line, frame, chosen=chosen)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, frame: QRectF, *, chosen: bool
    ) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color("primary_soft" if chosen else "surface_soft")))
            painter.drawRoundedRect(frame, 8, 8)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(color("primary")), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: SectionLine,
        frame: QRectF,
        *,
        chosen: bool,
    ) -> None:
        painter.setFont(_chosen_font(option.font) if chosen else option.font)
        painter.setPen(QColor(color("primary" if chosen else "text")))
        room = QRectF(frame.x() + 40, frame.y(), self._room(int(frame.width()), option, line), frame.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), line.title)
        painter.setFont(option.font)
        painter.setPen(QColor(color("danger" if line.progress == Progress.WRONG else "muted")))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(frame.adjusted(0, 0, -10, 0), int(right), line.count)

    def _room(self, width: int, option: QStyleOptionViewItem, line: SectionLine) -> int:
        return width - 40 - 18 - option.fontMetrics.horizontalAdvance(line.count)


def _chosen_font(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


class SectionList(QWidget):
    """``chosen`` carries the number of the page a person picked."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("section_list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.caption = QLabel(self)
        self.caption.setObjectName("field")
        self.total = QLabel(self)
        self.total.setObjectName("muted")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.model = SectionModel(self)
        self.delegate = SectionDelegate(self)
        self.view = QListView(self)
        self.view.setObjectName("sections")
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._lay_out()
        self.set_narrow(False)

    def show_sections(self, lines: list[SectionLine], answered: int, questions: int, texts: Texts) -> None:
        """Show how far everything is filled."""
        number = self.view.currentIndex().row()
        self.model.show_lines(lines, texts)
        for row, line in enumerate(lines):
            self.view.setRowHidden(row, not line.relevant)
        self.caption.setText(texts.say("form_view.progress.title"))
        self.view.setAccessibleName(texts.say("form_view.sections"))
        share = round(100 * answered / questions) if questions else 0
        self.total.setText(texts.say("form_view.total", answered=answered, questions=questions, share=share))
        self.bar.setValue(share)
        self.bar.setAccessibleName(f"{self.caption.text()}: {self.total.text()}")
        if self.view.currentIndex().row() != number:
            self.show_chosen(number)

    def show_chosen(self, number: int) -> None:
        """Mark the page in view, without choosing it again."""
        if 0 <= number != self.view.currentIndex().row():
            self.view.selectionModel().blockSignals(True)
            self.view.setCurrentIndex(self.model.index(number))
            self.view.selectionModel().blockSignals(False)
            self.view.viewport().update()

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or names too."""
        self.delegate.narrow = narrow
        self.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)
        bars = Qt.ScrollBarPolicy
        self.view.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if narrow else bars.ScrollBarAsNeeded)
        for widget in (self.caption, self.total):
            widget.setVisible(not narrow)
        self.view.doItemsLayout()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 7, 8)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self.caption)
        row.addStretch()
        row.addWidget(self.total)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row())
