"""The copy for statistics in the window: what is left out is said first, and it is on the trail."""

from __future__ import annotations

import json

import pytest

from abhaya.cases.audit_entry import Action
from abhaya.cases.role import Role
from abhaya.gui.case_page.statistics_dialog import StatisticsDialog
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.manage_people import grant_case
from abhaya.workflows.seal_record import seal
from pages.window_page import words_on
from support.desks import begin_case, desk_of, fill_small_form
from support.small_form import NAMES


@pytest.fixture
def screen(qtbot, page, case, tmp_path):
    seal(page.desk, fill_small_form(page.desk, case, tmp_path))
    screen = page.open_case(case.id)
    qtbot.waitUntil(lambda: not page.area.around.background.busy)
    return screen


def trail(page):
    return [entry.action for entry in entries(page.desk, 0)]


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_what_leaves_is_shown_and_saved(qtbot, page, dialogs, screen, with_modal, tmp_path, ending):
    out = tmp_path / f"statistics.{ending}"
    suggested = []
    dialogs.choose_place = lambda *asked: suggested.append(asked[2].name) or out

    def look(dialog):
        said = words_on(dialog)
        assert "People in this copy: 2" in said and "Left out are names" in said
        assert all(name not in said for name in NAMES)
        dialog.kinds[ending].setChecked(True)
        dialog.choose.click()

    with_modal(screen.top.statistics.trigger, look, StatisticsDialog)
    qtbot.waitUntil(lambda: "is saved" in screen.notice.words)
    data = out.read_text(encoding="utf-8")
    assert len(json.loads(data)["records"]) == 2 if ending == "json" else data.count("\n") >= 3
    assert suggested == [f"GKP-2026-0001-statistics.{ending}"]
    assert trail(page)[-1] is Action.STATISTICS_EXPORTED


def test_who_changes_their_mind_leaves_nothing_behind(qtbot, page, dialogs, screen, with_modal):
    dialogs.choose_place = lambda *_: None
    with_modal(screen.top.statistics.trigger, lambda dialog: dialog.choose.click(), StatisticsDialog)
    assert screen.notice.isHidden()
    assert Action.STATISTICS_EXPORTED not in trail(page)


def test_a_file_that_is_there_stays_and_that_is_told(qtbot, page, dialogs, screen, with_modal, tmp_path):
    out = tmp_path / "statistics.json"
    out.write_text("kept")
    dialogs.choose_place = lambda *_: out
    with_modal(screen.top.statistics.trigger, lambda dialog: dialog.choose.click(), StatisticsDialog)
    qtbot.waitUntil(lambda: "already a file" in screen.notice.words)
    assert out.read_text() == "kept"


def test_a_case_without_sealed_forms_says_so(qtbot, page, case):
    screen = page.open_case(case.id)
    screen.top.statistics.trigger()
    qtbot.waitUntil(lambda: "No sealed record" in screen.notice.words)


def test_legal_aid_is_not_offered_it(open_desk, folder, clock):
    with desk_of(folder, clock) as desk:
        case = begin_case(desk)
        person = next(person for person in desk.ring.people() if person.role is Role.LEGAL_AID)
        grant_case(desk, case.id, person.person_id)
    assert open_desk(Role.LEGAL_AID).open_case(case.id).top.more.isHidden()
