"""Every field of IOM's standard is there, every core field is asked by a form, and nothing names anybody."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

import pytest

from abhaya_forms.catalogue import DEFINITIONS
from abhaya_forms.htcds import HtcdsField, HtcdsSource, htcds_fields
from abhaya_forms.source import read_source
from abhaya_forms.tables import table_names, terms

STANDARD = """
org_Name org_ShippingCity org_ShippingCountry org_ShippingState org_ShippingStreet org_ShippingPostalCode
org_ShippingLongitude org_ShippingLatitude org_Phone org_Type
prs_Salutation* prs_FirstName* prs_MiddleName prs_SecondName* prs_Birthdate* prs_Gender* prs_Deceased
prs_MaritalStatus prs_NumberOfChildren prs_PrimaryLanguage prs_SecondaryLanguage prs_HighestLevelOfEducation
prs_Citizenship* prs_IdentityNumber prs_Title* prs_Email* prs_HomePhone* prs_MobilePhone* prs_MailingCity*
prs_MailingCountry* prs_MailingState* prs_MailingStreet* prs_MailingPostalCode* prs_MailingLongitude
prs_MailingLatitude
vic_AgreementToManagePersonalData vic_TraffickingStatus* vic_TraffickingStatusDecisionMakingOrg*
vic_RelationshipToTrafficker vic_AgeWhenTrafficked vic_RecruitmentWebsitesAndApps vic_MethodOfRecruitment*
vic_LocationOfRecruitment* vic_MethodsOfControl* vic_TypeOfExploitation* vic_ForcedLabourIndustry*
vic_TypeOfSexExploitation* vic_LocationOfExploitation* vic_ExploitationWebsitesAndApps vic_Vulnerabilities
vic_DetailsOfVulnerabilities
per_RoleInProcess per_RoleDetails per_Organisation
cas_Status* cas_ReasonForCaseClosure* cas_CaseOwner* cas_ReferringOrganisation* cas_IncomingReferralDate*
cas_ReferringPrimaryCaseWorker* cas_ReasonForIncomingReferral* cas_IncomingReferralDetails*
cas_ReferredOrganisation* cas_ReferredPrimaryCaseWorker* cas_ReasonForOutgoingReferral*
cas_OutgoingReferralDate* cas_OutgoingReferralDetails* cco_CaseComment
hte_Longitude hte_Latitude hte_City hte_Country hte_State hte_Street hte_PostalCode hte_Date hte_Type
hte_Description
spl_Objectives spl_ActionPlan spl_PlannedEndDate spl_ActualEndDate spl_Type
con_Consent*
"""
"""The fields of HTCDS 2.0, core ones with a star."""

DIRECT = """prs_FirstName prs_MiddleName prs_SecondName prs_Birthdate prs_IdentityNumber prs_Title prs_Email
prs_HomePhone prs_MobilePhone prs_MailingStreet prs_MailingPostalCode cas_ReferringPrimaryCaseWorker
cas_ReferredPrimaryCaseWorker"""

OF_STATION = re.compile("(station|case)[.](name|district|state|country|kind|status|owner)")
FIELDS = {field.name: field for field in htcds_fields()}
LEAVING = [field for field in htcds_fields() if not field.withheld]


@dataclass(frozen=True)
class Asked:
    """A question of a form: ``kind`` is its type, with the list of a select."""

    kind: str
    mask: str


@pytest.fixture(scope="module")
def questions():
    """All questions of all forms by the places that the table names."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for path in DEFINITIONS.glob("*/*.yaml"):
        for row in read_source(path).rows("survey"):
            asked = Asked(row["type"], row["bind::abhaya:mask"])
            found[f"{path.stem}/{row['name']}"].append(asked)
            if row["bind::abhaya:carry"]:
                found[row["bind::abhaya:carry"]].append(asked)
    return found


def places(field: HtcdsField) -> list[str]:
    return [source.place for source in field.sources if not OF_STATION.fullmatch(source.place)]


def test_all_fields_of_the_standard_and_no_others():
    assert [field.name + "*" * field.core for field in htcds_fields()] == STANDARD.split()


def test_no_core_field_is_missing(questions):
    for field in htcds_fields():
        assert not field.core or field.sources, field.name
        for place in places(field):
            assert questions[place], (field.name, place)


def test_what_stays_at_the_station_has_a_reason_and_what_leaves_a_source():
    assert all(field.sources for field in LEAVING)
    assert [name for name in DIRECT.split() if not FIELDS[name].withheld] == []


def test_nothing_that_leaves_was_told_in_free_words_or_names_somebody(questions):
    free = re.compile("text|barcode|geopoint|image|file|audio|video")
    for field in LEAVING:
        for place in places(field):
            for asked in questions[place]:
                assert not free.match(asked.kind), (field.name, place)
                assert asked.mask != "identity", (field.name, place)


def test_a_choice_is_looked_up_in_the_list_it_was_chosen_from(questions):
    for field in LEAVING:
        lists = {asked.kind.partition(" ")[2] for place in places(field) for asked in questions[place]}
        tables = {name.partition(".")[0] for name in field.tables} - {"kind", "age_bands"}
        if field.tables != ("kind",) and field.name != "con_Consent":
            assert lists - {""} <= tables <= table_names(), field.name


def test_the_standard_allows_every_word_of_the_tables():
    for field in LEAVING:
        for name in field.tables:
            if field.values and name != "kind":
                words = {term.more.get("htcds", "") for term in terms(name)} - {""}
                assert words, name
                assert words <= set(field.values), (field.name, name)
    kinds = {name: {source.kind for source in FIELDS[name].sources} for name in ("hte_Type", "spl_Type")}
    assert all(found <= set(FIELDS[name].values) for name, found in kinds.items())


def test_dates_are_asked_as_dates_and_numbers_as_numbers(questions):
    kinds = {"date": "date", "integer": "integer", "band": "integer"}
    for field in LEAVING:
        wanted = kinds.get(field.type)
        for place in places(field):
            assert wanted is None or all(asked.kind == wanted for asked in questions[place]), field.name


@pytest.mark.parametrize(
    ("years", "band"), [("0", "0-8"), ("17", "9-17"), ("18", "18-20"), ("48", "48+"), ("-1", ""), ("131", "")]
)
def test_of_an_age_only_the_band_leaves(years, band):
    field = FIELDS["vic_AgeWhenTrafficked"]
    assert field.called(field.sources[0], years) == ((band,) if band else ())


@pytest.mark.parametrize(
    ("name", "answer", "words"),
    [
        ("prs_Gender", "trans_woman", ("TransgenderFeminine",)),
        ("prs_Citizenship", "npl ind", ("NP", "IN")),
        ("prs_Citizenship", "stateless unknown", ()),
        ("prs_PrimaryLanguage", "tamang", ("sit",)),
        ("prs_MailingCity", "in_up_gorakhpur", ("Gorakhpur",)),
        ("prs_MailingCountry", "np_koshi", ("NP",)),
        ("vic_TypeOfExploitation", "forced_labour bonded_labour", ("ForcedLabour",)),
        ("vic_TypeOfExploitation", "unknown", ()),
        ("vic_LocationOfExploitation", "in_goa", ("Goa",)),
        ("vic_TraffickingStatus", "suspect", ()),
        ("prs_NumberOfChildren", "2", ("2",)),
    ],
)
def test_what_an_answer_is_called_in_the_standard(name, answer, words):
    field = FIELDS[name]
    assert field.called(field.sources[0], answer) == words


def test_that_there_is_an_answer_tells_the_kind():
    field = FIELDS["hte_Type"]
    assert field.called(HtcdsSource("Transit", "interview_adult/leg_mode"), "bus") == ("Transit",)
