"""Fills a form at random: answers that fit and that do not, rows, non-answers, hidden questions too."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from abhaya_forms.engine import Control, FormEntry, NonAnswer, Question, Repeat

_BY_TYPE = {
    "int": ("0", "1", "3", "17", "18", "44", "-2", "x"),
    "integer": ("0", "1", "3", "17", "18"),
    "decimal": ("0.5", "12", "36.6"),
    "date": ("2026-01-31", "1998-02-28", "2027-12-01", "tomorrow"),
    "time": ("09:30:00.000+05:30", "9"),
    "dateTime": ("2026-01-31T09:30:00.000+05:30",),
    "geopoint": ("26.76 83.37 0 0", "nowhere"),
}
_WORDS = ("yes", "no", "a", "b", "foo", "गोरखपुर", "1", "5", "O'Brien & <sons>")


def edit_at_random(
    entry: FormEntry, random: Random, steps: int, *, spare: frozenset[str] = frozenset()
) -> Iterator[str]:
    """Make random edits, yielding after each what was done; ``spare`` are template paths to leave alone."""
    for _ in range(steps):
        yield _edit(entry, random, spare)


def _edit(entry: FormEntry, random: Random, spare: frozenset[str]) -> str:
    visits = [visit for visit in entry.visits() if visit.element.path not in spare]
    if not visits:
        return "nothing"
    visit = random.choice(visits)
    element, path = visit.element, visit.path
    if isinstance(element, Repeat):
        return _change_rows(entry, visit.kind, element, path, random)
    if not isinstance(element, Question) or element.control is Control.NOTE or entry.state(path).read_only:
        return "nothing"
    if random.random() < 0.1:
        kind = random.choice([*NonAnswer, None])
        entry.set_non_answer(path, kind, "fears for her sister" if kind is NonAnswer.DECLINED else "")
        return f"non-answer {path} {kind}"
    value = random_value(entry, element, path, random)
    entry.set_answer(path, value)
    return f"answer {path} {value}"


def _change_rows(entry: FormEntry, kind: str, repeat: Repeat, path: str, random: Random) -> str:
    if repeat.fixed_count:
        return "nothing"
    if kind == "repeat" and len(entry.rows(path)) < 4:
        return f"add {entry.add_repeat(path)}"
    if kind == "row" and random.random() < 0.4:
        entry.remove_repeat(path)
        return f"remove {path}"
    return "nothing"


def random_value(entry: FormEntry, question: Question, path: str, random: Random) -> str:
    """Return an answer that may or may not fit the question."""
    choices = [choice.value for choice in entry.choices(path)]
    if random.random() < 0.15:
        return ""
    if choices:
        most = 1 if question.control is Control.SELECT_ONE else min(3, len(choices))
        return " ".join(random.sample(choices, random.randint(1, most)))
    if question.range is not None:
        return random.choice((question.range.start, question.range.end, "1000000"))
    return random.choice(_BY_TYPE.get(question.data_type, _WORDS))
