"""The doctor's report: what the law wants in it, the seven days, the samples; nothing in the open."""

from __future__ import annotations

from abhaya_forms.engine import Control, Question, walk
from support.form_entries import answer, asked, at, definition_of, entry_of, needed, value

EXAMINATION, RECEIPT = "/data/examination", "/data/receipt"


EXAMINED = {f"{EXAMINATION}/exam_end": at(10, 12), f"{RECEIPT}/received_at": at(17, 12)}


def test_the_report_is_due_seven_days_after_the_examination():
    rape = {f"{EXAMINATION}/purposes": "treatment sexual_assault"}
    entry = entry_of("medical_report", EXAMINED | rape)
    assert value(entry, f"{RECEIPT}/report_limit") == "17/11/2026 12:00"
    assert not asked(entry, f"{RECEIPT}/report_late_why")
    answer(entry, {f"{RECEIPT}/received_at": at(17, 12, 1)})
    assert f"{RECEIPT}/report_late_why" in needed(entry)


def test_the_seven_days_are_for_a_sexual_offence_only():
    organ = {f"{EXAMINATION}/purposes": "treatment organ_scar", f"{RECEIPT}/received_at": at(20, 12)}
    entry = entry_of("medical_report", EXAMINED | organ)
    assert not asked(entry, f"{RECEIPT}/report_limit")
    assert not asked(entry, f"{RECEIPT}/report_late_why")
    assert not asked(entry, "/data/findings/barred_note")


def test_a_report_without_all_the_law_asks_for_goes_back():
    entry = entry_of("medical_report", {f"{EXAMINATION}/contents": "person age injuries consent"})
    assert asked(entry, f"{EXAMINATION}/contents_note")
    every = " ".join(choice.value for choice in entry.choices(f"{EXAMINATION}/contents"))
    answer(entry, {f"{EXAMINATION}/contents": every})
    assert not asked(entry, f"{EXAMINATION}/contents_note")


def test_samples_are_listed_with_their_seals():
    entry = entry_of("medical_report", {"/data/sealed_samples/samples_taken": "yes"})
    row = "/data/sealed_samples/sample_rows[1]"
    assert {f"{row}/sample_{name}" for name in ("number", "kind", "seal", "to", "at")} <= needed(entry)


def test_every_finding_stays_out_of_copies():
    asked_here = {
        part.name: part.marks.get("mask")
        for part in walk(definition_of("medical_report").body)
        if isinstance(part, Question)
        and part.control is not Control.NOTE
        and not part.path.startswith("/data/case/")
        and "subject" not in part.marks  # a code stands in the clear
    }
    assert {"injuries", "mlc_number", "sample_kind", "received_at"} <= asked_here.keys()
    assert set(asked_here.values()) == {"sensitive"}


def test_a_report_on_an_organ_tells_scar_imaging_and_which():
    organ = {f"/data/findings/organ_{name}" for name in ("scar", "imaging", "missing")}
    entry = entry_of("medical_report", {f"{EXAMINATION}/purposes": "treatment"})
    assert not organ & needed(entry)
    answer(entry, {f"{EXAMINATION}/purposes": "treatment organ_scar"})
    assert organ <= needed(entry)
    answer(entry, {"/data/findings/organ_missing": "yes"})
    assert "/data/findings/organ_which" in needed(entry)
