"""Commands that prove something."""

from __future__ import annotations

from dataclasses import asdict

from abhaya.command_line.visit import Visit
from abhaya.errors import AbhayaError, Code
from abhaya.workflows.audit_trail import entries, head_from_text, verify_trail
from abhaya.workflows.self_test import self_test
from abhaya.workflows.verify_bundle import verify


def verify_file(visit: Visit) -> None:
    """``abhaya verify F``: is the exported file as it was written?  Needs no station."""
    found = verify(visit.asked.file)
    if found.problems:
        lines = tuple(visit.texts.say(f"verification.{p.kind}", **p.values) for p in found.problems)
        raise AbhayaError(Code.VERIFICATION_FAILED, lines, count=len(lines))
    head = f"{found.audit_head.count}:{found.audit_head.short}" if found.audit_head else "-"
    visit.tell(asdict(found), "verified", pages=found.pages, items=len(found.items), head=head)


def audit_verify(visit: Visit) -> None:
    """``abhaya audit verify [--head COUNT:HASH]``."""
    printed = head_from_text(visit.asked.head) if visit.asked.head else None
    with visit.desk() as desk:
        head = verify_trail(desk, printed)
    visit.tell(asdict(head), "audit_good", count=head.count, hash=head.short)


def audit_list(visit: Visit) -> None:
    """``abhaya audit list [--after N]``."""
    with visit.desk() as desk:
        found = entries(desk, visit.asked.after)
        names = {entry.by: desk.name_of(entry.by) for entry in found}
    visit.terminal.answer(
        [asdict(entry) for entry in found],
        [
            f"{e.number}  {e.at:%Y-%m-%d %H:%M:%SZ}  {names[e.by]}  {e.action}  {e.subject} {e.detail}"
            for e in found
        ],
    )


def self_test_command(visit: Visit) -> None:
    """``abhaya self-test``: is this installation whole?  Needs no station."""
    checks = self_test()
    lines = [visit.texts.say(f"command_line.self_test.{name}") for name in checks]
    visit.terminal.answer({"checks": checks}, lines)
