"""Forms others wrote: brought in whole, or refused with the place and the remedy."""

from __future__ import annotations

import pytest

from abhaya.errors import AbhayaError, Code
from abhaya.texts import LANGUAGES, Texts
from abhaya.workflows.fill_form import available_forms, open_record, start_record
from abhaya.workflows.import_form import check, import_form
from support.desks import begin_case, desk_of, fill_small_form
from support.refusal import refused
from support.small_form import SMALL_FORM, write_small_form


def test_an_imported_form_can_be_filled(desk, tmp_path):
    line = import_form(desk, write_small_form(tmp_path), Texts("en"))
    assert line in available_forms(desk)
    assert start_record(desk, begin_case(desk).id, line.sha256, "ne").entry.label("/data/place") == "ठाउँ"


def test_the_same_again_is_no_change_but_other_content_needs_a_new_version(desk, tmp_path):
    first = import_form(desk, write_small_form(tmp_path), Texts("en"))
    assert import_form(desk, write_small_form(tmp_path), Texts("en")) == first
    with refused(Code.FORM_CHANGED):
        import_form(desk, write_small_form(tmp_path, SMALL_FORM.replace("Place", "Spot")), Texts("en"))
    newer = SMALL_FORM.replace("Place", "Spot").replace("version: '1'", "version: '2'")
    import_form(desk, write_small_form(tmp_path, newer), Texts("en"))
    assert [line.version for line in available_forms(desk) if line.form_id == "small_form"] == ["2"]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("${age_years} < 18", "${no_such_question} < 18", None),
        (". >= 0 and . < 120", "old-enough(.)", "unknown_function"),
        ("calculation: concat('V-00', position(..))", "calculation: ${is_child}", "cycle"),
    ],
)
def test_a_faulty_form_is_refused_where_it_is_wrong(desk, tmp_path, before, after, kind):
    text = SMALL_FORM.replace(before, after)
    if kind == "cycle":
        text = text.replace("'', '', if", "${person_code}, '', if")
    path = write_small_form(tmp_path, text)
    report = check(path)
    assert report.compiled is None
    assert kind is None or kind in {finding.kind for finding in report.findings}
    with pytest.raises(AbhayaError) as caught:
        import_form(desk, path, Texts("hi"))
    assert caught.value.code is Code.FORM_REFUSED
    assert len(caught.value.lines) == caught.value.values["count"] > 0
    assert not any("{" in line.replace("${", "") for line in caught.value.lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_translation_is_a_remark_with_its_place(tmp_path, language):
    path = write_small_form(tmp_path, SMALL_FORM.replace("  label::हिन्दी (hi): आयु\n", ""))
    report = check(path)
    assert report.compiled is not None
    assert [finding.row for finding in report.findings if finding.kind == "missing_translation"]


def test_a_file_that_is_no_form(desk, tmp_path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"not a spreadsheet")
    with pytest.raises(AbhayaError) as caught:
        import_form(desk, path, Texts("ne"))
    assert caught.value.code is Code.FORM_REFUSED
    with refused(Code.FILE_NOT_FOUND):
        import_form(desk, tmp_path / "gone.yaml", Texts("en"))


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
    shipped = next(form for form in available_forms(desk) if form.shipped)
    disguised = SMALL_FORM.replace("form_id: small_form", f"form_id: {shipped.form_id}")
    version = f"version: '{shipped.version}{newer}'"
    path = write_small_form(tmp_path, disguised.replace("version: '1'", version))
    with refused(Code.FORM_ID_TAKEN, form=shipped.form_id):
        import_form(desk, path, Texts("en"))
    assert start_record(desk, begin_case(desk).id, shipped.form_id, "en").record.form_sha256 == shipped.sha256
