"""Offers a plain copy of a recording, says what that means, and saves it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from abhaya.gui.screen import Surroundings
from abhaya.gui.widgets.notice import Notice
from abhaya.workflows.open_case import AttachmentLine
from abhaya.workflows.save_copy import copy_name, save_copy


def offer_copy(
    parent: QWidget, around: Surroundings, case_number: str, line: AttachmentLine, notice: Notice
) -> None:
    """Save a copy where the person chooses, if they still want it after the warning; ``notice`` says so."""
    attachment, texts, desk = line.attachment, around.texts, around.desk

    def say(key: str) -> str:
        return texts.say(f"case_page.copy.{key}", code=attachment.code)

    if not around.dialogs.ask(parent, say("title"), say("words"), say("do"), icon="triangle-alert"):
        return
    name = copy_name(case_number, attachment)
    kinds = f"{say('kinds')} (*{Path(name).suffix})"
    path = around.dialogs.choose_place(parent, say("place"), Path.home() / name, kinds)
    if path is None:
        return
    notice.tell("info", say("doing"))
    around.background.run(
        lambda report: save_copy(desk, attachment.id, path, report),
        parent,
        lambda _none: notice.tell("ok", say("done")),
        lambda error: notice.tell("warn", texts.explain(error)),
    )
