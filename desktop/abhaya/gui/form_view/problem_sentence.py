"""What a problem is called when the form does not say it itself."""

from __future__ import annotations

from abhaya.texts import Texts
from abhaya_forms.engine import Problem, Question

_TYPES = ("int", "decimal", "date", "time", "dateTime", "geopoint")


def problem_sentence(problem: Problem, question: Question, texts: Texts) -> str:
    """Return the form's own message; for what cannot be read at all, how to write it."""
    if problem.kind != "type":
        return problem.message or texts.say(f"form_view.wrong.{problem.kind}")
    if question.range:
        return texts.say("form_view.wrong.range", start=question.range.start, end=question.range.end)
    if question.control.startswith("select"):
        return texts.say("form_view.wrong.choice")
    kind = question.data_type if question.data_type in _TYPES else "constraint"
    return texts.say(f"form_view.wrong.{kind}")
