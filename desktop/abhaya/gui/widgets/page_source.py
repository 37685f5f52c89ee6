"""Pages of a PDF or a photo, drawn from bytes in memory; nothing of them ever touches the disk."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader

POINTS_PER_INCH = 72
_SCREEN_DOTS = 96  # a photo at 100 % has this many pixels to the inch


class PageSource(Protocol):
    """``size`` of a page in points (1/72 inch); ``image`` at ``scale`` pixels per point."""

    @property
    def count(self) -> int: ...

    def size(self, page: int) -> QSizeF: ...

    def image(self, page: int, scale: float) -> QImage: ...


class PdfPages:
    """The pages of a PDF.  Raises ValueError for bytes that PDFium cannot open."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # loading the library takes longer than showing a screen

        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise ValueError("not a readable PDF") from error

    @property
    def count(self) -> int:
        return len(self._document)

    def size(self, page: int) -> QSizeF:
        return QSizeF(*self._document.get_page_size(page))

    def image(self, page: int, scale: float) -> QImage:
        drawn = self._document[page]
        bitmap = drawn.render(scale=scale, prefer_bgrx=True)
        image = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32
        ).copy()  # the buffer goes with the bitmap
        bitmap.close()
        drawn.close()
        return image


class PhotoPage:
    """A photo as a single page, turned the way the camera was held.  Raises ValueError if it is none.

    It is decoded to at most ``limit`` pixels a side: more than a screen shows only costs memory.
    """

    count = 1

    def __init__(self, data: bytes, limit: int = 2400) -> None:
        held = QByteArray(data)
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        pixels = reader.size()
        if max(pixels.width(), pixels.height()) > limit:
            reader.setScaledSize(pixels.scaled(limit, limit, Qt.AspectRatioMode.KeepAspectRatio))
        self._image = reader.read()
        if self._image.isNull():
            raise ValueError("not a readable photo")

    def size(self, page: int) -> QSizeF:
        return QSizeF(self._image.size()) * (POINTS_PER_INCH / _SCREEN_DOTS)

    def image(self, page: int, scale: float) -> QImage:
        return self._image.scaled(
            (self.size(page) * scale).toSize(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
