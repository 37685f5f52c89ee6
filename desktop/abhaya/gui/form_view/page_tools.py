"""What the parts of a page are built with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from abhaya.gui.dialogs import Dialogs
from abhaya.gui.form_view.entry_pen import EntryPen
from abhaya.texts import Texts
from abhaya_forms.engine import Problem

if TYPE_CHECKING:
    from abhaya.gui.form_view.fold import Fold
    from abhaya.gui.form_view.form_files import FormFiles
    from abhaya.gui.form_view.order_watch import OrderWatch
    from abhaya.gui.form_view.question_block import QuestionBlock


class Shown(Protocol):
    """Part of a page that shows one path of the entry."""

    def refresh(self) -> None:
        """Show what the entry holds now."""

    def finish(self) -> None:
        """Take what is half typed as the answer."""


@dataclass(slots=True)
class PageTools:
    """One set per page.

    ``views`` holds what the page shows, by real path, ``folds`` what opens and closes, ``blocks`` the groups,
    inner ones before those around them.

    ``order`` says what is out of order or late; ``files`` serves questions that are answered with one;
    ``grown`` is called when controls were added.
    ``missing`` holds what was open when the person last tried to seal, by path: from then on a required
    question without an answer is a problem to be seen.
    """

    pen: EntryPen
    order: OrderWatch
    texts: Texts
    dialogs: Dialogs
    files: FormFiles
    grown: Callable[[], object]
    missing: Mapping[str, Problem] | None
    views: dict[str, Shown] = field(default_factory=dict)
    folds: list[Fold] = field(default_factory=list)
    blocks: list[QuestionBlock] = field(default_factory=list)

    def forget(self, row: str) -> None:
        """Drop what belongs to a row that is no longer shown."""
        self.folds = [fold for fold in self.folds if fold.root != row and not fold.root.startswith(f"{row}/")]
        self.blocks = [b for b in self.blocks if b.row.real != row and not b.row.real.startswith(f"{row}/")]
        for path in [p for p in self.views if p.startswith(f"{row}/")]:
            del self.views[path]
