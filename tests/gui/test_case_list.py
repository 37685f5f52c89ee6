"""The list of cases: reads only what is looked at, finds, filters, sorts, opens."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from abhaya.cases.case import CaseFilter
from abhaya.cases.role import Role
from abhaya.gui.case_list.case_model import CaseModel, Column
from abhaya.gui.case_list.new_case_dialog import NewCaseDialog
from abhaya.gui.case_page.case_page_screen import CasePageScreen
from abhaya.gui.palette import color
from abhaya.workflows.open_case import new_case
from pages.window_page import words_on
from support.desks import begin_case, fill_small_form


@pytest.fixture
def screen(page):
    return page.screen


def _numbers(screen):
    model = screen.model
    return [model.index(row, Column.NUMBER).data() for row in range(model.rowCount())]


def _begin(desk, count):
    return [
        new_case(
            desk, kind="forced_labour" if n % 2 else "sexual", summary="", event_on=date(2026, 1, 1 + n % 28)
        )
        for n in range(count)
    ]


def _find(screen, text):
    screen.search.setText(text)
    QTest.keyClick(screen.search, Qt.Key.Key_Return)


def test_an_empty_station_says_what_to_do(screen):
    assert screen._pages.currentIndex() == 1
    assert screen._pages.currentWidget().heading.text() == "No case yet"


def test_a_case_is_begun_with_the_keyboard(page, screen, with_modal):
    def fill(dialog):
        QTest.keyClick(dialog.kind, Qt.Key.Key_Down)
        dialog.event_on.edit.setText("१३/३/२०२६")
        dialog.district.setCurrentText("Maharajganj")
        QTest.keyClicks(dialog.summary, "Two people at the gate.")
        QTest.keyClick(dialog.begin, Qt.Key.Key_Return)

    with_modal(lambda: page.press("new_case"), fill, NewCaseDialog)
    assert isinstance(page.screen, CasePageScreen)
    page.press("back")
    line = screen.model.line(0)
    assert line.case.number == "GKP/2026/0001"
    assert line.case.event_on == date(2026, 3, 13)
    assert line.case.district == "in_up_maharajganj"


@pytest.mark.parametrize(
    ("written", "said"),
    [("31/02/2026", "not a date"), ("yesterday", "not a date"), ("1/1/2031", "still to come")],
)
def test_a_date_that_cannot_be_is_refused(page, with_modal, written, said):
    def fill(dialog):
        dialog.kind.setCurrentIndex(1)
        dialog.event_on.edit.setText(written)
        dialog.begin.click()
        assert said in dialog.notice.words
        assert dialog.case is None
        assert dialog.event_on.edit.property("invalid")
        QTest.keyClicks(dialog.focusWidget(), "13/3/2026")
        assert dialog.event_on.text() == "13/3/2026"
        assert not dialog.event_on.edit.property("invalid")

    with_modal(lambda: page.press("new_case"), fill, NewCaseDialog)


def test_the_frame_goes_all_around_a_page_that_scrolls(page, with_modal):
    def look(dialog):
        picture = dialog.grab().toImage()
        frame = {picture.pixelColor(0, y).name() for y in range(1, picture.height() - 1)}
        assert frame == {color("line")}

    with_modal(lambda: page.press("new_case"), look, NewCaseDialog)


def test_a_case_needs_a_kind(page, with_modal):
    def fill(dialog):
        dialog.begin.click()
        assert dialog.notice.words == "Please fill in: Kind of exploitation"
        assert dialog.kind.property("invalid")
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
        assert not dialog.kind.property("invalid")

    with_modal(lambda: page.press("new_case"), fill, NewCaseDialog)


def test_only_the_pages_in_view_are_read(page, monkeypatch):
    monkeypatch.setattr("abhaya.gui.case_list.case_model._PAGE", 10)
    _begin(page.desk, 35)
    model = CaseModel(page.area.around)
    model.show(CaseFilter())
    assert (model.rowCount(), len(model._pages)) == (35, 0)
    model.index(0, 0).data()
    model.index(34, 0).data()
    assert sorted(model._pages) == [0, 3]


def test_pages_long_out_of_view_are_forgotten(page, monkeypatch):
    monkeypatch.setattr("abhaya.gui.case_list.case_model._PAGE", 2)
    monkeypatch.setattr("abhaya.gui.case_list.case_model._PAGES_KEPT", 3)
    _begin(page.desk, 20)
    model = CaseModel(page.area.around)
    model.show(CaseFilter())
    for row in range(20):
        model.line(row)
    assert sorted(model._pages) == [7, 8, 9]


def test_enter_opens_and_back_returns_to_the_same_line(page, screen):
    _begin(page.desk, 3)
    screen.arrive()
    screen.table.selectRow(2)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert page.screen.top.number.text() == "GKP/2026/0001"
    page.press("back")
    assert page.screen is screen
    assert screen.table.hasFocus()


def test_home_and_end_go_to_the_first_and_last_case(page, screen):
    _begin(page.desk, 5)
    screen.arrive()
    QTest.keyClick(screen.table, Qt.Key.Key_End)
    assert screen.table.currentIndex().row() == 4
    QTest.keyClick(screen.table, Qt.Key.Key_Home)
    assert screen.table.currentIndex().row() == 0


def test_find_by_number_and_clear_with_escape(page, screen):
    _begin(page.desk, 12)
    _find(screen, "0007")
    assert _numbers(screen) == ["GKP/2026/0007"]
    QTest.keyClick(screen.search, Qt.Key.Key_Escape)
    QTest.keyClick(screen.search, Qt.Key.Key_Return)
    assert screen.model.rowCount() == 12


@pytest.mark.parametrize("written", ["Sita Tamang", "सीता", "tea stall"])
def test_find_by_a_name_in_either_script_without_showing_it(page, screen, tmp_path, written):
    begin_case(page.desk, "")
    case = begin_case(page.desk, "")
    fill_small_form(page.desk, case, tmp_path)
    _find(screen, written)
    assert _numbers(screen) == [case.number]
    shown = " ".join(
        str(screen.model.index(0, column).data(role))
        for column in Column
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    )
    assert "सीता" not in shown


def test_nothing_found_offers_all_cases_again(page, screen):
    _begin(page.desk, 2)
    _find(screen, "no such words")
    assert screen._pages.currentIndex() == 2
    screen._on_all()
    assert screen.model.rowCount() == 2
    assert screen.search.text() == ""


def test_typing_searches_by_itself_after_a_pause(qtbot, page, screen):
    _begin(page.desk, 12)
    QTest.keyClicks(screen.search, "0011")
    qtbot.waitUntil(lambda: _numbers(screen) == ["GKP/2026/0011"])


def test_chips_count_and_filter(page, screen, tmp_path):
    _begin(page.desk, 2)
    fill_small_form(page.desk, begin_case(page.desk), tmp_path)
    screen.arrive()
    assert screen.chips.everything.text() == "All · 3"
    assert screen.chips.drafts.text() == "With drafts · 1"
    screen.chips.drafts.click()
    assert _numbers(screen) == ["GKP/2026/0003"]
    assert screen.model.index(0, Column.FORMS).data() == "1 draft"
    assert screen.model.index(0, Column.PEOPLE).data() == "2 · 1 under 18"


def test_headings_sort_and_say_so(page, screen):
    _begin(page.desk, 3)
    screen.arrive()
    header = screen.table.horizontalHeader()
    header.setSortIndicator(Column.NUMBER, Qt.SortOrder.AscendingOrder)
    assert _numbers(screen)[0] == "GKP/2026/0001"
    assert screen.order.text() == "Order: Case no."
    header.setSortIndicator(Column.PEOPLE, Qt.SortOrder.AscendingOrder)
    assert header.sortIndicatorSection() == Column.NUMBER, "people cannot be sorted by"


def test_the_order_button_does_the_same_by_keyboard(page, screen):
    _begin(page.desk, 3)
    screen.arrive()
    screen.order.columns[Column.NUMBER].trigger()
    assert _numbers(screen) == ["GKP/2026/0001", "GKP/2026/0002", "GKP/2026/0003"]
    screen.order.columns[Column.NUMBER].trigger()
    assert _numbers(screen)[0] == "GKP/2026/0003"


def test_legal_aid_sees_nothing_that_was_not_granted(open_desk, folder, clock):
    from support.desks import desk_of

    with desk_of(folder, clock) as desk:
        begin_case(desk)
    page = open_desk(Role.LEGAL_AID)
    assert page.screen.model.rowCount() == 0
    assert "No case was granted to you yet" in words_on(page.screen)
    assert "Begin a case" not in words_on(page.screen)
    assert page.screen.new_button.isHidden()
    assert "new_case" not in page.screen.deeds()
    assert page.screen.search.placeholderText() == "Find by case number"
