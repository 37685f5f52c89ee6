"""Write what a case tells for statistics, in the words of the IOM standard, without who it is about."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from abhaya.cases.audit_entry import Action
from abhaya.cases.case import Case, CaseStatus
from abhaya.cases.htcds_record import HtcdsRecord
from abhaya.cases.record import RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.export.htcds import to_csv, to_json
from abhaya.security.outside_code import outside_code
from abhaya.security.permissions import Deed
from abhaya.workflows.case_answers import CaseAnswers
from abhaya.workflows.case_document import case_document
from abhaya.workflows.desk import Desk
from abhaya.workflows.htcds_records import htcds_record, statistics_consent
from abhaya.workflows.leaving_file import write_leaving

HTCDS = "htcds"
"""What this copy is called beside the printed ones."""

_STATUS = {CaseStatus.OPEN: "active", CaseStatus.CLOSED: "closed"}


@dataclass(frozen=True, slots=True)
class HtcdsExport:
    """The records of one case; ``refused`` counts the people who did not agree and are not among them."""

    case_id: str
    records: tuple[HtcdsRecord, ...] = field(repr=False)
    refused: int

    def filled(self) -> Counter[str]:
        """How many records, or entries of their lists, hold each field."""
        lists = (entries for record in self.records for entries in record.lists.values())
        entries = [*(record.fields for record in self.records), *(entry for told in lists for entry in told)]
        return Counter(name for entry in entries for name in entry)


def read_htcds(desk: Desk, case_id: str) -> HtcdsExport:
    """Put together what the sealed records in force tell of the victims of a case.

    Who refused the use for statistics, or withdrew it, is left out.  Raises NOT_PERMITTED, NO_SUCH_CASE, and
    NOTHING_FOR_STATISTICS when nobody is left.
    """
    desk.require(Deed.EXPORT_BUNDLE)
    document = case_document(desk, case_id)
    tops = document.root.children
    told = CaseAnswers(top for top in tops if top.attributes.get("status") == RecordStatus.SEALED)
    willing = [victim for victim in told.victims if statistics_consent(told, victim) is not False]
    if not willing:
        raise AbhayaError(Code.NOTHING_FOR_STATISTICS)
    known = _known(desk, desk.reader.cases.get(case_id))
    code = partial(outside_code, desk.identity_key, case_id)
    records = tuple(htcds_record(told, known, victim, code) for victim in willing)
    return HtcdsExport(case_id, records, len(told.victims) - len(willing))


def save_htcds(desk: Desk, export: HtcdsExport, path: Path) -> str:
    """Write the records, as CSV where the name of the file ends so, otherwise as JSON; return the SHA-256.

    Raises NOT_PERMITTED, FILE_EXISTS, FILE_NOT_FOUND, DISK_FULL and READ_ONLY_FOLDER; nothing is left behind.
    """
    desk.require(Deed.EXPORT_BUNDLE)
    if path.exists():
        raise AbhayaError(Code.FILE_EXISTS)
    data = (to_csv if path.suffix.lower() == ".csv" else to_json)(export.records)
    digest = sha256(data).hexdigest()

    def note() -> None:
        with desk.work(signed=True) as work:
            work.note(Action.STATISTICS_EXPORTED, export.case_id, f"{HTCDS} {digest}")

    write_leaving(path, lambda out: out.write(data), note)
    return digest


def _known(desk: Desk, case: Case) -> dict[str, str]:
    """What the station knows of itself and of the case, by the names in ``tables/htcds.yaml``."""
    station = desk.station
    known = {
        "station.name": station.name,
        "station.district": station.district,
        "station.state": station.state,
        "station.country": "IN",
        "station.kind": "LawEnforcement",
        "case.kind": case.kind,
        "case.status": _STATUS[case.status],
    }
    with suppress(AbhayaError):  # an older copy of the key file, put back, may not know who opened the case
        known["case.owner"] = desk.ring.person(case.opened_by).role  # the office, never the name
    return known
