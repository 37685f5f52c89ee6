"""Whom a form is about is asked once, a draft is gone on with, and a changed fact reaches chosen drafts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from abhaya.cases.record import RecordStatus
from abhaya.gui.case_page.form_choice_dialog import FormChoiceDialog
from abhaya.gui.form_view.changed_facts_dialog import ChangedFactsDialog
from abhaya.gui.form_view.form_screen import FormScreen
from abhaya.gui.subject_dialog import SubjectDialog
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.seal_record import seal
from pages.form_page import FormPage
from pages.window_page import words_on
from support.desks import begin_case, bring_in, fill_small_form
from support.small_form import NAMES
from support.subject_form import write_subject_form

BETTER = "Sita Tamang (DEMO)"


@pytest.fixture
def case(page, tmp_path):
    bring_in(page.desk, write_subject_form(tmp_path))
    case = begin_case(page.desk)
    fill_small_form(page.desk, case, tmp_path)
    return case


@pytest.fixture
def choose(page, case, with_modal):
    """Choose the subject form and do something in the dialog that asks whom it is about."""

    def run(in_subject_dialog, then=lambda dialog: None):
        def pick(dialog):
            dialog.list.setCurrentItem(dialog.list.findItems("Subject form", Qt.MatchFlag.MatchContains)[0])
            with_modal(dialog.begin.click, in_subject_dialog, SubjectDialog)
            then(dialog)

        page.open_case(case.id)
        with_modal(lambda: page.press("fill_form"), pick, FormChoiceDialog)
        return page.screen

    return run


def about(row):
    def pick(dialog):
        dialog.list.setCurrentRow(row)
        dialog.choose.click()

    return pick


def begin(page, case, code):
    return start_record(page.desk, case.id, "subject_form", "en", code)


def records(page, case):
    return page.desk.reader.records.of_case(case.id)


def test_the_people_of_the_case_are_offered_by_code_and_name_and_somebody_new(page, choose):
    offered = []
    choose(lambda dialog: offered.extend(dialog.list.item(n).text() for n in range(dialog.list.count())))
    assert offered == [
        f"V-001 · under 18\n{NAMES[0]}",
        f"V-002\n{NAMES[1]}",
        "Somebody new: rescued person",
        "Somebody new: witness",
    ]


def test_the_form_is_about_whom_was_chosen_and_the_case_says_so_by_code(page, case, choose):
    screen = choose(about(1))
    assert isinstance(screen, FormScreen)
    assert screen.filling.record.subject == "V-002"
    assert screen.top.title.text() == "V-002 · Subject form"
    words = words_on(page.open_case(case.id).forms)
    assert "Subject form · V-002" in words
    assert NAMES[1] not in words


def test_somebody_new_gets_the_next_code(page, case, choose):
    assert choose(about(2)).filling.record.subject == "V-003"
    assert choose(about(4)).filling.record.subject == "W-001"  # V-003 is in the list by now


def test_a_draft_about_the_same_person_is_gone_on_with_or_left_alone(page, case, choose):
    first = begin(page, case, "V-001")

    def go_on(dialog):
        assert "no. 2" in dialog.notice.words
        dialog.begin.click()

    assert choose(about(0), go_on).filling.record.id == first.record.id
    assert choose(about(1)).filling.record.subject == "V-002"
    assert choose(about(0), lambda dialog: dialog.another.click()).filling.record.id != first.record.id
    assert [record.subject for record in records(page, case)] == ["", "V-001", "V-002", "V-001"]


def test_another_form_in_the_list_takes_the_offer_back(page, case, choose):
    begin(page, case, "V-001")

    def change_mind(dialog):
        assert dialog.another.isVisible()
        dialog.list.setCurrentRow(1)
        assert not dialog.another.isVisible()
        assert dialog.notice.words == ""

    choose(about(0), change_mind)
    assert len(records(page, case)) == 2


def test_an_empty_draft_is_dropped_after_a_question(page, case, dialogs):
    draft = begin(page, case, "V-001").record
    screen = page.open_case(case.id)
    assert words_on(screen.forms).count("Drop") == 1
    dialogs.yes = False
    screen.forms.drop_wanted.emit(draft.id)
    assert len(records(page, case)) == 2
    dialogs.yes = True
    screen.forms.drop_wanted.emit(draft.id)
    assert [record.number for record in records(page, case)] == [1]
    assert "Drop" not in words_on(screen.forms)


def test_the_case_counts_what_was_not_asked_again(page, case):
    assert "not asked again" not in words_on(page.open_case(case.id).people)
    begin(page, case, "V-001")
    assert "1 question was not asked again" in words_on(page.open_case(case.id).people)
    begin(page, case, "V-002")
    assert "2 questions were not asked again" in words_on(page.open_case(case.id).people)


def tell_otherwise(page, case):
    """A draft and a sealed form say the name as before, and one in the window tells another."""
    draft, sealed = begin(page, case, "V-001").record, begin(page, case, "V-001")
    seal(page.desk, sealed)
    page.area.show_form(begin(page, case, "V-001"))
    page.screen.pen.answer("/data/name", BETTER)
    return draft


def name_in(page, record_id, path="/data/name"):
    from abhaya.workflows.fill_form import open_record

    return open_record(page.desk, record_id).entry.node(path).value


@pytest.mark.parametrize("deed", ["save", "back"])
def test_a_changed_fact_is_offered_to_the_drafts_that_say_it_as_before(page, case, with_modal, deed):
    draft = tell_otherwise(page, case)

    def leave_the_report_out(dialog):
        assert "Name · V-001" in words_on(dialog)
        assert "Subject form, no. 3: sealed, stays as it is" in words_on(dialog)
        assert [check.box.accessibleName() for check, _, _ in dialog.checks] == [
            "Small form, no. 1 (draft)",
            "Subject form, no. 2 (draft)",
        ]
        dialog.checks[0][0].box.setChecked(False)
        dialog.update_button.click()

    with_modal(lambda: page.press(deed), leave_the_report_out, ChangedFactsDialog)
    assert name_in(page, draft.id) == BETTER
    assert name_in(page, records(page, case)[0].id, "/data/rescued[1]/full_name") == NAMES[0]
    assert [r.status for r in records(page, case)].count(RecordStatus.SEALED) == 1
    page.press("save")  # asked once; another dialog would stop here


def test_what_nobody_else_says_is_not_asked(page, case):
    page.area.show_form(begin(page, case, "V-001"))
    page.screen.pen.answer("/data/rank", "SI")
    page.press("back")
    assert not isinstance(page.screen, FormScreen)


def test_a_row_is_about_somebody_of_the_case(page, case, with_modal):
    page.area.show_form(start_record(page.desk, case.id, "small_form", "en"))
    form = FormPage(page.screen)
    form.go_to("Person rescued")
    (card,) = form.repeat("/data/rescued").cards
    assert "V-003" in card.title()

    def pick_the_second(dialog):
        assert dialog.list.count() == 2
        about(1)(dialog)

    with_modal(card.known.click, pick_the_second, SubjectDialog)
    assert "V-002" in card.title()
    assert form.value("/data/rescued[1]/full_name") == NAMES[1]
    assert form.question("/data/rescued[1]/age_years").isAncestorOf(page.window.focusWidget())
    form.repeat("/data/rescued").add_row()
    with_modal(form.repeat("/data/rescued").cards[1].known.click, about(0), SubjectDialog)
    assert not any(card.known.isVisible() for card in form.repeat("/data/rescued").cards)
