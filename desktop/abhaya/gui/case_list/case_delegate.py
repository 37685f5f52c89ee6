"""Draws drafts, sealed records and what is due as small chips."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from abhaya.gui.case_list.case_model import LINE_ROLE, CaseModel, Column
from abhaya.gui.palette import color

_INKS = {
    "draft": ("warn_soft", "warn"),
    "sealed": ("ok_soft", "ok"),
    "overdue": ("danger_soft", "danger"),
    "near": ("warn_soft", "warn"),
    "running": ("primary_soft", "primary"),
}
_DRAWN = (Column.FORMS, Column.DUE_AT)
_PAD = 10
_GAP = 6


class CaseDelegate(QStyledItemDelegate):
    """Everything but the columns of chips is drawn by Qt."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.column() not in _DRAWN:
            super().paint(painter, option, index)
            return
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        style = QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, option.widget)
        line = index.data(LINE_ROLE)
        model = index.model()
        assert isinstance(model, CaseModel)
        if line is not None:
            self._chips(painter, option, model.chips(line, index.column()))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(8, 16)

    def _chips(self, painter: QPainter, option: QStyleOptionViewItem, chips: list[tuple[str, str]]) -> None:
        rect, metrics = QRectF(option.rect), QFontMetricsF(option.font)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, left = metrics.height() + 4, rect.left() + 8
        for words, kind in chips:
            ground, ink = _INKS[kind]
            width = metrics.horizontalAdvance(words) + 2 * _PAD
            box = QRectF(left, rect.center().y() - height / 2, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color(ground)))
            painter.drawRoundedRect(box, height / 2, height / 2)
            painter.setPen(QColor(color(ink)))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            left += width + _GAP
        painter.restore()
