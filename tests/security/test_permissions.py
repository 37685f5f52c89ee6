"""What each office may do, as a table a supervisor could read."""

from __future__ import annotations

import pytest

from abhaya.cases.role import Role
from abhaya.security.permissions import Deed, may, may_enrol
from abhaya.security.vault_keys import HELD_BY, Vault
from abhaya.texts import LANGUAGES, Texts

NEEDS_IDENTITY = {
    Deed.SEARCH,
    Deed.OPEN_CASE,
    Deed.CHANGE_CASE,
    Deed.FILL_FORM,
    Deed.SEAL_RECORD,
    Deed.ATTACH_FILE,
    Deed.GRANT_CASE,
    Deed.EXPORT_BUNDLE,
}


def test_an_administrator_does_nothing_with_a_case():
    assert {deed for deed in Deed if may(Role.ADMINISTRATOR, deed)} == {
        Deed.ENROL_PERSON,
        Deed.READ_AUDIT_TRAIL,
    }


def test_legal_aid_only_reads():
    assert {deed for deed in Deed if may(Role.LEGAL_AID, deed)} == {Deed.LIST_CASES, Deed.READ_CASE}


def test_a_supervisor_may_do_everything():
    assert all(may(Role.SUPERVISOR, deed) for deed in Deed)


def test_an_investigator_does_case_work_and_no_more():
    refused = {deed for deed in Deed if not may(Role.INVESTIGATOR, deed)}
    assert refused == {
        Deed.GRANT_CASE,
        Deed.IMPORT_FORM,
        Deed.ENROL_PERSON,
        Deed.READ_AUDIT_TRAIL,
        Deed.SET_STATION,
    }


@pytest.mark.parametrize("role", list(Role))
def test_nobody_may_do_what_their_keys_cannot(role):
    if Vault.IDENTITY not in HELD_BY[role]:
        assert not any(may(role, deed) for deed in NEEDS_IDENTITY)


@pytest.mark.parametrize("role", list(Role))
def test_who_may_enrol_anybody_may_do_that_deed(role):
    assert any(may_enrol(role, newcomer) for newcomer in Role) == may(role, Deed.ENROL_PERSON)


@pytest.mark.parametrize("language", LANGUAGES)
def test_roles_have_names(language):
    names = {Texts(language).say(f"roles.role.{role}") for role in Role}
    assert len(names) == len(Role)
