"""What the parts of a page are built with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from abhaya.gui.dialogs import Dialogs
from abhaya.gui.form_view.entry_pen import EntryPen
from abhaya.texts import Texts


class Shown(Protocol):
    """Part of a page that shows one path of the entry."""

    def refresh(self) -> None:
        """Show what the entry holds now."""

    def finish(self) -> None:
        """Take what is half typed as the answer."""


@dataclass(slots=True)
class PageTools:
    """One set per page; ``views`` holds what the page shows, by real path, in order.

    ``attach`` is called with the path of a question that wants a file; ``strict`` is True once the person
    tried to seal: from then on a required question without an answer is a problem to be seen.
    """

    pen: EntryPen
    texts: Texts
    dialogs: Dialogs
    attach: Callable[[str], object]
    strict: bool = False
    views: dict[str, Shown] = field(default_factory=dict)

    def forget(self, row: str) -> None:
        """Drop the views of a row that is no longer shown."""
        for path in [p for p in self.views if p.startswith(f"{row}/")]:
            del self.views[path]
