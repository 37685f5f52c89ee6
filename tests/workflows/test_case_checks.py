"""Checks over the forms of a real case."""

from __future__ import annotations

import pytest

from abhaya.cases.check_finding import CheckFinding
from abhaya.workflows.case_checks import case_findings, record_findings
from abhaya.workflows.case_document import case_document
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.seal_record import seal
from support.clock_form import FOUND, fill_clock_form
from support.desks import begin_case, fill_small_form
from support.small_form import SMALL_FORM


@pytest.fixture
def case(desk):
    return begin_case(desk)


def about(desk, filling):
    record = filling.record
    return record_findings(desk, case_document(desk, record.case_id, filling), record)


def warnings(findings):
    return [(found.name, found.person) for found in findings if found.warning]


def test_nothing_is_found_in_an_empty_case(desk, case):
    assert case_findings(desk, case.id) == ()


def test_a_child_that_was_not_produced(desk, case, tmp_path):
    filling = fill_clock_form(desk, case, tmp_path)
    findings = case_findings(desk, case.id)
    assert warnings(findings) == [("child_not_produced", "V-001")]
    assert findings[0].form == "production_cwc"
    assert [found.warning for found in findings] == sorted((f.warning for f in findings), reverse=True)
    assert warnings(about(desk, filling)) == [("child_not_produced", "V-001")]


def test_a_form_is_told_only_what_concerns_it(desk, case, tmp_path):
    fill_clock_form(desk, case, tmp_path)
    other = fill_small_form(desk, case, tmp_path, SMALL_FORM.replace("V-00", "V-07"))
    assert about(desk, other) != ()
    assert ("child_not_produced", "V-001") not in warnings(about(desk, other))


def test_produced_and_late(desk, case, tmp_path):
    late = FOUND | {
        "/data/rescued[1]/found_at": "2026-03-13T03:00:00.000+05:30",
        "/data/rescued[1]/produced_at": "2026-03-14T09:59:00.000+05:30",
    }
    seal(desk, fill_clock_form(desk, case, tmp_path, late))
    assert warnings(case_findings(desk, case.id)) == [("child_produced_late", "V-001")]


def test_charges_are_suggested_until_they_are_made(desk, case, tmp_path):
    filling = fill_clock_form(desk, case, tmp_path)
    suggested = {found.charge for found in case_findings(desk, case.id) if found.charge}
    assert suggested == {"bns_143_3", "bns_143_4"}
    enter_answers(filling.entry, {"/data/sections": "bns_143_3 bns_143_4"})
    filling.save()
    assert not [found for found in case_findings(desk, case.id) if found.charge]


@pytest.mark.parametrize(("language", "words"), [("en", "One child"), ("hi", "बालक"), ("ne", "बालबालिका")])
def test_a_finding_says_itself(language, words):
    charge = CheckFinding("one_child", warning=False, charge="bns_143_4").sentence(language)
    assert words in charge and "143(4)" in charge
    assert words.split()[-1][:4].casefold() in (
        CheckFinding("child_not_produced", warning=True).sentence(language).casefold()
    )
