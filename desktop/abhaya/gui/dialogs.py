"""Every question the window asks in a box of its own; tests answer through the same seam."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, QStorageInfo, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import delete

from abhaya.errors import AbhayaError
from abhaya.gui.message_box import MessageBox
from abhaya.gui.unasked_box import UnaskedBox
from abhaya.texts import Texts


class Dialogs:
    """The real boxes.  Texts are finished sentences in the language of ``texts``."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._folder = Path.home()  # where files were chosen last, until the program ends

    def inform(self, parent: QWidget, title: str, text: str, icon: str = "info") -> None:
        """Say something that needs only "OK"."""
        MessageBox(parent, title, text, (self.texts.say("window.ok"),), icon).exec()

    def explain(self, parent: QWidget, error: AbhayaError) -> None:
        """Say what went wrong, that nothing was lost and what to do next."""
        self.inform(parent, self.texts.say("window.not_done"), self.texts.explain(error), "triangle-alert")

    def interrupt(self, parent: QWidget, error: AbhayaError) -> None:
        """Explain what went wrong by itself, while the person may be typing."""
        words = self.texts.say("window.not_done"), self.texts.explain(error), self.texts.say("window.ok")
        UnaskedBox(parent, *words, "triangle-alert").exec()

    def ask(
        self, parent: QWidget, title: str, text: str, yes: str, no: str = "", icon: str = "circle-help"
    ) -> bool:
        """Ask a question; ``yes`` and ``no`` name what the buttons do.  Escape means no."""
        box = MessageBox(parent, title, text, (no or self.texts.say("window.cancel"), yes), icon)
        return bool(box.exec())

    def choose_files(self, parent: QWidget, title: str, kinds: str) -> tuple[Path, ...]:
        """Return the chosen files, () when the person changed their mind; ``kinds`` as ``Name (*.a *.b)``."""
        with _file_box(parent, title) as box:
            box.setNameFilter(kinds)
            box.setFileMode(QFileDialog.FileMode.ExistingFiles)
            box.setDirectory(str(self._folder))
            chosen = tuple(Path(name) for name in box.selectedFiles()) if box.exec() else ()
        self._folder = chosen[0].parent if chosen else self._folder
        return chosen

    def choose_place(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        """Return where to save; asks before an existing file is replaced."""
        with _file_box(parent, title) as box:
            box.setNameFilter(kinds)
            box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            box.setDirectory(str(suggested.parent))
            box.selectFile(suggested.name)
            box.setDefaultSuffix(suggested.suffix.lstrip("."))
            return Path(box.selectedFiles()[0]) if box.exec() else None

    def choose_folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Return a chosen folder."""
        with _file_box(parent, title) as box:
            box.setFileMode(QFileDialog.FileMode.Directory)
            box.setDirectory(str(start))
            return Path(box.selectedFiles()[0]) if box.exec() else None


@contextmanager
def _file_box(parent: QWidget, title: str) -> Iterator[QFileDialog]:
    box = QFileDialog(parent, title)
    # Qt's own box, not the desktop's: the lock can cover it and the desktop's list of recent files
    # never learns what a station handles.
    box.setOption(QFileDialog.Option.DontUseNativeDialog)
    box.setOption(QFileDialog.Option.HideNameFilterDetails)
    box.setSidebarUrls([QUrl.fromLocalFile(str(place)) for place in _places()])
    try:
        yield box
    finally:
        delete(box)  # now, since it notes the visited folders when it goes
        QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")


def _places() -> list[Path]:
    """The usual folders, then sticks and disks that are connected."""
    kinds = (
        QStandardPaths.StandardLocation.HomeLocation,
        QStandardPaths.StandardLocation.DesktopLocation,
        QStandardPaths.StandardLocation.DocumentsLocation,
    )
    usual = [Path(QStandardPaths.writableLocation(kind)) for kind in kinds]
    sticks = [Path(volume.rootPath()) for volume in QStorageInfo.mountedVolumes() if _is_stick(volume)]
    return list(dict.fromkeys(place for place in usual + sticks if place.is_dir()))


def _is_stick(volume: QStorageInfo) -> bool:
    return volume.isReady() and (
        volume.rootPath().startswith(("/media/", "/run/media/", "/mnt/")) or volume.rootPath()[1:2] == ":"
    )
