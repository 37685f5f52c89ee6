"""The questions of a form that carry a fact, and whom each of them is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from abhaya.cases.person import PersonRole
from abhaya_forms.engine.body import Element, Question, Repeat, walk
from abhaya_forms.engine.form_definition import FormDefinition
from abhaya_forms.engine.form_entry import FormEntry

PERSON = "person."
"""Facts with this beginning belong to one person: the form's subject, or the person of a register's row."""


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A question of an entry that carries the fact ``name``; ``person`` is a code, "" for the case's own."""

    path: str
    name: str
    person: str


class FactsInForm:
    """Where a form asks for facts; repeats that list no people are passed over."""

    def __init__(self, definition: FormDefinition) -> None:
        self._body = definition.body
        self._registers = register_roles(definition)
        self._subject = subject_question(definition)
        self._holding = {e.key for e in walk(self._body) if any("carry" in b.marks for b in walk((e,)))}

    def asked(self, entry: FormEntry) -> Iterator[AskedFact]:
        """Yield the questions as they stand in the entry, in the order of the form."""
        subject = entry.node(self._subject.path).value if self._subject else ""
        yield from self._below(entry, self._body, "", "", subject, once=True)

    def _below(
        self,
        entry: FormEntry,
        elements: tuple[Element, ...],
        repeat: str,
        row: str,
        person: str,
        *,
        once: bool,
    ) -> Iterator[AskedFact]:
        for element in elements:
            if element.key not in self._holding:
                continue
            path = row + (element.path or "").removeprefix(repeat)
            if isinstance(element, Question):
                name = element.marks["carry"]
                about = person if name.startswith(PERSON) else ""
                if once and (about or not name.startswith(PERSON)):
                    yield AskedFact(path, name, about)
            elif isinstance(element, Repeat):
                listed = element.path in self._registers
                for below in entry.rows(path):
                    code = entry.node(f"{below}/person_code").value if listed else ""
                    yield from self._below(entry, element.children, element.path, below, code, once=listed)
            else:
                yield from self._below(entry, element.children, repeat, row, person, once=once)


def register_roles(definition: FormDefinition) -> dict[str, PersonRole]:
    """Return the registers of people, by the path of the repeat."""
    return {
        element.path: PersonRole(question.marks["person"])
        for element in walk(definition.body)
        if isinstance(element, Repeat)
        for question in element.children
        if isinstance(question, Question)
        and question.name == "person_code"
        and question.marks.get("person") in tuple(PersonRole)
    }


def subject_question(definition: FormDefinition) -> Question | None:
    """Return the question that holds the code of the one person the form is about."""
    questions = (e for e in walk(definition.body) if isinstance(e, Question) and e.name == "subject_code")
    return next((question for question in questions if question.marks.get("subject")), None)


def subject_roles(definition: FormDefinition) -> tuple[PersonRole, ...]:
    """Return in which roles a person can be the form's subject; none for a form about the whole case."""
    question = subject_question(definition)
    words = question.marks["subject"].split() if question else []
    return tuple(role for role in PersonRole if role in words)
