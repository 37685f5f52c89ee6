"""Which office may do what."""

from __future__ import annotations

from enum import StrEnum

from abhaya.cases.role import Role


class Deed(StrEnum):
    """Something a person does with a station."""

    LIST_CASES = "list_cases"
    SEARCH = "search"
    OPEN_CASE = "open_case"
    READ_CASE = "read_case"
    CHANGE_CASE = "change_case"
    FILL_FORM = "fill_form"
    SEAL_RECORD = "seal_record"
    ATTACH_FILE = "attach_file"
    GRANT_CASE = "grant_case"
    EXPORT_BUNDLE = "export_bundle"
    IMPORT_FORM = "import_form"
    ENROL_PERSON = "enrol_person"
    READ_AUDIT_TRAIL = "read_audit_trail"
    SET_STATION = "set_station"


_CASE_WORK = {
    Deed.LIST_CASES,
    Deed.SEARCH,
    Deed.OPEN_CASE,
    Deed.READ_CASE,
    Deed.CHANGE_CASE,
    Deed.FILL_FORM,
    Deed.SEAL_RECORD,
    Deed.ATTACH_FILE,
    Deed.EXPORT_BUNDLE,
}
_ALLOWED: dict[Role, set[Deed]] = {
    Role.INVESTIGATOR: _CASE_WORK,
    Role.LEGAL_AID: {Deed.LIST_CASES, Deed.READ_CASE},
    Role.SUPERVISOR: set(Deed),
    Role.ADMINISTRATOR: {Deed.ENROL_PERSON, Deed.READ_AUDIT_TRAIL},
}
_ENROLS: dict[Role, set[Role]] = {
    Role.INVESTIGATOR: set(),
    Role.LEGAL_AID: set(),
    Role.SUPERVISOR: set(Role),
    # Whoever enrols a person could know the passphrase; so an administrator enrols nobody who reads cases.
    Role.ADMINISTRATOR: {Role.ADMINISTRATOR},
}


def may(role: Role, deed: Deed) -> bool:
    """Say whether ``role`` may do ``deed``; the keys a role holds are the stronger limit."""
    return deed in _ALLOWED[role]


def may_enrol(role: Role, newcomer: Role) -> bool:
    """Say whether ``role`` may enrol or remove a person of role ``newcomer``."""
    return newcomer in _ENROLS[role]
