"""One case: what happened, who is in it, its forms and its attachments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from abhaya.cases.clock import Clock
from abhaya.cases.media_type import kind_of
from abhaya.errors import AbhayaError
from abhaya.gui.attach.attach_dialog import AttachDialog
from abhaya.gui.background import Report
from abhaya.gui.case_page.attachments_card import THUMBNAIL, AttachmentsCard
from abhaya.gui.case_page.clocks_card import ClocksCard
from abhaya.gui.case_page.forms_card import FormsCard
from abhaya.gui.case_page.newer_form import open_filling
from abhaya.gui.case_page.people_card import PeopleCard
from abhaya.gui.case_page.pictures import read_small_photo
from abhaya.gui.case_page.summary_card import SummaryCard
from abhaya.gui.case_page.title_bar import TitleBar
from abhaya.gui.screen import Screen, Surroundings
from abhaya.gui.theme import scaled, text_size
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.texts import Texts
from abhaya.workflows.case_clocks import case_clocks, note_deadline
from abhaya.workflows.desk import Deed
from abhaya.workflows.drop_draft import drop_draft
from abhaya.workflows.open_case import AttachmentLine, CaseFile, change_summary, read_case
from abhaya.workflows.seal_record import correct_record

_TWO_COLUMNS = 860  # pixels of page width, at text of usual size, from which the cards stand in two columns


class CasePageScreen(Screen):
    """``filling_wanted`` carries a Filling, ``export_wanted`` the case id."""

    left = Signal()
    filling_wanted = Signal(object)
    export_wanted = Signal(str)

    def __init__(self, around: Surroundings, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.setAcceptDrops(True)
        self._case_id = case_id
        self._file: CaseFile | None = None
        self._clocks: tuple[Clock, ...] = ()
        may = around.desk.may
        fill, attach, export = (may(d) for d in (Deed.FILL_FORM, Deed.ATTACH_FILE, Deed.EXPORT_BUNDLE))
        self.top = TitleBar(self, may_fill=fill, may_attach=attach, may_export=export)
        self.top.left.connect(self.left)
        self.top.fill_wanted.connect(self.choose_form)
        self.top.attach_wanted.connect(self.attach)
        self.top.export_wanted.connect(lambda: self.export_wanted.emit(case_id))
        self.top.fir_wanted.connect(self.name_fir)
        self.top.statistics_wanted.connect(self.offer_statistics)
        self.notice = Notice(self)
        page = ScrollPage(self)
        self.summary = SummaryCard(
            page, lambda text: change_summary(around.desk, case_id, text), may(Deed.CHANGE_CASE)
        )
        self.clocks = ClocksCard(page, around)
        self.clocks.counting_wanted.connect(self.decide_bail)
        self.people = PeopleCard(page)
        self.forms = FormsCard(page, around)
        self.forms.opened.connect(self.open_record)
        self.forms.correction_wanted.connect(self.correct)
        self.forms.drop_wanted.connect(self.drop)
        self.attachments = AttachmentsCard(page, around)
        self.attachments.opened.connect(self.look)
        self.attachments.copy_wanted.connect(self.save_copy)
        self.attachments.pictures_wanted.connect(self._read_pictures)
        self._lay_out(page)

    # -- what the window calls

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        may = self.around.desk.may
        offered: dict[str, Callable[[], object]] = {
            "back": self.left.emit,
            "save": self.save_now,
            "refresh": self.arrive,
        }
        for name, deed, do in (
            ("fill_form", Deed.FILL_FORM, self.choose_form),
            ("attach", Deed.ATTACH_FILE, self.attach),
            ("edit", Deed.CHANGE_CASE, self.summary.begin),
            ("export", Deed.EXPORT_BUNDLE, lambda: self.export_wanted.emit(self._case_id)),
        ):
            if may(deed):
                offered[name] = do
        return offered

    def arrive(self) -> None:
        """Read the case again; Return goes on with what was begun last."""
        self._read()
        (self.forms.next_button or self.top.first_button).setFocus()

    def leave(self) -> bool:
        self._try(self.summary.finish)
        return not self.summary.unsaved

    def save_now(self) -> None:
        self._try(self.summary.keep)

    @property
    def unsaved(self) -> bool:
        return self.summary.unsaved

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        for part in (self.top, self.summary, self.clocks, self.people, self.forms, self.attachments):
            part.retranslate(texts)
        self._show()

    # -- what a person does here

    def choose_form(self) -> None:
        """Choose a form and begin to fill it."""
        from abhaya.gui.case_page.form_choice_dialog import FormChoiceDialog

        dialog = FormChoiceDialog(self, self.around, self._case_id)
        if dialog.exec() and dialog.filling is not None:
            self.filling_wanted.emit(dialog.filling)

    def open_record(self, record_id: str) -> None:
        """Go on with a draft, or read a sealed form."""
        self._try(lambda: self.filling_wanted.emit(open_filling(self, self.around, record_id)))

    def correct(self, record_id: str) -> None:
        """Begin the next version of a sealed form."""
        say = self.around.texts.say
        title, words = say("case_page.forms.correct_title"), say("case_page.forms.correct_words")
        if self.around.dialogs.ask(self, title, words, say("case_page.forms.correct_do")):
            self._try(lambda: self.filling_wanted.emit(correct_record(self.around.desk, record_id)))

    def drop(self, record_id: str) -> None:
        """Forget a draft in which nobody has written anything."""
        say = self.around.texts.say
        title, words = say("case_page.forms.drop_title"), say("case_page.forms.drop_words")
        if self.around.dialogs.ask(self, title, words, say("case_page.forms.drop")):
            self._try(lambda: drop_draft(self.around.desk, record_id))
            self.arrive()

    def attach(self, paths: tuple[Path, ...] = ()) -> None:
        """Keep photos, papers and recordings with the case."""
        dialog = AttachDialog(self, self.around, self._case_id, paths)
        dialog.exec()
        if dialog.attached:
            self._read()

    def decide_bail(self) -> None:
        """Decide how the days to default bail are counted."""
        from abhaya.gui.case_page.bail_dialog import BailDialog

        if BailDialog(self, self.around, self._case_id).exec():
            self._read_clocks()

    def offer_statistics(self) -> None:
        """Save a copy for statistics, without who anybody is."""
        from abhaya.gui.case_page.statistics_offer import offer_statistics

        assert self._file is not None
        offer_statistics(self, self.around, self._case_id, self._file.case.number, self.notice)

    def name_fir(self) -> None:
        """Write down the number of the FIR."""
        from abhaya.gui.case_page.fir_dialog import ask_fir_number

        assert self._file is not None
        self._try(partial(ask_fir_number, self, self.around, self._file.case, self.notice, self._read))

    def look(self, line: AttachmentLine) -> None:
        """Show one original."""
        from abhaya.gui.case_page.attachment_viewer import AttachmentViewer

        AttachmentViewer(self, self.around, line).exec()

    def save_copy(self, line: AttachmentLine) -> None:
        """Give out a copy of a recording, after a warning."""
        from abhaya.gui.case_page.copy_offer import offer_copy

        assert self._file is not None
        offer_copy(self, self.around, self._file.case.number, line, self.notice)

    # -- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.around.desk.may(Deed.ATTACH_FILE) and _files(event.mimeData().urls()):
            event.acceptProposedAction()
            self.notice.tell("info", self.around.texts.say("case_page.drop"))

    def dragLeaveEvent(self, event: QEvent) -> None:
        self.notice.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.notice.hide()
        event.acceptProposedAction()
        self.attach(_files(event.mimeData().urls()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= scaled(_TWO_COLUMNS, text_size())
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self.top.set_narrow(not wide)

    # -- inside

    def _lay_out(self, page: ScrollPage) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self.summary, self.forms)),
            (right, (self.people, self.clocks, self.attachments)),
        ):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch()
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        page.column.addLayout(self._columns)
        page.column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addWidget(self.notice)
        whole.addWidget(page, 1)

    def _read(self) -> None:
        try:
            self._file = read_case(self.around.desk, self._case_id)
        except AbhayaError as error:
            self._on_trouble(error)
            return
        self.notice.hide()
        self._show()
        self._read_clocks()

    def _read_clocks(self) -> None:
        """Reckon the clocks aside: that opens every form of the case."""
        desk, case_id = self.around.desk, self._case_id

        def work(_report: Report) -> tuple[Clock, ...]:
            found = case_clocks(desk, case_id)
            note_deadline(desk, case_id, found)
            return found

        self.around.background.run(work, self, self._show_clocks, self._on_trouble)

    def _show_clocks(self, clocks: tuple[Clock, ...]) -> None:
        self._clocks = clocks
        self.clocks.show_clocks(clocks, self.around.clock())

    def _show(self) -> None:
        if self._file is None:
            return
        self.top.show_case(self._file.case, self.around.texts)
        self.summary.show_summary(self._file.summary)
        self.people.show_people(self._file.people, self._file.spared, self.around.texts)
        self.forms.show_records(self._file.records)
        self.attachments.show_attachments(self._file.attachments)
        self._show_clocks(self._clocks)

    def _read_pictures(self) -> None:
        assert self._file is not None
        for line in self._file.attachments:
            if kind_of(line.attachment.media_type) == "image":
                show = partial(self.attachments.show_picture, line.attachment.id)
                read_small_photo(self, self.around, line.attachment, THUMBNAIL, show, self._on_trouble)

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except AbhayaError as error:
            self._on_trouble(error)

    def _on_trouble(self, error: AbhayaError) -> None:
        self.notice.tell("warn", self.around.texts.explain(error))


def _files(urls: list[QUrl]) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
