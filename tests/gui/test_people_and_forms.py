"""What supervisors and administrators do: add people, bring in forms."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from abhaya.cases.role import Role
from abhaya.gui.people.add_person_dialog import AddPersonDialog
from abhaya.workflows.list_people import list_people
from pages.window_page import words_on
from support.small_form import SMALL_FORM, write_small_form


def _add(qtbot, name, role=Role.INVESTIGATOR, passphrase="harbour pencil violet moss", done=True):
    def fill(dialog):
        QTest.keyClicks(dialog.name.edit, name)
        dialog.office.setCurrentIndex(dialog.office.findData(role))
        dialog.passphrase.first.edit.setText(passphrase)
        dialog.passphrase.again.edit.setText(passphrase)
        dialog.add_button.click()
        qtbot.waitUntil(lambda: not dialog.isVisible() or bool(dialog.notice.words), timeout=20000)
        assert dialog.isVisible() is not done

    return fill


def test_a_new_person_types_a_passphrase(qtbot, page, folder, with_modal):
    screen = page.go("people")
    with_modal(lambda: page.press("add_person"), _add(qtbot, "ASI Demo Rai"), AddPersonDialog)
    assert "ASI Demo Rai" in [person.display_name for person in list_people(folder)]
    assert "ASI Demo Rai" in words_on(screen.card)
    assert screen.notice.words == "ASI Demo Rai can unlock the station from now on."


def test_a_weak_passphrase_or_a_taken_name_is_explained(qtbot, page, with_modal):
    page.go("people")
    weak = _add(qtbot, "ASI Demo Rai", passphrase="password", done=False)
    taken = _add(qtbot, "Demo investigator", done=False)
    for fill in (weak, taken):
        with_modal(lambda: page.press("add_person"), fill, AddPersonDialog)


def test_tab_goes_down_the_dialog(qtbot, page, with_modal):
    page.go("people")

    def walk(dialog):
        for place in (dialog.name.edit, dialog.office, dialog.passphrase.first.edit):
            qtbot.waitUntil(place.hasFocus)
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    with_modal(lambda: page.press("add_person"), walk, AddPersonDialog)


def test_each_office_says_what_it_does(page, with_modal):
    page.go("people")

    def look(dialog):
        dialog.office.setCurrentIndex(dialog.office.findData(Role.ADMINISTRATOR))
        assert "Cannot read any case" in dialog._what.text()

    with_modal(lambda: page.press("add_person"), look, AddPersonDialog)


def test_an_administrator_adds_administrators_only(open_desk, with_modal):
    page = open_desk(Role.ADMINISTRATOR)

    def look(dialog):
        assert [Role(dialog.office.itemData(i)) for i in range(dialog.office.count())] == [Role.ADMINISTRATOR]

    with_modal(lambda: page.press("add_person"), look, AddPersonDialog)


def _check(qtbot, screen, path, dialogs):
    dialogs.choose_files = lambda *_: (path,)
    screen.choose.click()
    qtbot.waitUntil(lambda: screen._report is not None, timeout=100_000)  # it is filled 200 times


def test_a_good_form_is_checked_then_added(qtbot, page, dialogs, tmp_path):
    screen = page.go("import_form")
    _check(qtbot, screen, write_small_form(tmp_path), dialogs)
    assert screen.add_button.isVisible()
    assert "small_form.yaml" in screen.notice.words
    assert screen.approved_by.edit.hasFocus()
    screen.add_button.click()
    qtbot.waitUntil(lambda: "Nobody is named" in screen.notice.words)
    QTest.keyClicks(screen.approved_by.edit, "Demo prosecutor")
    QTest.keyClick(screen.approved_by.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "can be filled from now on" in screen.notice.words)
    assert "Small form" in words_on(screen.here)
    assert "approved by Demo prosecutor" in words_on(screen.here)
    assert screen.choose.hasFocus()


def test_every_kind_of_file_that_can_be_read_is_offered(page, dialogs):
    offered = []
    dialogs.choose_files = lambda _parent, _title, kinds: offered.append(kinds) or ()
    page.go("import_form").choose.click()
    for ending in ("*.yaml", "*.xlsx", "*.XLSX", "*.xml"):
        assert ending in offered[0].split("(")[1].rstrip(")").split()


def test_a_faulty_form_is_refused_with_sheet_row_and_remedy(qtbot, page, dialogs, tmp_path):
    screen = page.go("import_form")
    faulty = SMALL_FORM.replace("${age_years} < 18", "${no_such_question} < 18")
    _check(qtbot, screen, write_small_form(tmp_path, faulty), dialogs)
    assert "cannot be used yet. One thing must be mended" in screen.notice.words
    assert screen.findings.horizontalScrollBar().maximum() == 0
    assert screen.add_button.isHidden()
    assert "Sheet survey, row" in screen.findings.item(0).text()
    assert "no_such_question" in screen.findings.item(0).text()


def test_findings_are_said_again_in_another_language(qtbot, page, dialogs, tmp_path):
    screen = page.go("import_form")
    faulty = SMALL_FORM.replace("${age_years} < 18", "${no_such_question} < 18")
    _check(qtbot, screen, write_small_form(tmp_path, faulty), dialogs)
    page.window.set_language("hi")
    assert screen.findings.item(0).text().startswith("शीट survey")


def test_a_form_that_is_gone_is_explained(qtbot, page, dialogs, tmp_path):
    screen = page.go("import_form")
    dialogs.choose_files = lambda *_: (tmp_path / "gone.xlsx",)
    screen.choose.click()
    qtbot.waitUntil(lambda: "cannot be found" in screen.notice.words)


def test_investigators_add_neither(open_desk):
    page = open_desk(Role.INVESTIGATOR)
    assert list(page.area.side.places) == ["cases"]
