"""Originals of a case, read into memory off the window's thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from abhaya.cases.attachment import Attachment
from abhaya.cases.media_type import kind_of
from abhaya.errors import AbhayaError
from abhaya.gui.screen import Surroundings
from abhaya.gui.widgets.page_source import PageSource, PdfPages, PhotoPage
from abhaya.workflows.attach_file import open_attachment
from abhaya.workflows.desk import Desk


def original(desk: Desk, attachment: Attachment) -> bytes:
    """Return the original bytes; the look is noted in the chain of custody."""
    with open_attachment(desk, attachment.id) as stream:
        return stream.read()


def pages_of(attachment: Attachment, data: bytes) -> PageSource:
    """Return what a viewer shows; raises ValueError when it cannot be drawn."""
    return PhotoPage(data) if kind_of(attachment.media_type) == "image" else PdfPages(data)


def small_photo(desk: Desk, attachment: Attachment, side: int) -> QImage:
    """Return a photo made small; a null image when it cannot be drawn."""
    try:
        page = PhotoPage(original(desk, attachment), side)
    except ValueError:
        return QImage()
    return page.image(0, 96 / 72)


def read_small_photo(
    receiver: QWidget,
    around: Surroundings,
    attachment: Attachment,
    side: int,
    show: Callable[[QPixmap], object],
    failed: Callable[[AbhayaError], object],
) -> None:
    """Read a photo aside and ``show`` it within a square of ``side`` device-independent pixels."""
    desk, ratio = around.desk, receiver.devicePixelRatioF()

    def shown(image: QImage) -> None:
        if not image.isNull():
            show(pixmap_within(image, side, ratio))

    around.background.run(lambda _report: small_photo(desk, attachment, side * 3), receiver, shown, failed)


def pixmap_within(image: QImage, side: int, ratio: float) -> QPixmap:
    """Return ``image`` fitted into a square of ``side`` device-independent pixels."""
    pixels = round(side * ratio)
    fitted = image.scaled(
        pixels, pixels, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    pixmap = QPixmap.fromImage(fitted)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
