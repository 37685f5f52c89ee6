"""What a printed file says of the identities in it: by which law they are protected, as the case goes."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya.cases.person import Person, PersonRole
from abhaya.export.blocks import Phrase, Words
from abhaya.export.charges import last_told
from abhaya.export.printed_words import PrintedWords
from abhaya.export.snapshot import CaseSnapshot
from abhaya_forms.tables import Term, terms


def identity_notice(snapshot: CaseSnapshot, words: PrintedWords) -> str:
    """The line at the head of every page."""
    return words.say("export.notice" if any(_laws(snapshot)) else "export.notice_policy")


def identity_protection(snapshot: CaseSnapshot, words: PrintedWords) -> Words:
    """The paragraph on the cover, which names the laws."""
    laws = list(_laws(snapshot))
    if not laws:
        return words.words("export.cover.protected_policy")
    languages = dict.fromkeys((words.language, "en"))
    return tuple(Phrase(_said(laws, PrintedWords(language)), language) for language in languages)


def _said(laws: list[Term], words: PrintedWords) -> str:
    *others, last = (law.labels[words.language] for law in laws)
    named = words.say("export.cover.laws", first=", ".join(others), last=last) if others else last
    return words.say("export.cover.protected", laws=named)


def _laws(snapshot: CaseSnapshot) -> Iterator[Term]:
    """The rows of ``abhaya_forms/tables/identity_laws.yaml`` that apply."""
    charged = set(last_told(snapshot, "case.sections").split())
    acts = {term.more["act"] for term in terms("acts_and_sections") if term.name in charged}
    child = any(map(_may_be_a_child, snapshot.people))
    for law in terms("identity_laws"):
        by_charge = charged & set(law.more["sections"].split()) or acts & set(law.more["acts"].split())
        if by_charge or (child and law.more["child"] == "yes"):
            yield law


def _may_be_a_child(person: Person) -> bool:
    return person.is_child is True or (person.is_child is None and person.role is PersonRole.VICTIM)
