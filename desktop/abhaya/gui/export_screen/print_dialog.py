"""Chooses a printer and sends the pages, one after the other, with a way to stop."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from abhaya.gui.export_screen.printing import open_printer, print_pages
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.page_source import PageSource
from abhaya.texts import Texts


class PrintDialog(QDialog):
    """``outcome`` is the kind and words of a notice, () when nothing was sent."""

    def __init__(self, parent: QWidget, texts: Texts, printers: tuple[str, ...], source: PageSource) -> None:
        super().__init__(parent)
        self._texts = texts
        self._source = source
        self._stopped = False
        self.outcome: tuple[str, str] | tuple[()] = ()
        say = texts.say
        self.setWindowTitle(say("export_screen.print"))
        self.setMinimumWidth(420)
        name = label(self, "h2", say("export_screen.choose_printer"))
        self.printer = QComboBox(self)
        self.printer.addItems(list(printers))
        self.printer.setAccessibleName(name.text())
        self._doing = label(self, "muted")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.start = button(self, "primary", self._on_print, say("export_screen.print"), "printer")
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(self, "plain", self.reject, say("window.cancel")))
        row.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for piece in (name, self.printer, self._doing, self.bar):
            column.addWidget(piece)
        column.addLayout(row)

    def reject(self) -> None:
        """Stops the pages that are still to come."""
        self._stopped = True
        super().reject()

    def _on_print(self) -> None:
        name = self.printer.currentText()
        self.start.setEnabled(False)
        self.bar.show()
        sent = print_pages(open_printer(name), self._source, self._on_page)
        if sent:
            words = self._texts.say("export_screen.printed", pages=self._source.count, printer=name)
            self.outcome = ("ok", words)
        elif not self._stopped:
            self.outcome = ("warn", self._texts.say("export_screen.printer_failed"))
        self.accept()

    def _on_page(self, done: int, total: int) -> bool:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._doing.setText(self._texts.say("export_screen.printing", done=done, total=total))
        QCoreApplication.processEvents()
        return not self._stopped
