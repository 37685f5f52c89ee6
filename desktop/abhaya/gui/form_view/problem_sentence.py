"""What a problem is called when the form does not say it itself."""

from __future__ import annotations

from abhaya.texts import Texts
from abhaya_forms.engine import Problem

_TYPES = ("int", "decimal", "date", "time", "dateTime", "geopoint")


def problem_sentence(problem: Problem, data_type: str, texts: Texts) -> str:
    """Return the form's own message, else one that says how to write an answer of ``data_type``."""
    if problem.message:
        return problem.message
    if problem.kind == "type" and data_type in _TYPES:
        return texts.say(f"form_view.wrong.{data_type}")
    return texts.say(f"form_view.wrong.{'required' if problem.kind == 'required' else 'constraint'}")
