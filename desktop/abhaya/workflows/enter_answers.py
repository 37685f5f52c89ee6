"""Enter many answers at once, as the command line and the demo station do."""

from __future__ import annotations

import re
from collections.abc import Mapping

from abhaya.errors import AbhayaError, Code
from abhaya.workflows.fill_form import Filling
from abhaya_forms.engine.entry_state import NonAnswer
from abhaya_forms.engine.form_entry import FormEntry

Answer = str | Mapping[str, str]
"""A value in XForms text form, or ``{"non_answer": kind, "why": words}``."""

_ROW = re.compile(r"\[(\d+)\]")


def enter_answers(entry: FormEntry, answers: Mapping[str, Answer]) -> None:
    """Enter ``answers`` by path, in their order; the next row of a repeat is added when a path names it.

    Raises NO_SUCH_QUESTION with the ``path`` that leads nowhere or to a read-only question.
    """
    for path, answer in answers.items():
        try:
            _add_rows(entry, path)
            if isinstance(answer, str):
                entry.set_answer(path, answer)
            else:
                entry.set_non_answer(path, NonAnswer(answer["non_answer"]), answer.get("why", ""))
        except (KeyError, PermissionError, ValueError) as error:
            raise AbhayaError(Code.NO_SUCH_QUESTION, path=path) from error


def enter_and_fill_in(filling: Filling, answers: Mapping[str, Answer]) -> None:
    """Enter ``answers`` as a person does in the window: after each, what the case knows stands in the form.

    Raises NO_SUCH_QUESTION as ``enter_answers`` does, DISK_FULL.
    """
    for path, answer in answers.items():
        enter_answers(filling.entry, {path: answer})
        filling.fill_in()


def _add_rows(entry: FormEntry, path: str) -> None:
    for row in _ROW.finditer(path):
        repeat = path[: row.start()]
        if int(row[1]) == len(entry.rows(repeat)) + 1:
            entry.add_repeat(repeat)
