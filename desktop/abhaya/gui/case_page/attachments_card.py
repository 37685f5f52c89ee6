"""The photos and papers of a case; pictures are shown only when asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from abhaya.cases.media_type import kind_of
from abhaya.gui.icons import picture
from abhaya.gui.screen import Spoken, Surroundings
from abhaya.gui.shown import in_both_calendars, kind_shown, moment_shown
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.card import Card
from abhaya.gui.widgets.emptying import empty
from abhaya.gui.widgets.label import label
from abhaya.texts import Texts
from abhaya.workflows.desk import INDIA, Deed
from abhaya.workflows.open_case import AttachmentLine

THUMBNAIL = 64
"""Side of a small picture in device-independent pixels."""

_ICONS = {"image": "image", "pdf": "file-text", "audio": "mic", "video": "video"}


class AttachmentsCard(Card, Spoken):
    """``opened`` and ``copy_wanted`` carry an attachment line; ``pictures_wanted`` asks for small pictures.

    Whoever passes by an open screen must not see the photo of a rescued person, and each look at an
    original stands in its chain of custody: so nothing is decrypted until somebody asks.
    """

    opened = Signal(object)
    copy_wanted = Signal(object)
    pictures_wanted = Signal()

    def __init__(self, parent: QWidget, around: Surroundings) -> None:
        super().__init__(parent)
        self._around = around
        self._marks: dict[str, QLabel] = {}
        self._lines: tuple[AttachmentLine, ...] = ()
        self.pictures_shown = False
        self.toggle = button(self, "quiet", self._on_toggle, picture="eye")
        self.header.addWidget(self.toggle)
        self.bind(self.heading.setText, "case_page.attachments.heading")

    def show_attachments(self, lines: tuple[AttachmentLine, ...]) -> None:
        """Fill the card anew, with icons in place of pictures."""
        empty(self.content)
        self._lines = lines
        self._marks = {}
        self.pictures_shown = False
        if not lines:
            self.content.addWidget(label(self, "muted", self._say("none"), wrap=True))
        for line in lines:
            self.content.addWidget(self._row(line))
        self._show_toggle()

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._show_toggle()

    def show_picture(self, attachment_id: str, small: QPixmap) -> None:
        """Put a small picture in place of an icon."""
        if self.pictures_shown and attachment_id in self._marks:
            self._marks[attachment_id].setPixmap(small)

    def _say(self, key: str, **values: object) -> str:
        return self._around.texts.say(f"case_page.attachments.{key}", **values)

    def _show_toggle(self) -> None:
        self.toggle.setText(self._say("hide" if self.pictures_shown else "show"))
        self.toggle.setVisible(bool(self._lines))

    def _on_toggle(self) -> None:
        self.pictures_shown = not self.pictures_shown
        self._show_toggle()
        if self.pictures_shown:
            self.pictures_wanted.emit()
        else:
            for line in self._lines:
                self._marks[line.attachment.id].setPixmap(_icon(line))

    def _row(self, line: AttachmentLine) -> QFrame:
        attachment = line.attachment
        row = QFrame(self)
        row.setObjectName("row")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 10, 0, 2)
        across.setSpacing(12)
        mark = QLabel(row)
        mark.setObjectName("thumbnail")
        mark.setFixedSize(THUMBNAIL, THUMBNAIL)
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark.setPixmap(_icon(line))
        self._marks[attachment.id] = mark
        across.addWidget(mark)
        across.addLayout(self._words(row, line), 1)
        across.addWidget(self._deed(row, line))
        return row

    def _deed(self, row: QFrame, line: AttachmentLine) -> QPushButton:
        """Pictures and papers are looked at here; sound and film are played elsewhere."""
        here = kind_of(line.attachment.media_type) in ("image", "pdf")
        signal, key = (self.opened, "look") if here else (self.copy_wanted, "copy")
        made = button(row, "plain", lambda: signal.emit(line), self._say(key))
        made.setAccessibleName(self._say(f"{key}_of", code=line.attachment.code))
        made.setVisible(here or self._around.desk.may(Deed.EXPORT_BUNDLE))
        return made

    def _words(self, row: QFrame, line: AttachmentLine) -> QVBoxLayout:
        attachment = line.attachment
        column = QVBoxLayout()
        column.setSpacing(2)
        name = self._around.desk.name_of(attachment.added_by)
        at, texts = attachment.added_at, self._around.texts
        day = at.astimezone(INDIA).date()
        when = in_both_calendars(moment_shown(at, self._around.clock(), texts), day, texts)
        caption = f"{attachment.code}  {line.label.caption}".strip()
        column.addWidget(label(row, "field", caption, wrap=True))
        column.addWidget(label(row, "muted", kind_shown(line.attachment, self._around.texts), wrap=True))
        added = label(row, "muted", self._say("added", name=name, when=when), wrap=True)
        added.setToolTip(self._say("fingerprint", hash=attachment.sha256))
        column.addWidget(added)
        column.addStretch()
        return column


def _icon(line: AttachmentLine) -> QPixmap:
    return picture(_ICONS[kind_of(line.attachment.media_type)], "muted", 28)
