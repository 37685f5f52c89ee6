from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sql

from abhaya.errors import Code
from abhaya.storage import migration
from support.refusal import refused

FIRST = """
-- a comment; with a semicolon
create table notes (text text) strict;
create trigger notes_stay before delete on notes begin
    select 1;
    select raise(abort, 'notes stay; always');
end;
"""
SECOND = "alter table notes add column at text;\n"
BROKEN = "create table more (text text);\nalter table missing add column at text;\n"


@pytest.fixture
def connection():
    connection = sql.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def version(connection):
    return connection.execute("pragma user_version").fetchone()[0]


def names(connection):
    return {row[0] for row in connection.execute("select name from sqlite_master")}


def test_script_is_cut_into_statements():
    comment_and_table, trigger = migration.statements(FIRST)
    assert comment_and_table.strip().endswith("create table notes (text text) strict;")
    assert trigger.startswith("create trigger") and trigger.endswith("end;\n")


def test_only_steps_not_yet_taken_are_run(connection):
    migration.migrate(connection, (FIRST,))
    connection.execute("insert into notes values ('kept')")
    migration.migrate(connection, (FIRST, SECOND))
    assert version(connection) == 2
    assert connection.execute("select * from notes").fetchall() == [("kept", None)]


def test_failed_step_leaves_nothing_of_itself(connection):
    with pytest.raises(sql.OperationalError):
        migration.migrate(connection, (FIRST, BROKEN))
    assert version(connection) == 1
    assert names(connection) == {"notes", "notes_stay"}
    assert not connection.in_transaction
    migration.migrate(connection, (FIRST, SECOND))
    assert version(connection) == 2


def test_newer_database_is_left_alone(connection):
    migration.migrate(connection, (FIRST, SECOND))
    with refused(Code.DATABASE_NEWER, found=2, known=1):
        migration.migrate(connection, (FIRST,))
    assert version(connection) == 2


def test_every_table_is_strict_and_no_statement_is_left_over(connection):
    migration.migrate(connection, migration.steps())
    tables = [row for row in connection.execute("pragma table_list") if not row[1].startswith("sqlite_")]
    assert len(tables) == 14
    assert all(strict for *_, strict in tables)
    assert all("".join(migration.statements(script)) == script for script in migration.steps())


def test_a_decision_about_bail_from_before_is_about_all_accused(connection):
    steps = migration.steps()
    migration.migrate(connection, steps[:5])
    connection.execute("insert into bail_decisions values ('c-1', 90, x'01', 'p-1', '2026-03-01')")
    migration.migrate(connection, steps)
    rows = connection.execute("select case_id, person, days from bail_decisions").fetchall()
    assert rows == [("c-1", "", 90)]
