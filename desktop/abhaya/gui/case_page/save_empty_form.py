"""Saves a form printed empty where a person chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.background import Report
from abhaya.gui.screen import Surroundings
from abhaya.gui.widgets.notice import Notice
from abhaya.workflows.form_shelf import FormLine
from abhaya.workflows.print_empty_form import EmptyPrint, print_empty_of_station, save_empty


def save_empty_form(
    parent: QWidget, around: Surroundings, form: FormLine, language: str, notice: Notice
) -> None:
    """Ask where to, lay the form out behind the window and write it; ``notice`` says how it went."""
    say = around.texts.say
    suggested = Path.home() / f"{form.form_id}-{language}.pdf"
    place = around.dialogs.choose_place(
        parent, say("case_page.form_choice.empty_title"), suggested, "PDF (*.pdf)"
    )
    if place is None:
        return
    desk = around.desk

    def work(_report: Report) -> EmptyPrint:
        printed = print_empty_of_station(desk, form.sha256, language)
        save_empty(printed, place, replace=True)  # the box has asked
        return printed

    def saved(printed: EmptyPrint) -> None:
        notice.tell("ok", say("case_page.form_choice.empty_saved", file=place, pages=printed.pages))

    def failed(error: AbhayaError) -> None:
        notice.tell("warn", around.texts.explain(error))

    around.background.run(work, parent, saved, failed)
