"""The unlocked part of the window: side bar and the screens of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.case_list.case_list_screen import CaseListScreen
from abhaya.gui.screen import Screen, Surroundings
from abhaya.gui.side_bar import SideBar
from abhaya.gui.theme import scaled, text_size
from abhaya.gui.widgets.notice import Notice
from abhaya.texts import Texts
from abhaya.workflows.desk import Deed

if TYPE_CHECKING:
    from abhaya.gui.form_view.form_screen import FormScreen
    from abhaya.workflows.fill_form import Filling

_SIDE_WORDS_NEED = 1000  # pixels of window width below which the side bar shows icons only
_SIDE_WIDTH = 204  # at a text size of 100 per cent
_SIDE_NARROW = 64


class DeskArea(QWidget):
    """Keeps the case list for as long as the desk is open; other screens live until they are left."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        session = around.desk.session
        demo = around.desk.station.demo
        self.side = SideBar(self, self._places(), session.display_name, session.role.value, demo)
        self.side.went.connect(self.go)
        self._place = ""
        self.notice = Notice(self)
        self._stack = QStackedWidget(self)
        self.case_list: CaseListScreen | None = None
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.notice)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)

    @property
    def screen_shown(self) -> Screen:
        """The screen in front."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Screen)
        return shown

    def retranslate(self, texts: Texts) -> None:
        """Say the side bar and every screen again."""
        self.side.retranslate(texts)
        for index in range(self._stack.count()):
            screen = self._stack.widget(index)
            assert isinstance(screen, Screen)
            screen.retranslate(texts)

    def start(self) -> None:
        """Show the first place this person may go to."""
        self.go(next(iter(self.side.places)))

    def go(self, place: str) -> None:
        """Show the place a side-bar button stands for."""
        shows = {"cases": self.show_cases, "people": self.show_people, "import_form": self.show_import_form}
        shows[place]()

    def show_cases(self) -> None:
        if self.case_list is None:
            self.case_list = CaseListScreen(self.around, self)
            self.case_list.case_chosen.connect(self.show_case)
        self._replace(self.case_list, "cases")

    def show_case(self, case_id: str) -> None:
        from abhaya.gui.case_page.case_page_screen import CasePageScreen

        page = CasePageScreen(self.around, case_id, self)
        page.left.connect(self.show_cases)
        page.filling_wanted.connect(self.show_form)
        page.export_wanted.connect(self.show_export)
        self._replace(page, "cases")

    def show_form(self, filling: Filling) -> None:
        from abhaya.gui.form_view.form_screen import FormScreen

        form = FormScreen(self.around, filling, self)
        case_id = filling.record.case_id
        form.left.connect(lambda: self.show_case(case_id))
        form.seal_requested.connect(lambda: self._seal(form))
        form.preview_requested.connect(lambda: self.show_export(case_id))
        self._replace(form, "cases")

    def show_export(self, case_id: str) -> None:
        from abhaya.gui.export_screen.export_screen import ExportScreen

        try:
            export = ExportScreen(self.around, case_id, self)
        except AbhayaError as error:
            self.around.dialogs.explain(self, error)
            return
        export.left.connect(lambda: self.show_case(case_id))
        self._replace(export, "cases")

    def show_people(self) -> None:
        from abhaya.gui.people.people_screen import PeopleScreen

        self._replace(PeopleScreen(self.around, self), "people")

    def show_import_form(self) -> None:
        from abhaya.gui.import_form.import_form_screen import ImportFormScreen

        self._replace(ImportFormScreen(self.around, self), "import_form")

    def fit(self) -> None:
        """Give the side bar what the width of the window and the size of the text allow."""
        narrow = self.width() < _SIDE_WORDS_NEED
        self.side.set_narrow(narrow)
        self.side.setFixedWidth(_SIDE_NARROW if narrow else scaled(_SIDE_WIDTH, text_size()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _seal(self, form: FormScreen) -> None:
        from abhaya.gui.seal_dialog import SealDialog

        dialog = SealDialog(self, self.around, form.filling)
        if dialog.exec():
            if dialog.jump:
                form.show_question(dialog.jump)
            else:
                self.show_case(form.filling.record.case_id)

    def _replace(self, screen: Screen, place: str) -> None:
        before = self._stack.currentWidget()
        if before is not screen and isinstance(before, Screen) and not before.leave():
            self.side.show_place(self._place)
            if screen is not self.case_list:
                screen.deleteLater()
            return
        if self._stack.indexOf(screen) < 0:
            screen.retranslate(self.around.texts)
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if before is not None and before is not screen and before is not self.case_list:
            self._stack.removeWidget(before)
            before.deleteLater()
        self._place = place
        self.side.show_place(place)
        screen.arrive()

    def _places(self) -> tuple[str, ...]:
        may = self.around.desk.may
        needs = {"cases": Deed.LIST_CASES, "people": Deed.ENROL_PERSON, "import_form": Deed.IMPORT_FORM}
        return tuple(place for place, deed in needs.items() if may(deed))
