"""Forms others wrote: brought in whole, or refused with the place and the remedy."""

from __future__ import annotations

import pytest

from abhaya.errors import Code
from abhaya.texts import LANGUAGES, Texts
from abhaya.workflows.fill_form import available_forms, open_record, start_record
from abhaya.workflows.import_form import check, finding_text, import_form
from abhaya.workflows.import_form import refused as refused_form
from abhaya_forms.engine import FormEntry
from support.desks import begin_case, bring_in, desk_of, fill_small_form
from support.refusal import refused
from support.small_form import SMALL_FORM, write_small_form


def test_an_imported_form_can_be_filled(desk, tmp_path):
    line = bring_in(desk, write_small_form(tmp_path))
    assert line in available_forms(desk)
    assert start_record(desk, begin_case(desk).id, line.sha256, "ne").entry.label("/data/place") == "ठाउँ"


def test_the_same_again_is_no_change_but_other_content_needs_a_new_version(desk, tmp_path):
    first = bring_in(desk, write_small_form(tmp_path))
    assert bring_in(desk, write_small_form(tmp_path)) == first
    with refused(Code.FORM_CHANGED):
        bring_in(desk, write_small_form(tmp_path, SMALL_FORM.replace("Place", "Spot")))
    newer = SMALL_FORM.replace("Place", "Spot").replace("version: '1'", "version: '2'")
    bring_in(desk, write_small_form(tmp_path, newer))
    assert [line.version for line in available_forms(desk) if line.form_id == "small_form"] == ["2"]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("${age_years} < 18", "${no_such_question} < 18", None),
        (". >= 0 and . < 120", "old-enough(.)", "unknown_function"),
        ("if(${age_years} = ''", "if(${is_child} = ''", "cycle"),
    ],
)
def test_a_faulty_form_is_refused_where_it_is_wrong(desk, tmp_path, before, after, kind):
    report = check(write_small_form(tmp_path, SMALL_FORM.replace(before, after)), desk.local_clock())
    assert report.compiled is None
    assert kind is None or kind in {finding.kind for finding in report.findings}
    error = refused_form(report.findings, Texts("hi"))
    assert error.code is Code.FORM_REFUSED
    assert len(error.lines) == error.values["count"] > 0
    assert not any("{" in line.replace("${", "") for line in error.lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_translation_is_a_remark_with_its_place(desk, tmp_path, language):
    path = write_small_form(tmp_path, SMALL_FORM.replace("  label::हिन्दी (hi): आयु\n", ""))
    report = check(path, desk.local_clock())
    assert report.compiled is not None
    assert [finding.row for finding in report.findings if finding.kind == "missing_translation"]


def test_a_form_that_came_as_an_xform_goes_through_the_same_gate(desk, tmp_path):
    straight = check(write_small_form(tmp_path), desk.local_clock()).compiled
    path = tmp_path / "small_form.xml"
    path.write_bytes(straight.xform)
    line = bring_in(desk, path)
    assert line.sha256 == straight.sha256
    assert line in available_forms(desk)
    path.write_bytes(straight.xform.replace(b"</model>", b"<extension/></model>"))
    report = check(path, desk.local_clock())
    assert (report.compiled, [finding.kind for finding in report.findings]) == (None, ["not_in_rows"])


def test_a_file_that_is_no_form(desk, tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"not a spreadsheet")
    assert check(path, desk.local_clock()).compiled is None
    with refused(Code.FILE_NOT_FOUND):
        check(tmp_path / "gone.yaml", desk.local_clock())


def test_somebody_answers_for_the_form(desk, tmp_path):
    form = check(write_small_form(tmp_path), desk.local_clock()).compiled
    with refused(Code.FORM_NEEDS_APPROVAL):
        import_form(desk, form, "  ")
    import_form(desk, form, " Demo prosecutor, Gorakhpur ")
    (line,) = [line for line in available_forms(desk) if line.form_id == "small_form"]
    assert line.approved_by == "Demo prosecutor, Gorakhpur"


def test_a_form_that_breaks_in_trial_is_not_let_in(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(FormEntry, "problems", lambda self, *, to_seal: 1 / 0)
    report = check(write_small_form(tmp_path), desk.local_clock())
    assert report.compiled is None
    assert "trial_broke" in {finding.kind for finding in report.findings}
    assert "200" in finding_text(Texts("ne"), report.findings[0])


def test_a_form_altered_in_the_database_shows_no_record(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        record = fill_small_form(desk, begin_case(desk), tmp_path).record
        altered = desk.reader.forms.get(record.form_sha256).replace(b"Place", b"Price")
        with desk.database.transaction():
            desk.database.change("drop trigger forms_fixed")
            desk.database.change("update forms set xform = ?", (altered,))
    with desk_of(folder, clock) as desk, refused(Code.SEAL_BROKEN):
        open_record(desk, record.id)


@pytest.mark.parametrize("newer", ["", "-2"])
def test_a_shipped_form_cannot_be_pushed_aside(desk, tmp_path, newer):
    shipped = next(form for form in available_forms(desk) if form.form_id == "rescue_report")
    disguised = SMALL_FORM.replace("form_id: small_form", f"form_id: {shipped.form_id}")
    version = f"version: '{shipped.version}{newer}'"
    path = write_small_form(tmp_path, disguised.replace("version: '1'", version))
    with refused(Code.FORM_ID_TAKEN, form=shipped.form_id):
        bring_in(desk, path)
    assert start_record(desk, begin_case(desk).id, shipped.form_id, "en").record.form_sha256 == shipped.sha256
