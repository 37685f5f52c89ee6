"""Words copied out of the program: kept out of clipboard histories, and taken back in time."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

_KDE = "x-kde-passwordManagerHint"  # also heeded by the clipboard managers of other desktops
_WINDOWS = 'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'


class CopiedWords(QObject):
    """Watches the clipboard for what this program puts there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._keep_out_of_histories)

    def clear(self) -> None:
        """Empty the clipboard, and the selection that the middle mouse button pastes."""
        self._clipboard.clear()
        self._clipboard.clear(QClipboard.Mode.Selection)

    def take_back(self) -> None:
        """Empty what holds words of this program, and leave what others have copied."""
        if self._clipboard.ownsClipboard():
            self._clipboard.clear()
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _keep_out_of_histories(self) -> None:
        text = self._clipboard.text()
        if not text or not self._clipboard.ownsClipboard() or self._clipboard.mimeData().hasFormat(_KDE):
            return
        marked = QMimeData()
        marked.setText(text)
        marked.setData(_KDE, b"secret")
        marked.setData(_WINDOWS, b"\0" * 4)
        self._clipboard.setMimeData(marked)
