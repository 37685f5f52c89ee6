"""The conversation with an adult: consent first, breaks in time, and only the parts that are needed."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import Question
from abhaya_forms.engine.body import walk
from abhaya_forms.tables import terms
from support.form_entries import answer, asked, at, definition_of, entry_of, needed, value

ABOUT = "/data/about"
COURSE = "/data/course"
MODULES = "/data/modules_group/modules"
ALWAYS = ("case", "about", "setting", "present", "agreement", "recording", "course", "account")
WOMAN = {f"{ABOUT}/is_child": "no", f"{ABOUT}/sex": "female"}
HOUR = {f"{ABOUT}/is_child": "no", f"{ABOUT}/started": at(20, 10), f"{ABOUT}/ended": at(20, 11)}


def rested(number: int, start: str, end: str) -> dict[str, str]:
    """Answers about one break."""
    row = f"{COURSE}/breaks[{number}]"
    return {f"{COURSE}/has_breaks": "yes", f"{row}/break_at": start, f"{row}/resumed_at": end}


def test_an_account_is_asked_for_only_with_consent():
    entry = entry_of("interview_adult", WOMAN)
    consent = "/data/agreement/consent"
    assert [c.value for c in entry.choices(consent)] == ["agreed", "deferred", "refused"]
    answer(entry, {consent: "refused"})
    assert asked(entry, "/data/agreement/refused_note")
    assert "/data/account/free_account" not in needed(entry)
    answer(entry, {consent: "agreed"})
    assert "/data/account/free_account" in needed(entry)


def test_every_point_of_the_script_is_explained():
    points = [term.name for term in terms("interview_consent_points")]
    entry = entry_of("interview_adult", {"/data/agreement/told": " ".join(points[1:])})
    assert asked(entry, "/data/agreement/told_note")
    assert "/data/agreement/told_why" in needed(entry)
    answer(entry, {"/data/agreement/told": " ".join(points)})
    assert not asked(entry, "/data/agreement/told_why")


def test_an_hour_without_a_break_is_too_long():
    entry = entry_of("interview_adult", HOUR | {f"{COURSE}/has_breaks": "no"})
    assert (value(entry, f"{COURSE}/minutes"), value(entry, f"{COURSE}/unbroken")) == ("60", "60")
    assert f"{COURSE}/length_reason" in needed(entry)
    answer(entry, rested(1, at(20, 10, 40), at(20, 10, 50)))
    assert value(entry, f"{COURSE}/unbroken") == "40"
    assert not asked(entry, f"{COURSE}/length_note")


@pytest.mark.parametrize(("ended", "warned"), [((12, 0), False), ((12, 1), True)])
def test_two_hours_in_all_are_the_most(ended, warned):
    entry = entry_of("interview_adult", HOUR | {f"{ABOUT}/ended": at(20, *ended)})
    for number, minute in enumerate((35, 70, 105), 1):
        hour, rest = divmod(600 + minute, 60)
        answer(entry, rested(number, at(20, hour, rest), at(20, hour, rest + 4)))
    assert value(entry, f"{COURSE}/unbroken") == "35"
    assert asked(entry, f"{COURSE}/length_note") is warned


def test_a_woman_officer_leads_in_a_listed_offence():
    lead = "/data/present/lead/lead_sex"
    entry = entry_of("interview_adult", WOMAN | {f"{ABOUT}/listed_offence": "yes", lead: "male"})
    assert "/data/present/woman_reason" in needed(entry)
    answer(entry, {lead: "female"})
    assert not asked(entry, "/data/present/woman_note")


@pytest.mark.parametrize(
    ("person", "protected"), [({"sex": "female"}, True), ({"above_60": "yes"}, True), ({}, False)]
)
def test_who_cannot_be_called_to_the_police_station(person, protected):
    healthy = {"is_child": "no", "sex": "male", "disability": "none", "acutely_ill": "no", "above_60": "no"}
    answers = {f"{ABOUT}/{name}": said for name, said in (healthy | person).items()}
    entry = entry_of("interview_adult", answers | {"/data/setting/talk_place_kind": "police_station"})
    assert asked(entry, "/data/setting/home_note") is protected
    assert "/data/setting/talk_willing_words" in needed(entry)


def test_going_through_it_again_asks_for_a_reason():
    entry = entry_of("interview_adult", {f"{ABOUT}/session_no": "1"})
    assert not asked(entry, f"{ABOUT}/substantive")
    answer(entry, {f"{ABOUT}/session_no": "2", f"{ABOUT}/substantive": "yes"})
    assert asked(entry, f"{ABOUT}/again_note")
    assert f"{ABOUT}/again_reason" in needed(entry)


def test_nothing_but_the_chosen_parts_is_shown():
    entry = entry_of("interview_adult", {MODULES: "debt"})
    assert asked(entry, "/data/debt/debts[1]/creditor")
    assert not asked(entry, "/data/recruitment/rec_job")
    answer(entry, {"/data/debt/debts[1]/debt_by_work": "yes"})
    assert asked(entry, "/data/debt/bonded_labour_note")


def test_a_part_may_stay_empty():
    parts = " ".join(term.name for term in terms("interview_modules"))
    wanted = {path.split("/")[2] for path in needed(entry_of("interview_adult", {MODULES: parts}))}
    assert wanted <= {*ALWAYS, "closing"}


def test_the_grid_counts_what_was_told_whoever_agreed():
    lines = "/data/grid/grid_lines"
    told = {1: "recruited", 2: "deception", 3: "vulnerability", 4: "sexual"}
    entry = entry_of("interview_adult", {f"{lines}[{n}]/element": code for n, code in told.items()})
    counted = [value(entry, f"/data/grid/{kind}_said") for kind in ("act", "means", "purpose")]
    assert counted == ["1", "1", "1"]
    assert asked(entry, "/data/grid/vulnerability_note")
    assert f"{lines}[1]/grid_quote" in needed(entry)


def test_nobody_signs_but_the_officers_and_nobody_is_asked_why():
    body = definition_of("interview_adult").body
    signed = [e.name for e in walk(body) if isinstance(e, Question) and e.marks.get("print") == "signature"]
    assert signed == ["sign_lead", "sign_supervisor"]
    entry = entry_of("interview_adult")
    for visit in entry.visits():
        label = entry.label(visit.path).lower()
        assert not label.startswith(("why did", "did the person know", "didn't"))


def test_places_of_recruitment_and_exploitation_are_told_no_nearer_than_the_district():
    entry = entry_of("interview_adult", WOMAN | {"/data/agreement/consent": "agreed"})
    answer(entry, {MODULES: "recruitment exploitation"})
    state, district = "/data/recruitment/rec_state", "/data/recruitment/rec_district"
    answer(entry, {state: "np_koshi", "/data/exploitation/exploitation_kind": "bonded_labour"})
    assert asked(entry, district)
    assert asked(entry, "/data/exploitation/exploited_industry")
    assert not asked(entry, "/data/exploitation/exploited_sex_kind")
    answer(entry, {state: "in_goa"})
    assert not asked(entry, district)
