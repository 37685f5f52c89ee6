"""Each office does what it may in every workflow, and nothing else; who may not is not told what is there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from abhaya.cases.attachment import Attachment
from abhaya.cases.bundle import Copy
from abhaya.cases.case import Case, CaseFilter
from abhaya.cases.record import Record
from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.workflows.attach_file import attach, open_attachment
from abhaya.workflows.audit_trail import entries, verify_trail
from abhaya.workflows.export_bundle import PreparedBundle, plan_bundle, prepare, save_bundle
from abhaya.workflows.export_htcds import HtcdsExport, read_htcds, save_htcds
from abhaya.workflows.fill_form import open_record, start_record
from abhaya.workflows.list_cases import list_cases, search
from abhaya.workflows.manage_people import add_person, grant_case
from abhaya.workflows.open_case import change_summary, find_case, read_case
from abhaya.workflows.seal_record import correct_record, seal
from support.attachments import photo
from support.desks import Clock, begin_case, bring_in, desk_of, fill_small_form
from support.refusal import refused
from support.small_form import write_small_form
from support.station_people import PASSPHRASES


@dataclass
class Prepared:
    """A station with one person of each office; legal aid may read ``case``, not ``other``."""

    folder: Path
    scratch: Path
    clock: Clock
    case: Case
    other: Case
    sealed: Record
    draft: Record
    attachment: Attachment
    bundle: PreparedBundle
    ids: dict[Role, str]


@pytest.fixture
def station(folder, clock, tmp_path):
    scratch = tmp_path
    with desk_of(folder, clock) as desk:
        case, other = begin_case(desk), begin_case(desk)
        sealed = seal(desk, fill_small_form(desk, case, scratch))
        draft = fill_small_form(desk, case, scratch).record
        attachment = attach(desk, case.id, photo(scratch))
        bundle = prepare(desk, plan_bundle(desk, case.id, Copy.COURT, "en"))
        ids = {
            role: add_person(desk, f"{role} (DEMO)", role, PASSPHRASES[role])
            for role in (Role.ADMINISTRATOR, Role.INVESTIGATOR, Role.LEGAL_AID)
        }
        grant_case(desk, case.id, ids[Role.LEGAL_AID])
    return Prepared(folder, scratch, clock, case, other, sealed, draft, attachment, bundle, ids)


DEEDS = {
    "open a case": lambda desk, at: begin_case(desk),
    "find a case": lambda desk, at: find_case(desk, at.case.number),
    "find another case": lambda desk, at: find_case(desk, at.other.id),
    "list cases": lambda desk, at: list_cases(desk, CaseFilter()),
    "search": lambda desk, at: search(desk, "gate"),
    "read a case": lambda desk, at: read_case(desk, at.case.id),
    "read another case": lambda desk, at: read_case(desk, at.other.id),
    "change a case": lambda desk, at: change_summary(desk, at.case.id, "anew"),
    "read a record": lambda desk, at: open_record(desk, at.sealed.id),
    "begin a record": lambda desk, at: start_record(desk, at.case.id, "small_form", "en"),
    "seal a record": lambda desk, at: seal(desk, open_record(desk, at.draft.id)),
    "correct a record": lambda desk, at: correct_record(desk, at.sealed.id),
    "attach a file": lambda desk, at: attach(desk, at.case.id, photo(at.scratch)),
    "read a file": lambda desk, at: open_attachment(desk, at.attachment.id),
    "plan a bundle": lambda desk, at: plan_bundle(desk, at.case.id, Copy.COURT, "en"),
    "print a bundle": lambda desk, at: prepare(desk, at.bundle.plan, lambda done, total: False),
    "save a bundle": lambda desk, at: save_bundle(
        desk, at.bundle, at.scratch / f"{desk.person_id}.pdf", replace=True
    ),
    "read for statistics": lambda desk, at: read_htcds(desk, at.case.id),
    "save for statistics": lambda desk, at: save_htcds(
        desk, HtcdsExport(at.case.id, (), 0), at.scratch / f"{desk.person_id}.json"
    ),
    "import a form": lambda desk, at: bring_in(desk, write_small_form(at.scratch)),
    "add an administrator": lambda desk, at: add_person(
        desk, f"Added by {desk.person_id}", Role.ADMINISTRATOR, "nine quiet walnut ladders"
    ),
    "add an investigator": lambda desk, at: add_person(
        desk, f"Enrolled by {desk.person_id}", Role.INVESTIGATOR, "nine quiet walnut ladders"
    ),
    "grant a case": lambda desk, at: grant_case(desk, at.other.id, at.ids[Role.LEGAL_AID]),
    "read the trail": lambda desk, at: entries(desk),
    "prove the trail": lambda desk, at: verify_trail(desk),
}
READING = {"find a case", "list cases", "read a case", "read a record", "read a file"}
TRAIL = {"read the trail", "prove the trail"}
SUPERVISING = TRAIL | {"import a form", "add an administrator", "add an investigator", "grant a case"}
MAY = {
    Role.LEGAL_AID: READING,
    Role.ADMINISTRATOR: TRAIL | {"add an administrator"},
    Role.INVESTIGATOR: set(DEEDS) - SUPERVISING,
    Role.SUPERVISOR: set(DEEDS),
}


@pytest.mark.parametrize("role", MAY)
def test_an_office_does_what_it_may_and_nothing_else(station, role):
    done = set()
    with desk_of(station.folder, station.clock, role) as desk:
        for name, deed in DEEDS.items():
            with suppress(AbhayaError):
                deed(desk, station)
                done.add(name)
    assert done == MAY[role]


@pytest.mark.parametrize("role", [Role.LEGAL_AID, Role.ADMINISTRATOR])
@pytest.mark.parametrize("name", ["number", "id"])
def test_a_case_one_may_not_read_cannot_be_found(station, role, name):
    with desk_of(station.folder, station.clock, role) as desk, refused(Code.NO_SUCH_CASE):
        find_case(desk, getattr(station.other, name))
