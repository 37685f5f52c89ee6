"""What a court is given is chosen by the table of the bundle, not by whoever prints."""

from __future__ import annotations

import pytest

from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.court_bundle import on_request
from abhaya_forms.tables import terms


def test_every_line_names_a_form():
    assert {term.name for term in terms("court_bundle")} <= {form.form_id for form in shipped_forms()}


@pytest.mark.parametrize(
    "form_id",
    [
        "rescue_report",
        "witness_statement",
        "seizure_memo",
        "arrest_memo",
        "person_in_court",
        "electronic_certificate",
    ],
)
def test_what_proves_the_case_is_in_the_bundle(form_id):
    assert not on_request(form_id)


@pytest.mark.parametrize(
    "form_id", ["rescue_plan", "interview_adult", "interview_child", "compensation_application", "referral"]
)
def test_plans_notes_and_relief_stay_out(form_id):
    assert on_request(form_id)
