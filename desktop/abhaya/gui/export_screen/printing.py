"""Sends the pages to a printer as pictures, the way they are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from abhaya.gui.widgets.page_source import POINTS_PER_INCH, PageSource

_DOTS = 300


def printer_names() -> tuple[str, ...]:
    """Return the printers this computer knows, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))


def open_printer(name: str) -> QPrinter:
    """Return the printer called ``name``, set to A4 without margins of its own: the pages have theirs."""
    printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setResolution(_DOTS)
    printer.setFullPage(True)
    return printer


def print_pages(printer: QPrinter, source: PageSource, progress: Callable[[int, int], bool]) -> bool:
    """Print every page; False when the printer refused or ``progress(done, total)`` asked to stop."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for page in range(source.count):
            if page and not printer.newPage():
                return False
            image = source.image(page, _DOTS / POINTS_PER_INCH)
            painter.drawImage(painter.viewport(), image)
            if not progress(page + 1, source.count):
                printer.abort()
                return False
    finally:
        painter.end()
    return True
