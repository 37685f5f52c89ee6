"""The law as data: what may be charged, what a section carries, and what the facts of a case suggest."""

from __future__ import annotations

import pytest
from lxml import etree

from abhaya_forms.compile import compile_form, with_tables
from abhaya_forms.engine.form_definition import load_form
from abhaya_forms.engine.form_entry import FormEntry
from abhaya_forms.tables import Term, term_label, terms
from abhaya_forms.yaml_source import read_yaml
from support.form_entries import noon

LAW = ("acts_and_sections", "compensation_heads", "form_numbers", "suggested_charges")
PICKER = """
survey:
- {type: date, name: day, 'label::English (en)': Day}
- {type: select_multiple acts_and_sections, name: sections, 'label::English (en)': Sections,
   choice_filter: "first_day <= format-date(${day}, '%Y%m%d') and last_day >= format-date(${day}, '%Y%m%d')"}
settings:
- {form_id: picker, form_title: Picker, version: '1', default_language: English (en)}
"""


def section(name: str) -> Term:
    return next(term for term in terms("acts_and_sections") if term.name == name)


@pytest.mark.parametrize("table", LAW)
def test_what_is_only_from_knowledge_says_so_in_its_label(table):
    for term in terms(table):
        doubtful = "[F" not in term.source and "[K" in term.source
        assert (term.more.get("verify") == "yes") == doubtful, term.name
        assert term.labels["en"].endswith(" (verify)") == doubtful
        assert term.labels["hi"].endswith(" (जाँचें)") == doubtful
        assert term.labels["ne"].endswith(" (जाँच्नुहोस्)") == doubtful


def test_sections_name_acts_and_punishments_that_there_are():
    acts = {term.name for term in terms("acts")}
    punishments = {term.name for term in terms("punishments")}
    for term in terms("acts_and_sections"):
        assert term.more["act"] in acts
        assert term.more["punishment"] in {"", *punishments}
        assert all(term.more["section"] in label for label in term.labels.values())
    assert punishments == {term.more["punishment"] for term in terms("acts_and_sections")} - {""}


def test_default_bail_follows_from_the_punishment():
    for term in terms("acts_and_sections"):
        least, most = term.more["minimum_years"], term.more["maximum_years"]
        grave = most in ("life", "death") or (least not in ("", "life") and float(least) >= 10)
        assert term.more["default_bail_days"] == (("90" if grave else "60") if most else "")


@pytest.mark.parametrize(
    ("name", "days"), [("bns_143_2", "60"), ("bns_144_1", "60"), ("bns_144_2", "60")]
    + [(f"bns_143_{number}", "90") for number in (3, 4, 5, 6, 7)]
)  # fmt: skip
def test_days_before_default_bail(name, days):
    assert section(name).more["default_bail_days"] == days


def test_a_punishment_is_read_out():
    assert term_label("punishments", section("bns_143_4").more["punishment"], "en") == (
        "rigorous imprisonment of 10 years to life and fine"
    )


def test_sexual_offences_need_a_woman_officer_and_a_magistrate():
    rape_group = {f"bns_{number}" for number in (66, 67, 68, 69, 71, 74, 76, 77, 79)}
    women = {term.name for term in terms("acts_and_sections") if term.more["woman_officer"] == "yes"}
    assert rape_group | {"pocso_4_1", "bns_124_1", "ipc_376d"} <= women
    assert all(section(name).more["s183"] == "yes" for name in women)
    assert section("bns_143_2").more["s183"] == "yes"  # punishable with ten years
    assert section("bns_144_1").more["sexual"] == section("itpa_5_1").more["sexual"] == "yes"
    assert section("bns_146").more["sexual"] == "no"


def test_which_offences_every_hospital_treats_free_of_cost():
    free = {term.name for term in terms("acts_and_sections") if term.more["free_treatment"] == "yes"}
    rape = {
        f"bns_{number}" for number in ("64_1", "64_2", "65_1", "65_2", "66", "67", "68", "70_1", "70_2", "71")
    }
    assert free == rape | {"bns_124_1", "pocso_4_1", "pocso_4_2", "pocso_6_1", "pocso_8", "pocso_10"}


@pytest.mark.parametrize(
    ("day", "offered", "not_offered"),
    [
        ("2024-06-30", {"ipc_370", "ipc_370_4", "itpa_5_1", "fa_14"}, {"bns_143_2", "ifa_21"}),
        ("2024-07-01", {"bns_143_4", "bns_141", "fa_14"}, {"ipc_370", "ipc_366b", "ifa_21"}),
        ("2025-09-01", {"bns_143_4", "ifa_21"}, {"fa_14"}),
    ],
)
def test_the_day_of_the_offence_decides_which_sections_are_offered(day, offered, not_offered):
    picker = FormEntry(load_form(compile_form(read_yaml(PICKER.encode(), "picker")).xform), clock=noon)
    picker.set_answer("/data/day", day)
    names = {choice.value for choice in picker.choices("/data/sections")}
    assert offered <= names
    assert not names & not_offered


def test_a_form_takes_only_the_columns_its_rules_name():
    columns = with_tables(read_yaml(PICKER.encode(), "picker")).sheets["choices"].columns
    assert {"first_day", "last_day"} <= set(columns)
    assert not {"default_bail_days", "iccs", "punishment"} & set(columns)


def person(age: int | None, sex: str, *so: str) -> dict[str, str]:
    """Return a trafficked person as the table of suggestions sees one; ``so`` names what is so."""
    flags = ("sexual", "from_abroad", "sc_st")
    facts = {flag: "yes" if flag in so else "no" for flag in flags}
    exploitation = f" {' '.join(name for name in so if name not in flags)} "
    return {"age": "" if age is None else str(age), "sex": sex, "exploitation": exploitation, **facts}


def charges(*persons: dict[str, str], public_servants: int = 0) -> set[str]:
    """Return the sections of today that the table suggests for a case of these persons."""
    case = etree.Element("case")
    etree.SubElement(case, "public_servants").text = str(public_servants)
    for facts in persons:
        element = etree.SubElement(case, "person")
        for name, text in facts.items():
            etree.SubElement(element, name).text = text
    holding = (term for term in terms("suggested_charges") if case.xpath(f"boolean({term.more['when']})"))
    suggested = {charge for term in holding for charge in term.more["charge"].split()}
    return {charge for charge in suggested if section(charge).more["last_day"] == "99991231"}


@pytest.mark.parametrize(
    ("ages", "public_servants", "expected"),
    [
        ([30], 0, {"bns_143_2"}),
        ([30, 25], 0, {"bns_143_3"}),
        ([9], 0, {"bns_143_4"}),
        ([9, 12], 0, {"bns_143_5"}),
        ([30, 9], 0, {"bns_143_3", "bns_143_4"}),
        ([30], 1, {"bns_143_2", "bns_143_7"}),
        ([None], 0, {"bns_143_4"}),  # a child until the age is known
        ([], 1, set()),
    ],
)
def test_how_many_persons_and_children_decide_the_sub_section(ages, public_servants, expected):
    persons = [person(age, "male") for age in ages]
    assert charges(*persons, public_servants=public_servants) == expected


def test_a_girl_of_20_from_nepal():
    girl = person(20, "female", "sexual", "from_abroad")
    assert charges(girl) == {"bns_143_2", "bns_144_2", "bns_141", "itpa_5_1"}
    at_home = person(20, "female", "sexual")
    assert "bns_141" not in charges(at_home)


def test_a_boy_of_17_and_a_man_of_20_from_nepal():
    assert "bns_141" in charges(person(17, "male", "sexual", "from_abroad"))
    assert "bns_141" not in charges(person(20, "male", "sexual", "from_abroad"))


@pytest.mark.parametrize(
    ("bride", "expected"),
    [
        (person(19, "female", "forced_marriage", "from_abroad"), {"bns_143_2", "bns_87", "bns_141"}),
        (person(24, "female", "forced_marriage", "from_abroad"), {"bns_143_2", "bns_87"}),
        (person(19, "female", "forced_marriage"), {"bns_143_2", "bns_87"}),
        (person(19, "male", "forced_marriage", "from_abroad"), {"bns_143_2"}),
    ],
)
def test_a_forced_marriage(bride, expected):
    assert charges(bride) == expected


def test_a_child_of_17_is_a_minor_in_the_words_of_the_itpa():
    child = person(17, "female", "sexual")
    assert charges(child) == {"bns_143_4", "bns_144_1", "pocso_17", "itpa_5_1_minor"}
    assert "itpa_5_1_child" in charges(person(15, "female", "sexual"))


def test_a_debt_against_work():
    assert charges(person(40, "male", "bonded_labour")) == {"bns_143_2", "blsa_16"}
    assert "poa_3_1_h" in charges(person(40, "male", "bonded_labour", "sc_st"))


@pytest.mark.parametrize(
    ("trafficked", "expected"),
    [
        (person(24, "male", "organ_removal"), {"thota_18", "thota_19"}),
        (person(9, "male", "forced_begging"), {"bns_139_1", "jj_76"}),
        (person(30, "male", "forced_begging"), set()),
        (person(13, "female", "child_labour"), {"jj_79", "calpra_14_1"}),
        (person(15, "female", "child_labour"), {"jj_79"}),
        (person(30, "male", "forced_labour"), {"bns_146"}),
        (person(1, "female", "illegal_adoption"), {"jj_80", "jj_81"}),
    ],
)
def test_other_kinds_of_exploitation(trafficked, expected):
    assert {charge for charge in charges(trafficked) if not charge.startswith("bns_143")} == expected


def test_suggested_sections_exist():
    names = {term.name for term in terms("acts_and_sections")}
    assert {charge for term in terms("suggested_charges") for charge in term.more["charge"].split()} <= names


def test_amounts_of_compensation():
    heads = {term.name: term for term in terms("compensation_heads")}
    assert (heads["nalsa_3"].more["minimum"], heads["nalsa_3"].more["maximum"]) == ("400000", "700000")
    assert heads["cvcf_trafficking"].more["minimum"] == "100000"
    assert heads["css_trafficked"].more["maximum"] == "300000"
    for term in heads.values():
        low, high = term.more["minimum"], term.more["maximum"]
        assert not (low and high) or int(low) <= int(high)
        assert term.more["first_day"] <= term.more["last_day"]


def test_form_numbers_of_the_model_rules():
    numbers = {term.name: term.more["number"] for term in terms("form_numbers")}
    assert numbers["jj_production"] == "17"
    assert numbers["jj_restoration"] == "44"
    assert numbers["iif_5"] == "IIF-5"
