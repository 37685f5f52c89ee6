"""The left column: which copy, which language, which records and attachments."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from abhaya.cases.bundle import BundlePlan, Copy
from abhaya.cases.record import RecordStatus
from abhaya.gui.screen import Spoken, Surroundings
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.language_bar import LANGUAGE_NAMES
from abhaya.gui.widgets.wrapped_check import WrappedCheck
from abhaya.texts import Texts
from abhaya.workflows.open_case import CaseFile
from abhaya_forms.court_bundle import on_request
from abhaya_forms.tables import term_label


class BundleChoice(QWidget, Spoken):
    """``changed`` after every choice; ``plan`` is what is chosen now, in the order it is printed.

    What a court is given only on request is not ticked from the start, and says why.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, around: Surroundings, everything: BundlePlan, case: CaseFile) -> None:
        super().__init__(parent)
        self._around = around
        self._everything = everything
        self._case = case
        self._on_request = {line.record.id for line in case.records if on_request(line.record.form_id)}
        self._records: dict[str, WrappedCheck] = {}
        self._attachments: dict[str, WrappedCheck] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.copy = self._combo("copy")
        for kind in Copy:
            self.copy.addItem("", kind)
        self.language = self._combo("language")
        for language, name in LANGUAGE_NAMES.items():
            self.language.addItem(name, language)
        self.language.setCurrentIndex(self.language.findData(everything.language))
        for combo in (self.copy, self.language):
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._add_contents()

    @property
    def plan(self) -> BundlePlan:
        """The plan of what is ticked."""
        return replace(
            self._everything,
            copy=Copy(self.copy.currentData()),
            language=self.language.currentData(),
            record_ids=tuple(id_ for id_, box in self._records.items() if box.box.isChecked()),
            attachment_ids=tuple(id_ for id_, box in self._attachments.items() if box.box.isChecked()),
        )

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        for index in range(self.copy.count()):
            kind = Copy(self.copy.itemData(index))
            self.copy.setItemText(index, texts.say(f"export_screen.copy_name.{kind.value}"))
        for line in self._case.records:
            if line.record.id in self._records:
                title = line.titles.get(texts.language) or line.record.form_id
                words = texts.say("export_screen.record", title=title, number=line.record.number)
                if line.record.id in self._on_request:
                    words += "\n" + term_label("court_bundle", line.record.form_id, texts.language)
                self._records[line.record.id].say(words)
        for attached in self._case.attachments:
            words = texts.say(
                "export_screen.attachment", code=attached.attachment.code, caption=attached.label.caption
            )
            self._attachments[attached.attachment.id].say(words.strip())
        drafts = sum(line.record.status is RecordStatus.DRAFT for line in self._case.records)
        key = "drafts_one" if drafts == 1 else "drafts"
        self._left_out.setText(texts.say(f"export_screen.{key}", count=drafts))
        self._left_out.setVisible(drafts > 0)

    def _combo(self, key: str) -> QComboBox:
        name, combo = label(self, "field"), QComboBox(self)
        name.setBuddy(combo)
        self.bind(name.setText, f"export_screen.{key}")
        self.bind(combo.setAccessibleName, f"export_screen.{key}")
        self._column.addWidget(name)
        self._column.addWidget(combo)
        self._column.addSpacing(6)
        return combo

    def _add_contents(self) -> None:
        heading = label(self, "field")
        self.bind(heading.setText, "export_screen.contents")
        self._column.addWidget(heading)
        for boxes, ids in (
            (self._records, self._everything.record_ids),
            (self._attachments, self._everything.attachment_ids),
        ):
            for id_ in ids:
                box = WrappedCheck(self)
                box.box.setChecked(id_ not in self._on_request)
                box.toggled.connect(lambda _on: self.changed.emit())
                boxes[id_] = box
                self._column.addWidget(box)
        self._left_out = label(self, "muted", wrap=True)
        self._column.addWidget(self._left_out)
