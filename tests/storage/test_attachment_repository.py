from __future__ import annotations

from datetime import timedelta

import pytest

from abhaya.cases.attachment import CustodyEntry
from abhaya.errors import Code
from abhaya.storage.unit_of_work import Reader
from support.refusal import refused
from support.station_rows import START, a_record, an_attachment, keep_case, working

CASE = "GKP/2026/0001"


@pytest.fixture
def attachments(database):
    keep_case(database)
    with working(database) as work:
        work.records.add(a_record(), b"content")
        work.attachments.add(an_attachment("A-1", record_id="r-1"), b"sealed label", b"sealed key")
    return Reader(database).attachments


def test_attachment_comes_back_as_it_was(attachments):
    kept = an_attachment("A-1", record_id="r-1")
    assert attachments.get(kept.id) == kept
    assert attachments.label_of(kept.id) == b"sealed label"
    assert attachments.key_of(kept.id) == b"sealed key"


def test_attachments_are_listed_by_number(database, attachments):
    with working(database) as work:
        for code in ("A-10", "A-2"):
            work.attachments.add(an_attachment(code), b"label", b"key")
    assert [attachment.code for attachment in attachments.of_case(CASE)] == ["A-1", "A-2", "A-10"]
    assert attachments.next_code(CASE) == "A-11"
    assert attachments.next_code("another case") == "A-1"


def test_unknown_attachment_is_named(attachments):
    for ask in (attachments.get, attachments.label_of, attachments.key_of):
        with refused(Code.FILE_NOT_FOUND):
            ask("nothing")


def test_custody_goes_from_the_first_hand_to_the_last(database, attachments):
    steps = [
        CustodyEntry("attachment A-1", START, "p-1", "received"),
        CustodyEntry("attachment A-1", START + timedelta(hours=1), "p-2", "viewed"),
        CustodyEntry("attachment A-1", START, "p-3", "exported"),
    ]
    with working(database) as work:
        for step in steps:
            work.attachments.add_custody(step)
    assert attachments.custody("attachment A-1") == steps


@pytest.mark.parametrize("table", ["attachments", "custody"])
@pytest.mark.parametrize(
    "statement",
    ["delete from {0}", "update {0} set rowid = rowid", "insert or replace into {0} select * from {0}"],
)
def test_nothing_of_it_can_be_changed(database, attachments, table, statement):
    with working(database) as work:
        work.attachments.add_custody(CustodyEntry("attachment A-1", START, "p-1", "received"))
    with pytest.raises(Exception, match=r"never change|never deleted|append-only"), working(database):
        database.change(statement.format(table))
