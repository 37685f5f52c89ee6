"""Everything can be reached and named without eyes or mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from abhaya.cases.person import PersonRole
from abhaya.gui.attach.attach_dialog import AttachDialog
from abhaya.gui.case_list.new_case_dialog import NewCaseDialog
from abhaya.gui.case_page.form_choice_dialog import FormChoiceDialog
from abhaya.gui.form_view.changed_facts_dialog import ChangedFactsDialog
from abhaya.gui.people.add_person_dialog import AddPersonDialog
from abhaya.gui.seal_dialog import SealDialog
from abhaya.gui.subject_dialog import SubjectDialog
from abhaya.gui.unlock.change_passphrase_dialog import ChangePassphraseDialog
from support import attachments

_MOST_STOPS = 400


def _controls(root: QWidget):
    for widget in root.findChildren(QWidget):
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        inner = isinstance(widget.parentWidget(), (QComboBox, QAbstractItemView)) or widget.focusProxy()
        if stops and widget.isVisible() and widget.isEnabled() and not inner:
            yield widget


def _nameless(root: QWidget):
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in _controls(root)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def _unreached(root: QWidget):
    """Controls that Tab does not come to, going once round from the first."""
    wanted = set(_controls(root))
    reached: set[QWidget] = set()
    for _ in range(_MOST_STOPS):
        now = QApplication.focusWidget()
        if now in reached:
            break
        reached.add(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    chosen_in_group = {
        w for w in wanted if isinstance(w, QAbstractButton) and w.group() and w.group().exclusive()
    }
    return [f"{type(w).__name__} {w.accessibleName()}" for w in wanted - reached - chosen_in_group]


def test_every_control_of_every_screen_has_a_name(page, sealed_case):
    for show in sealed_case.screens(page):
        screen = show()
        QApplication.processEvents()
        assert _nameless(page.window) == [], type(screen).__name__


def test_tab_comes_to_every_control_and_is_trapped_nowhere(page, sealed_case):
    for show in sealed_case.screens(page):
        screen = show()
        QApplication.processEvents()
        assert _unreached(page.window) == [], type(screen).__name__


@pytest.mark.parametrize(
    "name", ["new_case", "form_choice", "attach", "person", "passphrase", "seal", "subject", "changed_facts"]
)
def test_dialogs_too(page, sealed_case, tmp_path, qtbot, name):
    around, window = page.area.around, page.window
    make = {
        "new_case": lambda: NewCaseDialog(window, around),
        "form_choice": lambda: FormChoiceDialog(window, around, sealed_case.case.id),
        "attach": lambda: AttachDialog(
            window, around, sealed_case.case.id, (attachments.photo(tmp_path, "another.jpg"),)
        ),
        "person": lambda: AddPersonDialog(window, around),
        "passphrase": lambda: ChangePassphraseDialog(window, around),
        "seal": lambda: SealDialog(window, around, sealed_case.draft),
        "subject": lambda: SubjectDialog(window, around.texts, "Demo form", (), tuple(PersonRole)),
        "changed_facts": lambda: ChangedFactsDialog(window, around, sealed_case.draft, ()),
    }
    dialog = make[name]()
    qtbot.addWidget(dialog)
    dialog.open()
    QApplication.processEvents()
    assert _nameless(dialog) == []
    assert _unreached(dialog) == []


def test_the_entrance_too(open_window, folder):
    for station in (str(folder), ""):
        window = open_window(station)
        QApplication.processEvents()
        assert _nameless(window) == []
        assert _unreached(window) == []


def test_a_cell_is_read_with_its_heading(page, sealed_case):
    page.go("cases")
    index = page.screen.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"Case no.: {sealed_case.case.number}"


def test_the_focus_can_be_seen(page):
    for control in (page.screen.search, page.screen.new_button, page.area.side.lock_button):
        page.screen.table.setFocus()
        QApplication.processEvents()
        without = control.grab().toImage()
        control.setFocus()
        if isinstance(control, QLineEdit):
            control.deselect()
        QApplication.processEvents()
        assert control.grab().toImage() != without
