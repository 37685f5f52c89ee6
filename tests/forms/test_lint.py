"""The house rules see what they are there to see, and nothing else."""

from __future__ import annotations

from abhaya_forms.lint import ADVICE, LONGEST_GROUP, check_form, house_findings
from abhaya_forms.rows import LANGUAGES, FormSource
from support.form_sources import NAME, choice, form, outside_form

EN, HI, NE = (f"label::{language}" for language in LANGUAGES.values())
MASKED = {"type": "text", "name": "full_name", EN: "Full name", HI: "पूरा नाम", NE: "पूरा नाम",
          "bind::abhaya:mask": "identity"}  # fmt: skip


def kinds(source: FormSource) -> list[str]:
    """Return the kinds of the house findings."""
    return [finding.kind for finding in house_findings(source)]


def test_a_tidy_form_has_nothing():
    assert house_findings(form(MASKED)) == ()


def test_languages_that_are_not_there():
    findings = house_findings(form({"type": "text", "name": "a", "label": "A"}))
    assert [(f.kind, f.values["language"]) for f in findings] == [
        ("language_absent", "हिन्दी (hi)"),
        ("language_absent", "नेपाली (ne)"),
    ]


def test_a_missing_translation_is_named_with_its_cell():
    hinted = {
        **MASKED,
        "name": "b_name",
        f"hint::{LANGUAGES['en']}": "As said",
        f"hint::{LANGUAGES['ne']}": "भनेजस्तै",
    }
    half, gap = house_findings(form(MASKED, hinted))
    assert (half.kind, half.values) == ("half_translated", {"language": "हिन्दी (hi)", "count": "1"})
    assert (gap.kind, gap.sheet, gap.row, gap.column) == (
        "missing_translation",
        "survey",
        3,
        "hint::हिन्दी (hi)",
    )


def test_missing_translations_of_choices():
    choices = [choice("yn", "yes") | {EN: "Yes", HI: "हाँ"}]
    findings = house_findings(form(MASKED, choices=choices))
    assert [(f.sheet, f.column) for f in findings if f.kind == "missing_translation"] == [("choices", NE)]


def test_machine_translations_are_counted_by_sheet_and_language():
    choices = [choice("yn", "yes") | {EN: "Yes", HI: "हाँ", NE: "हो", "#review": "ne"}]
    marked = {
        **MASKED,
        f"hint::{LANGUAGES['en']}": "x",
        f"hint::{LANGUAGES['hi']}": "y",
        f"hint::{LANGUAGES['ne']}": "z",
    }
    findings = house_findings(form(marked | {"#review": "hi ne"}, choices=choices))
    assert [(f.kind, f.sheet, f.values["language"], f.values["count"]) for f in findings] == [
        ("machine_translated", "survey", "हिन्दी (hi)", "2"),
        ("machine_translated", "survey", "नेपाली (ne)", "2"),
        ("machine_translated", "choices", "नेपाली (ne)", "1"),
    ]


def test_machine_translations_of_tables_count_too():
    asked = {**MASKED, "type": "select_one legal_powers", "name": "power"}
    assert [(f.sheet, f.values["count"]) for f in house_findings(form(asked))] == [
        ("tables/legal_powers", "8")
    ] * 2


def test_identity_without_a_mask():
    bare = {key: cell for key, cell in MASKED.items() if key != "bind::abhaya:mask"}
    (finding,) = house_findings(form(bare))
    assert (finding.kind, finding.row, finding.values) == (
        "unmasked",
        2,
        {"name": "full_name", "mask": "identity"},
    )
    assert kinds(form(bare | {"#mask": "an officer"})) == []
    assert kinds(form(bare | {"name": "username_of_officer"})) == []


def test_names_in_the_style_of_others_are_understood():
    found = house_findings(outside_form("htcds_xlsform.xlsx"))
    masks = {f.values["name"]: f.values["mask"] for f in found if f.kind == "unmasked"}
    assert masks["prs_First_Name"] == masks["prs_HomePhone"] == "identity"
    assert masks["prs_Birthdate"] == masks["prs_Citizenship"] == "quasi"


def test_a_group_longer_than_a_page():
    def group(count: int) -> FormSource:
        heading = {EN: "Page", HI: "पृष्ठ", NE: "पाना"}
        questions = [MASKED | {"name": f"item{n}"} for n in range(count)]
        return form({"type": "begin_group", "name": "page", **heading}, *questions, {"type": "end_group"})

    assert kinds(group(LONGEST_GROUP)) == []
    assert kinds(group(LONGEST_GROUP + 1)) == ["long_group"]


def test_check_tells_faults_and_advice_together():
    found = [f.kind for f in check_form(form(NAME, NAME))]
    assert found[0] == "name_twice"
    assert set(found[1:]) == {"language_absent", "unmasked"}


def test_a_form_with_advice_only_can_be_used():
    found = {f.kind for f in check_form(outside_form("all-question-types.xlsx"))}
    assert found
    assert found <= ADVICE
