"""The description of one XPath function in the table of functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from abhaya_forms.engine.scope import Closure
from abhaya_forms.engine.values import Value

MANY = 1_000


@dataclass(frozen=True, slots=True)
class Function:
    """A function by name, with the least and most arguments it takes.

    ``run`` gets the scope and the evaluated arguments.  A function that needs its arguments unevaluated, or
    the context node, has ``build`` instead: it gets the arguments' closures and returns the call's closure.
    ``checked`` functions are tried once at load when all arguments are literals, so that a call that can
    never work (``date('2026-02-30')``) is found before anybody fills the form.  The last argument of a
    ``pattern`` function is a regular expression; where it is a literal, it is read at load too.
    """

    name: str
    least: int
    most: int
    run: Callable[..., Value] | None = None
    build: Callable[[Sequence[Closure]], Closure] | None = None
    checked: bool = False
    pattern: bool = False
