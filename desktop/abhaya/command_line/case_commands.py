"""Commands about cases, attachments and bundles."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from abhaya.cases.case import CaseFilter
from abhaya.command_line.visit import Visit
from abhaya.errors import AbhayaError, Code
from abhaya.workflows.attach_file import attach
from abhaya.workflows.list_cases import count_cases, list_cases, search
from abhaya.workflows.open_case import CaseFile, RecordLine, find_case, new_case, read_case


def case_list(visit: Visit) -> None:
    """``abhaya case list``."""
    with visit.desk() as desk:
        total = count_cases(desk, CaseFilter())
        lines = list_cases(desk, CaseFilter(), visit.asked.offset, visit.asked.limit)
    say = visit.texts.say
    visit.terminal.answer(
        {"total": total, "cases": [asdict(line) for line in lines]},
        [
            say("command_line.case_count", count=total),
            *(
                say(
                    "command_line.case_line",
                    people=line.people,
                    drafts=line.drafts,
                    sealed=line.sealed,
                    number=line.case.number,
                    kind=line.case.kind,
                    attachments=line.attachments,
                )
                for line in lines
            ),
        ],
    )


def case_show(visit: Visit) -> None:
    """``abhaya case show CASE``."""
    with visit.desk() as desk:
        found = read_case(desk, find_case(desk, visit.asked.case).id)
    visit.terminal.answer(asdict(found), _case_lines(visit, found))


def _case_lines(visit: Visit, found: CaseFile) -> list[str]:
    say, language = visit.texts.say, visit.texts.language
    return [
        f"{found.case.number}  {found.case.kind}",
        found.summary,
        *(f"  {person.code}  {say(f'roles.in_case.{person.role}')}" for person in found.people),
        say("command_line.spared_line", count=found.spared),
        *(
            say(
                "command_line.record_line",
                number=line.record.number,
                title=_title(line, language),
                status=say(f"form_view.status.{line.record.status}"),
                answered=line.record.answered,
                questions=line.record.questions,
                id=line.record.id,
            )
            for line in found.records
        ),
        *(
            f"  {line.attachment.code}  {line.attachment.media_type}  {line.label.caption}"
            for line in found.attachments
        ),
    ]


def _title(line: RecordLine, language: str) -> str:
    title = line.titles.get(language, line.record.form_id)
    return f"{title} · {line.record.subject}" if line.record.subject else title


def case_new(visit: Visit) -> None:
    """``abhaya case new …``; what happened comes by standard input after the passphrase."""
    asked = visit.asked
    try:
        event_on = date.fromisoformat(asked.event_on) if asked.event_on else None
    except ValueError as error:
        raise AbhayaError(Code.USAGE, ("--event-on YYYY-MM-DD",)) from error
    with visit.desk() as desk:
        summary = visit.terminal.rest() if asked.summary_stdin else ""
        case = new_case(
            desk,
            kind=asked.kind,
            summary=summary.strip(),
            event_on=event_on,
            district=asked.district,
            fir_number=asked.fir,
        )
    visit.tell({"id": case.id, "number": case.number}, "case_opened", number=case.number)


def attach_file(visit: Visit) -> None:
    """``abhaya attach CASE FILE``."""
    with visit.desk() as desk:
        case = find_case(desk, visit.asked.case)
        kept = attach(desk, case.id, visit.asked.file, visit.asked.caption)
    visit.tell(asdict(kept), "file_attached", code=kept.code, hash=kept.sha256)


def search_text(visit: Visit) -> None:
    """``abhaya search TEXT``; ``-`` reads the words from standard input, so that no history keeps them."""
    with visit.desk() as desk:
        text = visit.terminal.line() if visit.asked.text == "-" else visit.asked.text
        hits = search(desk, text)
    visit.terminal.answer(
        [asdict(hit) for hit in hits],
        [
            visit.texts.say("command_line.hit_count", count=len(hits)),
            *(f"  {h.case_number}  {h.record_id}" for h in hits),
        ],
    )
