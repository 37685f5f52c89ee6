"""The pages of a form being filled, and how far each is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from abhaya_forms.engine.answer_problems import asks, broken_rules, is_open
from abhaya_forms.engine.body import Element, Question
from abhaya_forms.engine.entry_scope import EntryScope
from abhaya_forms.engine.entry_state import Section, Visit
from abhaya_forms.engine.entry_walk import walk_entry


def pages_of(body: Iterable[Element]) -> Iterator[tuple[Element, ...]]:
    """Each group or repeat at the top is a page; questions between them share one."""
    loose: list[Element] = []
    for element in body:
        if isinstance(element, Question):
            loose.append(element)
            continue
        if loose:
            yield tuple(loose)
            loose = []
        yield (element,)
    if loose:
        yield tuple(loose)


def section_of(page: tuple[Element, ...], label: str, scope: EntryScope) -> Section:
    """The state of one page."""
    visits = list(walk_entry(scope, page))
    asked = [visit for visit in visits if _is_asked(visit, scope)]
    nodes = [scope.tree.node(visit.path) for visit in asked]
    return Section(
        key=page[0].key,
        label=label,
        paths=tuple(visit.path for visit in visits if visit.depth == 0),
        answered=sum(not is_open(node) for node in nodes),
        questions=len(nodes),
        problems=sum(1 for node in nodes for _ in broken_rules(node, "", scope)),
        relevant=any(visit.relevant for visit in visits),
    )


def _is_asked(visit: Visit, scope: EntryScope) -> bool:
    element = visit.element
    return isinstance(element, Question) and asks(element, scope.tree.node(visit.path))
