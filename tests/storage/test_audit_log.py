from __future__ import annotations

import json
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from abhaya.cases.audit_entry import Action, AuditHead
from abhaya.errors import Code
from abhaya.storage.audit_log import PAGE, entry_hash
from abhaya.storage.unit_of_work import Reader, UnitOfWork
from support.refusal import refused
from support.station_rows import Clock

ENTRIES = 20
SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(32))
KEYS = {"p-1": SIGNER.public_key().public_bytes_raw()}


@pytest.fixture
def audit(database):
    """Twenty entries, a signed checkpoint at the tenth and at the last."""
    clock = Clock()
    for number in range(1, ENTRIES + 1):
        sign = SIGNER.sign if number % 10 == 0 else None
        with UnitOfWork(database, clock=clock, person_id="p-1", sign=sign) as work:
            work.note(Action.RECORD_SAVED, f"record {number}", "answers 3")
    return Reader(database).audit


@pytest.fixture
def tamper(audit, database):
    """What somebody with the key and another program could do: change rows after dropping the triggers."""

    def change(*statements):
        triggers = database.query("select name from sqlite_master where type = 'trigger'")
        with database.transaction():
            for (name,) in triggers:
                database.change(f"drop trigger {name}")
            for statement in statements:
                database.change(statement)

    return change


def test_whole_trail_is_verified(audit):
    head = audit.verify(KEYS)
    assert head == audit.head()
    assert head.count == ENTRIES
    assert audit.verify(KEYS, printed=head) == head


def test_empty_trail_is_verified(database):
    assert Reader(database).audit.verify({}) == AuditHead(0, "00" * 32)


def test_entries_are_read_in_pages(audit):
    first, second = audit.entries(0, 12), audit.entries(12, 12)
    assert [entry.number for entry in first + second] == list(range(1, ENTRIES + 1))
    assert second[0].previous == first[-1].hash
    assert second[-1].hash == audit.head().hash


def test_hash_can_be_computed_by_hand(audit):
    (entry,) = audit.entries(0, 1)
    text = (
        '[1,"2026-01-01T00:00:01.000000+00:00","p-1","record.saved","record 1","answers 3","'
        + "00" * 32
        + '"]'
    )
    assert entry.hash == sha256(b"\0" + text.encode()).hexdigest()
    assert json.loads(text)[1] == entry.at.isoformat(timespec="microseconds")


@pytest.mark.parametrize("number", [1, 9, 10, 11, ENTRIES])
@pytest.mark.parametrize("column", ["at", "by", "action", "subject", "detail"])
def test_altered_entry_is_found(audit, tamper, number, column):
    tamper(f"update audit set {column} = 'record.read' where number = {number}")
    with refused(Code.AUDIT_BROKEN, number=number):
        audit.verify(KEYS)


@pytest.mark.parametrize("number", [1, 7, 10])
def test_dropped_entry_is_found(audit, tamper, number):
    tamper(f"delete from audit where number = {number}")
    with refused(Code.AUDIT_BROKEN, number=number):
        audit.verify(KEYS)


def test_dropped_and_renumbered_entry_is_found(audit, tamper):
    tamper("delete from audit where number = 7", "update audit set number = number - 1 where number > 7")
    with refused(Code.AUDIT_BROKEN, number=7):
        audit.verify(KEYS)


def test_reordered_entries_are_found(audit, tamper):
    tamper(
        "update audit set number = 99 where number = 4",
        "update audit set number = 4 where number = 5",
        "update audit set number = 5 where number = 99",
    )
    with refused(Code.AUDIT_BROKEN, number=4):
        audit.verify(KEYS)


def test_cut_end_is_found_by_the_checkpoint(audit, tamper):
    tamper("delete from audit where number > 18")
    with refused(Code.AUDIT_BROKEN, number=19):
        audit.verify(KEYS)


def test_end_cut_with_its_checkpoints_is_found_by_the_printed_head(audit, tamper):
    printed = AuditHead(audit.head().count, audit.head().short)
    tamper("delete from audit where number > 18", "delete from audit_checkpoint where count > 18")
    assert audit.verify(KEYS).count == 18
    with refused(Code.AUDIT_BROKEN, number=19):
        audit.verify(KEYS, printed)


def rewrite(audit, tamper, detail):
    """Forge entry 15 and every hash after it, without a checkpoint that would show it."""
    statements = ["delete from audit_checkpoint where count > 10"]
    previous = bytes.fromhex(audit.entries(13, 1)[0].hash)
    for entry in audit.entries(14):
        at = entry.at.isoformat(timespec="microseconds")
        fields = (entry.number, at, entry.by, str(entry.action), entry.subject, detail)
        digest = entry_hash(*fields, previous)
        statements.append(
            f"update audit set detail = '{detail}', previous = x'{previous.hex()}', hash = x'{digest.hex()}'"
            f" where number = {entry.number}"
        )
        previous = digest
    tamper(*statements)


def test_rewritten_trail_is_found_by_the_printed_head(audit, tamper):
    printed = AuditHead(17, audit.entries(16, 1)[0].hash[:16])
    rewrite(audit, tamper, "forged")
    assert audit.verify(KEYS).count == ENTRIES
    with refused(Code.AUDIT_BROKEN, number=17):
        audit.verify(KEYS, printed)


def test_forged_checkpoint_is_found(audit, tamper):
    other = Ed25519PrivateKey.from_private_bytes(bytes([1] * 32)).sign(b"anything").hex()
    tamper(f"update audit_checkpoint set signature = x'{other}' where count = 10")
    with refused(Code.AUDIT_BROKEN, number=10):
        audit.verify(KEYS)


def test_checkpoint_with_another_root_is_found(audit, tamper):
    tamper("update audit_checkpoint set root = zeroblob(32) where count = 10")
    with refused(Code.AUDIT_BROKEN, number=10):
        audit.verify(KEYS)


def test_checkpoint_of_an_unknown_signer_is_not_believed(audit):
    with refused(Code.AUDIT_BROKEN, number=10):
        audit.verify({})


@pytest.mark.parametrize(
    "statement",
    [
        "update audit set detail = 'x' where number = 3",
        "delete from audit where number = 20",
        "insert or replace into audit select * from audit where number = 20",
        "insert into audit select 22, at, by, action, subject, detail, hash, zeroblob(32)"
        " from audit where number = 20",
        "insert into audit select 21, at, by, action, subject, detail, previous, zeroblob(32)"
        " from audit where number = 20",
        "update audit_checkpoint set root = zeroblob(32)",
        "delete from audit_checkpoint",
    ],
)
def test_database_refuses_to_change_the_trail(audit, database, statement):
    with pytest.raises(Exception, match="append-only"), database.transaction():
        database.change(statement)
    assert audit.verify(KEYS).count == ENTRIES


def test_trail_longer_than_a_page_is_verified(database):
    with UnitOfWork(database, clock=Clock(), person_id="p-1", sign=SIGNER.sign) as work:
        for number in range(PAGE + 5):
            work.note(Action.RECORD_READ, str(number))
    assert Reader(database).audit.verify(KEYS).count == PAGE + 5
