"""Opens a record; a draft whose form has a newer version can be moved to it first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from abhaya.gui.screen import Surroundings
from abhaya.workflows.fill_form import Filling, open_record
from abhaya.workflows.move_draft import move_draft, newer_version
from abhaya_forms.engine.draft_migration import Migration


def open_filling(parent: QWidget, around: Surroundings, record_id: str) -> Filling:
    """Return the record at work, asking about a newer version of its form.

    Raises what ``open_record`` and ``move_draft`` raise.
    """
    desk, say = around.desk, around.texts.say
    filling = open_record(desk, record_id)
    offered = None if filling.read_only else newer_version(desk, filling.record)
    if offered is None:
        return filling
    words = say("newer_form.words", old=filling.record.form_version, new=offered.version)
    do, stay = say("newer_form.do"), say("newer_form.stay")
    if not around.dialogs.ask(parent, say("newer_form.title"), words, do, stay):
        return filling
    moved, report = move_draft(desk, record_id)
    around.dialogs.inform(parent, say("newer_form.done"), _told(report, around))
    return moved


def _told(report: Migration, around: Surroundings) -> str:
    say = around.texts.say
    lines = [say("newer_form.kept", count=report.kept + len(report.moved))]
    if report.left_over:
        lines.append(say("newer_form.left", count=len(report.left_over)))
        lines += [f"• {kept.label}" for kept in report.left_over]
    return "\n".join(lines)
