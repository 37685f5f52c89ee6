"""The screening at the border: what its indicators advise, whom they protect, and what an adult decides."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import FormEntry
from abhaya_forms.engine.body import Question, walk
from abhaya_forms.tables import terms
from support.form_entries import answer, asked, at, definition_of, entry_of, needed, value

ROW = "/data/persons/screened[1]"
ADVICE = f"{ROW}/advice_from_indicators"
PAPERS = f"{ROW}/papers"
JOURNEY = f"{ROW}/journey"
OUTCOME = f"{ROW}/outcome"
INDICATORS = {term.name: term.more for term in terms("indicators")}


def indicator(name: str) -> str:
    """Return the path of an indicator of the first person."""
    return f"{ROW}/indicators/signs_{INDICATORS[name]['dimension']}/{name}"


def screening(age: str, *told: str) -> FormEntry:
    """Return a screening of a person who says this age and tells of these indicators."""
    person = {f"{ROW}/birth": "unknown", f"{ROW}/age_said": age, f"{ROW}/age_basis": "stated_person"}
    return entry_of("border_screening", {**person, **{indicator(name): "told" for name in told}})


def test_thirty_indicators_stand_under_their_dimensions_with_the_words_of_the_table():
    paths = {
        element.name: element.path
        for element in walk(definition_of("border_screening").body)
        if isinstance(element, Question) and element.name in INDICATORS
    }
    assert len(paths) == len(INDICATORS) == 30
    assert {name: path.split("/")[-2] for name, path in paths.items()} == {
        name: f"signs_{more['dimension']}" for name, more in INDICATORS.items()
    }


@pytest.mark.parametrize(
    ("told", "grounds"),
    [
        ((), ""),
        (("i22",), ""),
        (("i13", "i14", "i15"), ""),
        (("i22", "i13"), ""),
        (("i30",), "one_strong"),
        (("i02", "i05"), "two_medium"),
        (("i22", "i13", "i14"), "medium_and_weak"),
        (("i24", "i19", "i20", "i13", "i15"), "one_strong two_medium medium_and_weak"),
    ],
)
def test_one_strong_two_medium_or_a_medium_and_two_weak_advise_a_possible_victim(told, grounds):
    entry = screening("24", *told)
    assert value(entry, f"{ADVICE}/advice_grounds") == grounds
    assert value(entry, f"{ADVICE}/advice") == ("possible_victim" if grounds else "not_enough")


def test_indicators_are_counted_by_dimension_and_only_what_was_seen_or_told():
    entry = screening("24", "i01", "i02", "i22")
    answer(entry, {indicator("i03"): "observed", indicator("i04"): "no", indicator("i08"): "not_checked"})
    counts = {name: value(entry, f"{ADVICE}/count_{name}") for name in ("deceptive", "control", "coercive")}
    assert counts == {"deceptive": "3", "control": "1", "coercive": "0"}
    assert value(entry, f"{ADVICE}/found") == "i01 i02 i03 i22"


@pytest.mark.parametrize(("age", "advice"), [("24", "not_enough"), ("17", "possible_victim")])
def test_a_promise_of_marriage_weighs_more_for_a_child(age, advice):
    assert value(screening(age, "i03"), f"{ADVICE}/advice") == advice


def test_a_suspect_is_not_advised_to_be_a_possible_victim():
    entry = screening("40", "i01")
    assert asked(entry, f"{ADVICE}/advice")
    answer(entry, {f"{OUTCOME}/result": "suspect"})
    assert not asked(entry, f"{ADVICE}/advice")
    assert not asked(entry, f"{ADVICE}/advice_grounds")


def test_a_person_of_unknown_age_is_weighed_and_cared_for_as_a_child():
    entry = entry_of("border_screening", {indicator("i03"): "told"})
    assert value(entry, f"{ADVICE}/advice") == "possible_victim"
    assert asked(entry, f"{ROW}/age_unknown_note")
    assert f"{OUTCOME}/child_action" in needed(entry)
    assert asked(entry, indicator("i11"))


def test_a_nepali_adult_with_nagarikta_and_no_passport_raises_no_indicator():
    entry = screening("24")
    answer(
        entry,
        {
            f"{ROW}/nationality": "npl",
            f"{PAPERS}/has_documents": "yes",
            f"{PAPERS}/document_holder": "self",
            f"{PAPERS}/documents[1]/paper_kind": "np_citizenship",
            f"{PAPERS}/documents[1]/paper_original_seen": "yes",
            **{indicator(name): "no" for name in INDICATORS if name not in ("i11", "i12")},
        },
    )
    assert asked(entry, f"{PAPERS}/nepali_note")
    assert value(entry, f"{ADVICE}/found") == ""
    assert value(entry, f"{ADVICE}/count_documents") == "0"
    assert value(entry, f"{ADVICE}/advice") == "not_enough"


def test_what_is_answered_above_raises_its_indicator_though_nobody_ticked_it():
    entry = screening("24")
    answer(entry, {f"{PAPERS}/has_documents": "yes", f"{PAPERS}/document_holder": "agent"})
    answer(entry, {f"{JOURNEY}/destination_known": "no"})
    assert value(entry, f"{ADVICE}/found") == "i04 i07"
    answer(entry, {f"{PAPERS}/document_holder": "self"})
    assert value(entry, f"{ADVICE}/found") == "i04"


def test_a_companion_who_contradicts_is_a_strong_sign():
    companion = f"{ROW}/companion"
    entry = screening("24")
    answer(entry, {f"{companion}/has_companion": "yes", f"{companion}/companion_version": "differs"})
    assert value(entry, f"{ADVICE}/count_strong") == "0"
    answer(entry, {f"{companion}/companion_version": "contradicts"})
    assert value(entry, f"{ADVICE}/advice") == "possible_victim"


def test_an_officer_who_decides_otherwise_than_the_advice_says_why():
    entry = screening("24", "i30")
    answer(entry, {f"{OUTCOME}/result": "not_victim"})
    assert f"{OUTCOME}/result_why" in needed(entry)
    answer(entry, {f"{OUTCOME}/result": "possible_victim"})
    assert not asked(entry, f"{OUTCOME}/result_why")


def test_an_adult_chooses_and_who_goes_on_gets_the_card():
    entry = screening("24", "i30")
    answer(entry, {f"{OUTCOME}/result": "possible_victim"})
    assert f"{OUTCOME}/adult_choice" in needed(entry)
    assert not asked(entry, f"{OUTCOME}/child_action")
    answer(entry, {f"{OUTCOME}/adult_choice": "go_on"})
    assert f"{OUTCOME}/card_given" in needed(entry)
    answer(entry, {f"{OUTCOME}/result": "suspect"})
    assert not asked(entry, f"{OUTCOME}/adult_choice")
    assert f"{OUTCOME}/suspect_action" in needed(entry)


def test_a_suspect_is_handed_to_the_police_after_being_held():
    entry = screening("40")
    answer(entry, {f"{OUTCOME}/result": "suspect", f"{OUTCOME}/suspect_action": "held_40"})
    answer(entry, {f"{OUTCOME}/suspect_held_at": at(20, 9), f"{OUTCOME}/suspect_handed_at": at(20, 8)})
    assert [p.kind for p in entry.state(f"{OUTCOME}/suspect_handed_at").problems] == ["constraint"]


def test_six_things_are_told_or_a_reason_is_asked():
    told = "/data/encounter/told_rights"
    entry = entry_of("border_screening", {told: "who why no_arrest stop refuse"})
    assert asked(entry, f"{told}_note")
    assert f"{told}_why" in needed(entry)
    answer(entry, {told: "who why no_arrest stop refuse help"})
    assert not asked(entry, f"{told}_why")


def test_a_group_has_somebody_in_it_and_a_woman_asks_for_a_woman_officer():
    sizes = [
        f"/data/encounter/group_size/{who}_{sex}"
        for who in ("adults", "children")
        for sex in ("female", "male", "trans")
    ]
    entry = entry_of("border_screening", dict.fromkeys(sizes, "0"))
    assert "/data/encounter/group_size/group_total" in needed(entry)
    assert not asked(entry, "/data/encounter/woman_note")
    answer(entry, {f"{ROW}/sex": "female"})
    assert asked(entry, "/data/encounter/woman_note")
    answer(entry, {sizes[0]: "1", "/data/encounter/officers[1]/present_sex": "female"})
    assert "/data/encounter/group_size/group_total" not in needed(entry)
    assert not asked(entry, "/data/encounter/woman_note")


def test_what_names_a_person_or_hurts_is_masked():
    masks = {
        element.path.removeprefix("/data/persons/screened/"): element.marks.get("mask")
        for element in walk(definition_of("border_screening").body)
        if isinstance(element, Question)
    }
    named = ("full_name", "alias", "father_name", "mother_name", "guardian_name", "home/home_village")
    named += (
        "papers/phone_number",
        "papers/documents/paper_number",
        "journey/host_name",
        "family_contact/family_phone",
    )
    assert {masks[path] for path in named} == {"identity"}
    assert {masks[path] for path in ("age_years", "nationality", "journey/destination")} == {"quasi"}
    assert {masks[path] for path in ("condition", "advice_from_indicators/found")} == {"sensitive"}
    assert masks["/data/encounter/info_source"] == "sensitive"
