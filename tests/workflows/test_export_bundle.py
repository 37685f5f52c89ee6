"""Bundles: only what is sealed, the very bytes that were looked at, on the trail."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import pytest
from pypdf import PdfReader

from abhaya.cases.audit_entry import Action
from abhaya.cases.bundle import Copy
from abhaya.errors import AbhayaError, Code
from abhaya.export.manifest import MANIFEST_NAME, Manifest
from abhaya.storage.audit_log import AuditLog
from abhaya.workflows.attach_file import attach
from abhaya.workflows.audit_trail import entries, verify_trail
from abhaya.workflows.export_bundle import plan_bundle, prepare, save_bundle
from abhaya.workflows.seal_record import correct_record, seal
from abhaya.workflows.verify_bundle import verify
from support.attachments import photo, scan
from support.desks import begin_case, fill_small_form
from support.on_request import seal_on_request
from support.refusal import refused
from support.small_disk import fill, small_disk


@pytest.fixture
def case(desk, tmp_path):
    case = begin_case(desk)
    seal(desk, fill_small_form(desk, case, tmp_path))
    attach(desk, case.id, photo(tmp_path), "Gate")
    attach(desk, case.id, scan(tmp_path), "Seizure list")
    return case


@pytest.fixture
def bundle(desk, case):
    return prepare(desk, plan_bundle(desk, case.id, Copy.COURT, "en"))


def test_a_case_without_a_sealed_record_has_nothing_to_print(desk, tmp_path):
    case = begin_case(desk)
    fill_small_form(desk, case, tmp_path)
    with refused(Code.NOTHING_TO_EXPORT):
        plan_bundle(desk, case.id, Copy.COURT, "en")


def test_the_saved_file_is_what_was_looked_at_and_proves_itself(desk, bundle, tmp_path):
    out = tmp_path / bundle.file_name
    save_bundle(desk, bundle, out)
    assert bundle.file_name == "GKP-2026-0001-court.pdf"
    assert sha256(out.read_bytes()).hexdigest() == bundle.sha256
    found = verify(out)
    assert (found.pages, found.problems) == (bundle.pages, ())
    last = entries(desk)[-1]
    assert (last.action, last.detail) == (Action.BUNDLE_EXPORTED, f"court {bundle.sha256}")


def test_the_printed_head_is_on_the_trail(desk, bundle):
    printed = replace(bundle.audit_head, hash=bundle.audit_head.short)
    assert verify_trail(desk, printed).count > printed.count
    with refused(Code.AUDIT_BROKEN):
        verify_trail(desk, replace(printed, hash="0" * 16))


def test_the_cover_tells_victims_by_record_and_none_of_a_draft(desk, case, tmp_path):
    seal(desk, fill_small_form(desk, case, tmp_path))
    draft = fill_small_form(desk, case, tmp_path)
    draft.entry.add_repeat("/data/rescued")
    draft.save()
    bundle = prepare(desk, plan_bundle(desk, case.id, Copy.COURT, "en"))
    cover = PdfReader(BytesIO(bundle.data)).pages[0].extract_text()
    for number, codes in ((1, "V-001, V-002"), (2, "V-003, V-004")):
        assert f"{codes}; of these below 18: 1 (record {number})" in cover
    assert "V-005" not in cover
    assert "Gorakhpur" in cover


def test_what_a_court_is_given_only_on_request_stays_out_and_is_named(desk, case, tmp_path):
    seal_on_request(desk, case)
    bundle = prepare(desk, plan_bundle(desk, case.id, Copy.COURT, "en"))
    reader = PdfReader(BytesIO(bundle.data))
    cover, index = (" ".join(page.extract_text().split()) for page in reader.pages[:2])
    assert bundle.left_out == (2,)
    assert "Records: 1;" in cover
    assert "not in this file: 1" in cover
    assert "not in this file Rescue operation plan (record 2)" in index
    assert "Practice (DEMO)" not in " ".join(page.extract_text() for page in reader.pages)
    manifest = Manifest.from_json(reader.attachments[MANIFEST_NAME][0])
    assert manifest.left_out == ("Rescue operation plan (record 2)",)
    save_bundle(desk, bundle, tmp_path / "out.pdf")
    assert verify(tmp_path / "out.pdf").problems == ()


def test_what_is_given_only_on_request_is_printed_when_the_whole_is_asked_for(desk, case):
    seal_on_request(desk, case)
    plan = plan_bundle(desk, case.id, Copy.COURT, "en", whole=True)
    bundle = prepare(desk, plan)
    assert (len(plan.record_ids), bundle.left_out) == (2, ())
    assert "not in this file" not in PdfReader(BytesIO(bundle.data)).pages[1].extract_text()


def test_a_draft_is_never_printed(desk, case, bundle, tmp_path):
    draft = fill_small_form(desk, case, tmp_path).record
    with refused(Code.RECORD_NOT_SEALED):
        prepare(desk, replace(bundle.plan, record_ids=(draft.id,)))


def test_what_a_correction_has_replaced_is_not_printed(desk, bundle):
    seal(desk, correct_record(desk, bundle.plan.record_ids[0]))
    with refused(Code.RECORD_NOT_SEALED):
        prepare(desk, bundle.plan)


def test_an_attachment_of_another_case_is_not_printed(desk, bundle, tmp_path):
    foreign = attach(desk, begin_case(desk).id, photo(tmp_path))
    with refused(Code.FILE_NOT_FOUND):
        prepare(desk, replace(bundle.plan, attachment_ids=(foreign.id,)))


def test_stopping_prints_nothing(desk, bundle):
    assert prepare(desk, bundle.plan, lambda done, total: False) is None


def test_a_file_that_is_there_is_not_overwritten_unasked(desk, bundle, tmp_path):
    out = tmp_path / "there.pdf"
    out.write_bytes(b"older")
    with refused(Code.FILE_EXISTS):
        save_bundle(desk, bundle, out)
    assert out.read_bytes() == b"older"
    save_bundle(desk, bundle, out, replace=True)
    assert out.read_bytes() == bundle.data


def test_nothing_leaves_the_station_without_its_entry(desk, bundle, tmp_path, monkeypatch):
    def full(*_):
        raise AbhayaError(Code.DISK_FULL)

    monkeypatch.setattr(AuditLog, "append", full)
    with refused(Code.DISK_FULL):
        save_bundle(desk, bundle, tmp_path / "bundle.pdf")
    monkeypatch.undo()
    assert list(tmp_path.glob("bundle.pdf*")) == []


def test_a_stick_that_is_not_there_any_more(desk, bundle, tmp_path):
    head = desk.reader.audit.head()
    with refused(Code.FILE_NOT_FOUND):
        save_bundle(desk, bundle, tmp_path / "gone" / "bundle.pdf")
    assert desk.reader.audit.head() == head


def test_a_full_stick_leaves_nothing_behind(desk, bundle, tmp_path):
    with small_disk(tmp_path, 256 * 1024) as stick:
        filler = fill(stick)
        with refused(Code.DISK_FULL):
            save_bundle(desk, bundle, stick / "bundle.pdf")
        assert list(stick.iterdir()) == [filler]


def test_a_changed_file_does_not_verify(desk, bundle, tmp_path):
    out = tmp_path / "changed.pdf"
    data = bytearray(bundle.data)
    data[len(data) // 2] ^= 1
    out.write_bytes(data)
    try:
        problems = verify(out).problems
    except Exception as error:
        assert getattr(error, "code", None) is Code.PDF_BROKEN  # noqa: PT017 - damaged beyond reading
    else:
        assert problems
