"""The statement to the police: in the person's words, safe for who speaks, and never signed by its maker."""

from __future__ import annotations

from abhaya_forms.engine import Question
from abhaya_forms.engine.body import walk
from support.form_entries import answer, asked, at, definition_of, entry_of, needed

MAKER = "/data/maker"
WOMAN = {f"{MAKER}/w_type": "victim", f"{MAKER}/sex": "female", f"{MAKER}/born/born_birth": "unknown"}
ADULT = {**WOMAN, f"{MAKER}/born/born_age_said": "30"}
RECORDER = "/data/recording_officer"
USE = "/data/use"


def statement(answers):
    return entry_of("witness_statement", answers)


def prints(form_id):
    found = {}
    for element in walk(definition_of(form_id).body):
        if isinstance(element, Question) and "print" in element.marks:
            found.setdefault(element.marks["print"], []).append(element.name)
    return found


def test_the_officer_and_the_translator_sign_and_never_the_maker():
    printed = prints("witness_statement")
    assert (printed["signature"], printed["signature_person"]) == (["sign_recorder"], ["sign_translator"])
    entry = statement({})
    assert "section 181(1)" in entry.label("/data/signatures/footer")


def test_the_own_words_stand_beside_their_translation():
    printed = prints("witness_statement")
    assert (printed["verbatim"], printed["translation"]) == (["text"], ["translation"])
    entry = statement({"/data/language/officer_speaks": "no"})
    assert {"/data/statement/text", "/data/statement/translation_language"} <= needed(entry)
    answer(
        entry, {"/data/language/spoken_language": "nepali", "/data/statement/translation_language": "hindi"}
    )
    assert "/data/statement/translation" in needed(entry)


def test_a_translation_is_in_another_language():
    entry = statement({"/data/language/spoken_language": "nepali"})
    answer(entry, {"/data/statement/translation_language": "nepali"})
    assert entry.state("/data/statement/translation_language").problems


def test_a_woman_comes_to_the_police_station_only_if_she_is_willing():
    entry = statement(ADULT)
    assert not asked(entry, "/data/setting/home_note")
    answer(entry, {"/data/setting/taken_place_kind": "police_station"})
    assert asked(entry, "/data/setting/home_note")
    assert "/data/setting/taken_willing_words" in needed(entry)


def test_the_statement_of_a_woman_on_a_listed_offence_asks_for_a_woman_officer():
    entry = statement({**ADULT, f"{MAKER}/listed_offence": "no", f"{RECORDER}/recorder/recorder_sex": "male"})
    assert not asked(entry, f"{RECORDER}/woman_officer_why")
    answer(entry, {f"{MAKER}/listed_offence": "yes"})
    assert f"{RECORDER}/woman_officer_why" in needed(entry)
    answer(entry, {f"{RECORDER}/recorder/recorder_sex": "female"})
    assert not asked(entry, f"{RECORDER}/woman_officer_why")


def test_a_child_of_unknown_age_too_is_heard_without_uniform_and_with_support():
    entry = statement({**WOMAN, f"{RECORDER}/recorder/recorder_uniform": "yes"})
    answer(entry, {"/data/language/support_present": "no"})
    assert {f"{RECORDER}/uniform_why", "/data/language/support_absent_why"} <= needed(entry)
    answer(entry, {f"{MAKER}/born/born_age_said": "30"})
    assert not {f"{RECORDER}/uniform_why", "/data/language/support_absent_why"} & needed(entry)


def test_the_magistrate_is_a_duty_for_the_offences_of_the_table():
    entry = statement({f"{USE}/s183_ground": "useful"})
    assert not entry.state(f"{USE}/s183_ground").problems
    answer(entry, {"/data/case/offence_from": "2026-10-01", "/data/case/sections": "bns_143_2"})
    assert entry.state(f"{USE}/s183_ground").problems
    answer(entry, {f"{USE}/s183_ground": "ten_years", f"{USE}/s183_sent": "yes"})
    answer(entry, {f"{USE}/s183_sent_at": at(20, 11), f"{USE}/s183_recorded_at": at(20, 10)})
    assert entry.state(f"{USE}/s183_recorded_at").problems


def test_a_promise_is_warned_of_and_written_down():
    entry = statement({"/data/setting/nothing_promised": "no"})
    assert asked(entry, "/data/setting/promised_note")
    assert "/data/setting/promised_why" in needed(entry)
    answer(entry, {"/data/setting/nothing_promised": "yes"})
    assert not asked(entry, "/data/setting/promised_why")


def test_no_interpreter_for_a_strange_language_needs_a_reason():
    entry = statement({"/data/language/officer_speaks": "no", "/data/language/interpreter_used": "no"})
    assert asked(entry, "/data/language/interpreter_absent_note")
    assert "/data/language/interpreter_absent_why" in needed(entry)
