"""The counts of a case line are what counting the rows would give, whatever was done before."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from abhaya.cases.case import CaseFilter
from abhaya.cases.record import RecordStatus
from abhaya.storage.database import create_database
from abhaya.storage.unit_of_work import Reader
from support.station_keys import KEY, SALT
from support.station_rows import a_case, a_person, a_record, an_attachment, keep_case, sealed, working

CASES = ("GKP/2026/0001", "GKP/2026/0002")
PEOPLE = st.lists(st.tuples(st.sampled_from("VSW"), st.sampled_from((True, False, None))), max_size=5)


class CaseLife(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()
        self.database = create_database(Path(self.folder.name) / "station.db", KEY, SALT)
        for number in CASES:
            keep_case(self.database, a_case(number))
        self.serial = 0

    def teardown(self):
        self.database.close()
        self.folder.cleanup()

    def records(self, status):
        reader = Reader(self.database)
        return [r for number in CASES for r in reader.records.of_case(number) if r.status is status]

    @rule(case_id=st.sampled_from(CASES))
    def start_record(self, case_id):
        self.serial += 1
        with working(self.database) as work:
            number = work.records.next_number(case_id)
            work.records.add(a_record(f"r-{self.serial}", case_id=case_id, number=number), b"content")

    @precondition(lambda self: self.records(RecordStatus.DRAFT))
    @rule(data=st.data(), people=PEOPLE)
    def write_people_down(self, data, people):
        record = data.draw(st.sampled_from(self.records(RecordStatus.DRAFT)))
        rows = []
        for row, (letter, is_child) in enumerate(people, 1):
            person_id = f"{record.id} {letter} {row}"
            person = a_person(f"{letter}-{row:03d}", id=person_id, case_id=record.case_id, is_child=is_child)
            rows.append((person, b"sealed identity"))
        with working(self.database) as work:
            work.people.replace(record.id, rows)

    @precondition(lambda self: self.records(RecordStatus.DRAFT))
    @rule(data=st.data())
    def seal_record(self, data):
        record = data.draw(st.sampled_from(self.records(RecordStatus.DRAFT)))
        with working(self.database) as work:
            work.records.seal(sealed(record), b"content")

    @precondition(lambda self: self.records(RecordStatus.DRAFT))
    @rule(data=st.data())
    def drop_draft(self, data):
        record = data.draw(st.sampled_from(self.records(RecordStatus.DRAFT)))
        with working(self.database) as work:
            if not record.corrects:
                work.people.replace(record.id, [])
                work.records.drop(record.id)

    @precondition(lambda self: self.records(RecordStatus.SEALED))
    @rule(data=st.data())
    def correct_record(self, data):
        old = data.draw(st.sampled_from(self.records(RecordStatus.SEALED)))
        self.serial += 1
        place = {"case_id": old.case_id, "number": old.number, "version": self.serial}
        with working(self.database) as work:
            work.records.add(a_record(f"r-{self.serial}", corrects=old.id, **place), b"content")

    @rule(case_id=st.sampled_from(CASES))
    def attach_file(self, case_id):
        with working(self.database) as work:
            code = work.attachments.next_code(case_id)
            attachment = an_attachment(code, id=f"{case_id} {code}", case_id=case_id)
            work.attachments.add(attachment, b"sealed label", b"sealed key")

    @invariant()
    def counts_are_right(self):
        for line in Reader(self.database).cases.list(CaseFilter(), 0, 10):
            (counted,) = self.database.query(
                "select (select count(distinct code) from people where case_id = ?1 and role = 'victim'),"
                " (select count(distinct code) from people"
                "  where case_id = ?1 and role = 'victim' and is_child = 1),"
                " (select count(*) from records where case_id = ?1 and status = 'draft'),"
                " (select count(*) from records where case_id = ?1 and status = 'sealed'),"
                " (select count(*) from attachments where case_id = ?1)",
                (line.case.id,),
            )
            assert (line.people, line.children, line.drafts, line.sealed, line.attachments) == counted


TestCaseLife = CaseLife.TestCase
TestCaseLife.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
