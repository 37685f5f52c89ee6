"""Registers of forms that others wrote: no name in the clear, and no draft that cannot be saved."""

from __future__ import annotations

from abhaya.cases.audit_entry import Action
from abhaya.cases.person import PersonRole
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.open_case import read_case
from support.desks import begin_case, bring_in
from support.small_form import ANSWERS, NAMES, SMALL_FORM, write_small_form

GIVEN, COUNTED = "  read_only: yes\n", "  read_only: yes\n  calculation: concat('V-00', position(..))\n"
HEAD, REGISTER, TAIL = (
    SMALL_FORM[: SMALL_FORM.index("- type: begin_repeat")],
    SMALL_FORM[SMALL_FORM.index("- type: begin_repeat") : SMALL_FORM.index("settings:")],
    SMALL_FORM[SMALL_FORM.index("settings:") :],
)
SECOND = REGISTER.replace("name: rescued", "name: left_behind").replace("${age_years}", "../age_years")


def people_of(desk, folder, form, answers):
    case = begin_case(desk)
    form_id = bring_in(desk, write_small_form(folder, form)).form_id
    filling = start_record(desk, case.id, form_id, "en")
    enter_answers(filling.entry, answers)
    filling.save()
    return [(person.role, person.code, person.row) for person in read_case(desk, case.id).people]


def test_two_registers_of_victims_in_one_form_share_no_code(desk, tmp_path):
    form = HEAD + REGISTER.replace("${age_years}", "../age_years") + SECOND + TAIL
    people = people_of(desk, tmp_path, form, {**ANSWERS, "/data/left_behind[1]/full_name": NAMES[0]})
    assert people == [
        (PersonRole.VICTIM, "V-001", 1),
        (PersonRole.VICTIM, "V-002", 3),
        (PersonRole.VICTIM, "V-003", 2),
    ]


def test_a_form_that_counts_its_rows_keeps_its_own_codes(desk, tmp_path):
    form = SMALL_FORM.replace(GIVEN, COUNTED, 1)
    assert [code for _, code, _ in people_of(desk, tmp_path, form, ANSWERS)] == ["V-001", "V-002"]
    entries = desk.reader.audit.entries(0)
    assert not [entry for entry in entries if entry.action is Action.CODE_GIVEN]


def test_a_register_inside_another_repeat_is_read_in_every_row(desk, tmp_path):
    outer = """- type: begin_repeat
  name: house
  label::English (en): House
  label::हिन्दी (hi): घर
  label::नेपाली (ne): घर
"""
    form = HEAD + outer + REGISTER + "- type: end_repeat\n" + TAIL
    answers = {f"/data/house[{house}]/rescued[1]/full_name": NAMES[house - 1] for house in (1, 2)}
    assert [row for _, _, row in people_of(desk, tmp_path, form, answers)] == [1, 2]


def test_a_code_that_somebody_typed_never_stands_in_the_clear(desk, tmp_path):
    form = SMALL_FORM.replace(GIVEN, "", 1)
    answers = {"/data/rescued[1]/person_code": NAMES[1], "/data/rescued[2]/person_code": "V-9800012345"}
    assert [code for _, code, _ in people_of(desk, tmp_path, form, answers)] == ["V-001", "V-002"]


def test_a_register_of_an_unknown_kind_names_nobody(desk, tmp_path):
    form = SMALL_FORM.replace("abhaya:person: victim", "abhaya:person: alien")
    assert people_of(desk, tmp_path, form, ANSWERS) == []


def test_who_turns_out_to_be_a_suspect_is_no_victim_any_more(desk):
    case, row = begin_case(desk), "/data/persons/screened[1]"
    filling = start_record(desk, case.id, "border_screening", "en")
    enter_answers(filling.entry, {f"{row}/full_name": NAMES[0], f"{row}/sex": "male"})
    filling.save()
    assert [person.code for person in read_case(desk, case.id).people] == ["V-001"]
    enter_answers(filling.entry, {f"{row}/outcome/result": "suspect"})
    filling.save()
    assert [(p.role, p.code, p.row) for p in read_case(desk, case.id).people] == [
        (PersonRole.SUSPECT, "S-001", 1)
    ]
    memo = start_record(desk, case.id, "arrest_memo", "en", "S-001").entry
    assert memo.state("/data/who/full_name").value == NAMES[0]
