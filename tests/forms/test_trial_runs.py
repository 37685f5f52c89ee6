"""A form is filled at random before it is let in."""

from __future__ import annotations

import pytest

from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.engine import FormEntry, load_form
from abhaya_forms.trial_runs import trial_findings
from support.form_entries import rescue_report
from support.xforms import NOW


@pytest.mark.parametrize("form", shipped_forms(), ids=lambda form: form.form_id)
def test_our_own_forms_hold_together(form):
    assert trial_findings(load_form(form.xform()), NOW, runs=10) == ()


def test_what_breaks_is_found(monkeypatch):
    def broken(self, *, to_seal):
        raise ZeroDivisionError

    monkeypatch.setattr(FormEntry, "problems", broken)
    (finding,) = trial_findings(rescue_report(), NOW, runs=3)
    assert (finding.kind, finding.values) == ("trial_broke", {"run": "1"})


def test_what_does_not_come_back_is_found(monkeypatch):
    to_xml = FormEntry.to_xml
    times = iter(range(1000))
    monkeypatch.setattr(FormEntry, "to_xml", lambda self: to_xml(self) + b" " * next(times))
    found = trial_findings(rescue_report(), NOW, runs=1)
    assert {finding.kind for finding in found} == {"trial_reopened", "trial_language"}
