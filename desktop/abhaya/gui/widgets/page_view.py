"""Shows pages one below the other, drawing only what is in view and its neighbours."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from abhaya.gui.palette import color
from abhaya.gui.widgets.page_source import POINTS_PER_INCH, PageSource

_GAP = 14
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_DOTS = 96  # pixels per inch at zoom 1


class PageView(QAbstractScrollArea):
    """``page_shown`` carries the number of the page in the middle, from 1."""

    page_shown = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._source: PageSource | None = None
        self._tops: list[int] = []
        self._images: dict[int, QImage] = {}
        self._zoom: float | None = None  # None: as wide as the view
        self._page = 0
        self._ahead = QTimer(self, singleShot=True, interval=60)
        self._ahead.timeout.connect(self._draw_neighbours)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_pages(self, source: PageSource | None) -> None:
        """Show other pages from the first one on; None shows nothing."""
        self._source = source
        self._measure()
        self.verticalScrollBar().setValue(0)
        self._on_scrolled()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._source.count if self._source else 0

    @property
    def drawn(self) -> frozenset[int]:
        """The pages held as images now, from 0."""
        return frozenset(self._images)

    def go_to(self, page: int) -> None:
        """Bring page ``page`` (from 1) to the top."""
        if 1 <= page <= self.count:
            self.verticalScrollBar().setValue(self._tops[page - 1] - _GAP)

    def fit_width(self) -> None:
        """Make pages as wide as the view."""
        self._set_zoom(None)

    def zoom_in(self) -> None:
        """The next larger size."""
        self._set_zoom(next((z for z in _ZOOMS if z > self._factor() + 0.01), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """The next smaller size."""
        self._set_zoom(next((z for z in reversed(_ZOOMS) if z < self._factor() - 0.01), _ZOOMS[0]))

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(color("line")))
        for page in self._visible():
            box = self._box(page)
            painter.fillRect(box, QColor(color("surface")))
            painter.drawImage(box.topLeft(), self._image(page))
        self._ahead.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page, within = self._place()
        self._measure()
        self._return_to(page, within)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        jumps = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in jumps:
            bar.setValue(jumps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        else:
            super().keyPressEvent(event)

    # -- inside

    def _factor(self) -> float:
        if self._zoom is not None or not self.count:
            return self._zoom or 1.0
        assert self._source is not None
        widest = max(self._source.size(page).width() for page in range(min(self.count, 50)))
        room = max(80, self.viewport().width() - 2 * _GAP)
        return room / (widest * _DOTS / POINTS_PER_INCH)

    def _set_zoom(self, zoom: float | None) -> None:
        page, within = self._place()
        self._zoom = zoom
        self._measure()
        self._return_to(page, within)

    def _measure(self) -> None:
        self._images.clear()
        self._scale = self._factor() * _DOTS / POINTS_PER_INCH
        self._sizes, self._tops, bottom, widest = [], [], _GAP, 0
        for page in range(self.count):
            assert self._source is not None
            size = (self._source.size(page) * self._scale).toSize()
            self._sizes.append(size)
            self._tops.append(bottom)
            bottom += size.height() + _GAP
            widest = max(widest, size.width())
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, bottom - self.viewport().height()))
        down.setPageStep(self.viewport().height() - 40)
        down.setSingleStep(40)
        across.setRange(0, max(0, widest + 2 * _GAP - self.viewport().width()))
        across.setPageStep(self.viewport().width())
        self.viewport().update()

    def _place(self) -> tuple[int, float]:
        if not self._tops:
            return 0, 0.0
        top = self.verticalScrollBar().value()
        page = max(0, bisect_right(self._tops, top) - 1)
        return page, (top - self._tops[page]) / max(1, self._sizes[page].height())

    def _return_to(self, page: int, within: float) -> None:
        if self._tops:
            self.verticalScrollBar().setValue(round(self._tops[page] + within * self._sizes[page].height()))

    def _visible(self) -> range:
        if not self._tops:
            return range(0)
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, top + self.viewport().height())
        return range(first, last)

    def _box(self, page: int) -> QRect:
        size = self._sizes[page]
        left = max(_GAP, (self.viewport().width() - size.width()) // 2)
        at = QRect(left, self._tops[page], size.width(), size.height())
        return at.translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _image(self, page: int) -> QImage:
        if page not in self._images:
            assert self._source is not None
            ratio = self.devicePixelRatioF()
            image = self._source.image(page, self._scale * ratio)
            image.setDevicePixelRatio(ratio)
            self._images[page] = image
        return self._images[page]

    def _draw_neighbours(self) -> None:
        seen = self._visible()
        near = range(max(0, seen.start - 1), min(self.count, seen.stop + 1))
        for page in set(self._images) - set(near):
            del self._images[page]
        for page in near:
            self._image(page)

    def _on_scrolled(self) -> None:
        if not self._tops:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = max(1, bisect_right(self._tops, middle))
        if page != self._page:
            self._page = page
            self.page_shown.emit(page)
