"""Sums up the whole form for the list of sections, the link to problems and their panel."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from abhaya.gui.form_view.entry_pen import EntryPen
from abhaya.gui.form_view.page_plan import Page, template_of
from abhaya.gui.form_view.problem_place import problem_place
from abhaya.gui.form_view.problem_sentence import problem_sentence
from abhaya.gui.form_view.problems_panel import ProblemLine
from abhaya.gui.form_view.section_model import SectionLine
from abhaya.texts import Texts
from abhaya_forms.engine import Problem, Question, walk


@dataclass(frozen=True, slots=True)
class Survey:
    """``lines`` has one entry per page; ``problems`` are in form order, with ``places``, their pages."""

    lines: list[SectionLine]
    answered: int
    questions: int
    problems: tuple[Problem, ...]
    places: tuple[int, ...]


class FormSurveyor:
    """Knows once where each question stands."""

    def __init__(self, pen: EntryPen, plan: tuple[Page, ...]) -> None:
        self._pen, self._plan = pen, plan
        self._page_of = {e.path: n for n, page in enumerate(plan) for e in walk(page.elements) if e.path}
        self._questions = {e.path: e for e in walk(pen.entry.definition.body) if isinstance(e, Question)}

    def survey(self, texts: Texts, *, strict: bool, spared: str) -> Survey:
        """Sum up; ``strict`` counts required questions without an answer as problems.

        ``spared`` is the path of a question that is being typed into.
        """
        sections = self._pen.entry.sections()
        told = () if self._pen.read_only else self._pen.entry.problems(to_seal=strict)
        problems = tuple(problem for problem in told if problem.path != spared)
        places = tuple(self._page_of[template_of(p.path)] for p in problems)
        counts = Counter(self._plan[n].section for n in places)
        nameless = texts.say("form_view.general")
        lines = [
            SectionLine.of(replace(sections[page.section], problems=counts[page.section]), page, nameless)
            for page in self._plan
        ]
        relevant = [section for section in sections if section.relevant]
        return Survey(
            lines,
            sum(section.answered for section in relevant),
            sum(section.questions for section in relevant),
            problems,
            places,
        )

    def _label(self, path: str) -> str:
        """The question with its number."""
        entry = self._pen.entry
        return f"{entry.definition.numbers[template_of(path)]} {entry.label(path)}"

    def problem_lines(self, survey: Survey, texts: Texts) -> list[ProblemLine]:
        """Put the problems into words."""
        return [
            ProblemLine(
                p.path,
                problem_place(self._pen.entry, p.path, survey.lines[place].label, texts),
                self._label(p.path),
                ""
                if p.kind == "required"
                else problem_sentence(p, self._questions[template_of(p.path)], texts),
            )
            for p, place in zip(survey.problems, survey.places, strict=True)
        ]
