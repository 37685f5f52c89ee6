"""Fills every question of a form, so that each free text can be told wherever it turns up again."""

from __future__ import annotations

from itertools import count

from abhaya_forms.engine import Control, FormEntry, Question

MARK = "QZX"
"""Every free text of a marked record begins so."""

BIRTH_YEAR = "1987"
"""Of every date that tells of a birth."""

_OTHER_DAY = "2026-11-02"
_ROUNDS = 4
_BY_TYPE = {
    "int": "17",
    "integer": "17",
    "decimal": "2.5",
    "time": "09:30:00.000+05:30",
    "dateTime": f"{_OTHER_DAY}T09:30:00.000+05:30",
    "geopoint": "26.76 83.37 0 0",
}


def mark_everything(entry: FormEntry, chosen: dict[str, str]) -> None:
    """Answer all that is shown, by ``chosen`` (names of questions and their answers) or with a mark.

    Of a choice the first is taken, of several all; a repeat gets a row.
    """
    numbers = count(1)
    for _ in range(_ROUNDS):  # an answer may show further questions
        for visit in list(entry.visits(relevant_only=True)):
            if visit.kind == "repeat" and not entry.rows(visit.path) and not visit.element.fixed_count:
                entry.add_repeat(visit.path)
        for visit in list(entry.visits(relevant_only=True)):
            element = visit.element
            if isinstance(element, Question) and element.control is not Control.NOTE:
                state = entry.state(visit.path)
                if not state.read_only and not state.value:
                    mark = _answer(entry, element, visit.path, next(numbers))
                    entry.set_answer(visit.path, chosen.get(element.name, mark))


def _answer(entry: FormEntry, question: Question, path: str, number: int) -> str:
    choices = [choice.value for choice in entry.choices(path)]
    if choices:
        return choices[0] if question.control is Control.SELECT_ONE else " ".join(choices)
    if question.data_type == "date":
        born = "dob" in question.name or "birth" in question.name
        return f"{BIRTH_YEAR}-06-05" if born else _OTHER_DAY
    return _BY_TYPE.get(question.data_type, f"{MARK}{number} {question.name}")
