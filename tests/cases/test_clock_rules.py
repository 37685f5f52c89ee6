from __future__ import annotations

import pytest

from abhaya.cases.clock_rules import clock_rules, length_of
from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.engine.body import Question, walk
from abhaya_forms.engine.form_definition import load_form
from abhaya_forms.tables import terms

EVENTS = {term.name: term.more for term in terms("events")}
WHOM = {"case", "victim", "child", "suspect"}
STRICT = {"efir_sign", "child_cwc", "pocso_report", "pocso_care", "med_send", "arrest_24", "private_arrest_6",
          "search_record_48", "sir_15", "cwc_final", "age_test", "escort", "dlsa_2m"}  # fmt: skip


@pytest.mark.parametrize("rule", clock_rules(), ids=lambda rule: rule.name)
def test_a_clock_knows_its_events_and_words(rule):
    moments = {*rule.starts, *(name for names in rule.ends for name in names), rule.until} - {""}
    assert [name for name in moments if EVENTS[name]["kind"] != "moment"] == []
    assert rule.excepted == "" or EVENTS[rule.excepted]["kind"] == "hours"
    assert rule.whom in WHOM
    assert rule.kind in {"limit", "cap", "track"}
    assert rule.length.unit in {"hours", "days", "months", "years"}


def test_what_statute_sets_is_strict():
    assert {rule.name for rule in clock_rules() if rule.strict} >= STRICT


def test_what_is_from_knowledge_asks_to_be_verified():
    verify = {rule.name: rule.verify for rule in clock_rules()}
    assert verify["arrest_24"] and verify["default_bail_60"] and verify["av_forward"]
    assert not verify["child_cwc"] and not verify["med_send"]


def test_a_clock_of_one_person_starts_from_what_happens_to_a_person():
    about_people = {"victim", "child", "suspect"}
    case_wide = {"child_evid_30"}  # cognizance is of the case, the evidence is the child's
    found = {r.name for r in clock_rules() if r.whom in about_people and EVENTS[r.starts[0]]["of"] == "case"}
    assert found == case_wide


def test_lengths_are_written_as_people_say_them():
    assert (length_of("1 year").unit, length_of("24 hours").count) == ("years", 24)


def test_where_a_form_asks_for_the_reason_is_a_text_of_a_shipped_form():
    asked = {place for rule in clock_rules() for place in rule.reasons}
    shipped = {
        f"{form.form_id}/{element.name}"
        for form in shipped_forms()
        for element in walk(load_form(form.xform()).body)
        if isinstance(element, Question) and element.data_type == "string"
    }
    assert asked and asked <= shipped
