"""Every question the window asks in a box of its own; tests answer through the same seam."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.message_box import MessageBox
from abhaya.texts import Texts


class Dialogs:
    """The real boxes.  Texts are finished sentences in the language of ``texts``."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def inform(self, parent: QWidget, title: str, text: str, icon: str = "info") -> None:
        """Say something that needs only "OK"."""
        MessageBox(parent, title, text, (self.texts.say("window.ok"),), icon).exec()

    def explain(self, parent: QWidget, error: AbhayaError) -> None:
        """Say what went wrong, that nothing was lost and what to do next."""
        self.inform(parent, self.texts.say("window.not_done"), self.texts.explain(error), "triangle-alert")

    def ask(
        self, parent: QWidget, title: str, text: str, yes: str, no: str = "", icon: str = "circle-help"
    ) -> bool:
        """Ask a question; ``yes`` and ``no`` name what the buttons do.  Escape means no."""
        box = MessageBox(parent, title, text, (no or self.texts.say("window.cancel"), yes), icon)
        return bool(box.exec())

    def choose_files(self, parent: QWidget, title: str, kinds: str) -> tuple[Path, ...]:
        """Return the chosen files, () when the person changed their mind; ``kinds`` as ``Name (*.a *.b)``."""
        box = self._file_box(parent, title, kinds)
        box.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return tuple(Path(name) for name in box.selectedFiles()) if box.exec() else ()

    def choose_place(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        """Return where to save; asks before an existing file is replaced."""
        box = self._file_box(parent, title, kinds)
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setDirectory(str(suggested.parent))
        box.selectFile(suggested.name)
        box.setDefaultSuffix(suggested.suffix.lstrip("."))
        return Path(box.selectedFiles()[0]) if box.exec() else None

    def choose_folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Return a chosen folder."""
        box = self._file_box(parent, title, "")
        box.setFileMode(QFileDialog.FileMode.Directory)
        box.setDirectory(str(start))
        return Path(box.selectedFiles()[0]) if box.exec() else None

    def _file_box(self, parent: QWidget, title: str, kinds: str) -> QFileDialog:
        box = QFileDialog(parent, title)
        # Qt's own box, not the desktop's: the lock can cover it and the desktop's list of recent
        # files never learns what a station handles.
        box.setOption(QFileDialog.Option.DontUseNativeDialog)
        if kinds:
            box.setNameFilter(kinds)
        return box
