"""Paths in the rules of an XForm, back to ``${name}`` where a sheet would give the very same path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_STEPS = r"(?:/[\w.-]+)+"
_SPACED = re.compile(
    rf" (?P<path>(?:instance\('__last-saved'\))?{_STEPS}|(?:current\(\)/)?\.\.(?:/\.\.)*{_STEPS}|\./[\w.-]+) "
)  # pyxform puts a space on both sides of every path it writes for a ${name}
_PREDICATE = re.compile(r"\[[^]]*\]")
_LAST_SAVED = "instance('__last-saved')"
_BEFORE, _AFTER = " ([", " )],"


class References:
    """Knows the nodes of a form by path; ``repeats`` are the paths of those that are repeats."""

    def __init__(self, paths: Iterable[str], repeats: frozenset[str]) -> None:
        known = tuple(paths)
        named = Counter(path.rpartition("/")[2] for path in known)
        self._names = {path: name for path in known if named[name := path.rpartition("/")[2]] == 1}
        self._repeats = repeats

    def name(self, path: str) -> str:
        """Return ``${name}`` for the node at ``path``, empty when its name could mean another one too."""
        return f"${{{self._names[path]}}}" if path in self._names else ""

    def cell(self, expression: str, context: str, rows_of: str = "", choosing: bool = False) -> str:
        """Return ``expression``, a rule of the node at ``context``, as it is written in a cell.

        A rule for ``choosing`` among the rows of a list names questions from ``current()``; among the rows of
        a repeat (``rows_of``) it names those in the row as ``./name``.
        """
        predicates = [m.span() for m in _PREDICATE.finditer(expression)] if "instance(" in expression else []

        def named(found: re.Match[str]) -> str:
            path, (start, end) = found["path"], found.span()
            inside = choosing or any(first < start and end < last for first, last in predicates)
            if path.startswith("./"):
                return self.name(f"{rows_of}{path[1:]}") or found[0]
            if path.startswith(_LAST_SAVED):
                return self.name(path.removeprefix(_LAST_SAVED)).replace("{", "{last-saved#") or found[0]
            target = absolute(path, context)
            usual = {self._path(target, context, inside), target if "indexed-repeat(" in expression else ""}
            return (self.name(target) if path in usual and _stands_alone(found) else "") or found[0]

        return _SPACED.sub(named, expression).strip()

    def _path(self, target: str, context: str, inside: bool) -> str:
        """The path pyxform writes: relative when both stand in the same repeat."""
        if not any(_around(repeat, target) and _around(repeat, context) for repeat in self._repeats):
            return target
        ours, theirs = context.split("/"), target.split("/")
        common = 0
        while common < min(len(ours), len(theirs)) - 1 and ours[common] == theirs[common]:
            common += 1
        steps = [".."] * (len(ours) - common) + theirs[common:]
        return ("current()/" if inside else "") + "/".join(steps)


def _around(repeat: str, path: str) -> bool:
    return path.startswith(f"{repeat}/")


def absolute(path: str, context: str) -> str:
    """Return the path that ``path`` is, seen from the node at ``context``."""
    steps = path.removeprefix("current()/").split("/")
    if steps[0] != "..":
        return path
    target = context.split("/")
    for step in steps:
        target = target[:-1] if step == ".." else [*target, step]
    return "/".join(target)


def _stands_alone(found: re.Match[str]) -> bool:
    """Whether the spaces look like pyxform's own, who adds them to those an author usually writes."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return not before or not after or before in _BEFORE or after in _AFTER
