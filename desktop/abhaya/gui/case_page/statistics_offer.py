"""Offers a copy of the case for statistics, says what it tells, and saves it where the person chooses."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.case_page.statistics_dialog import StatisticsDialog
from abhaya.gui.screen import Surroundings
from abhaya.gui.widgets.notice import Notice
from abhaya.workflows.export_htcds import HtcdsExport, read_htcds, save_htcds


def offer_statistics(
    parent: QWidget, around: Surroundings, case_id: str, case_number: str, notice: Notice
) -> None:
    """Put the copy together aside, show what leaves, and save it; ``notice`` says how that goes."""
    texts, desk, run = around.texts, around.desk, around.background.run

    def say(key: str) -> str:
        return texts.say(f"case_page.statistics.{key}")

    def fail(error: AbhayaError) -> None:
        notice.tell("warn", texts.explain(error))

    def show(told: HtcdsExport) -> None:
        notice.hide()
        dialog = StatisticsDialog(parent, texts, told)
        if not dialog.exec():
            return
        name = f"{case_number.replace('/', '-')}-statistics.{dialog.ending}"
        kinds = f"{say(dialog.ending)} (*.{dialog.ending})"
        path = around.dialogs.choose_place(parent, say("place"), Path.home() / name, kinds)
        if path is not None:
            run(lambda _report: save_htcds(desk, told, path), parent, lambda _digest: done(), fail)

    def done() -> None:
        notice.tell("ok", say("done"))

    notice.tell("info", say("doing"))
    run(lambda _report: read_htcds(desk, case_id), parent, show, fail)
