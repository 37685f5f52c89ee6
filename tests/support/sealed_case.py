"""One case with everything in it, and every screen the window can show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from abhaya.cases.case import Case
from abhaya.gui.screen import Screen
from abhaya.workflows.attach_file import attach
from abhaya.workflows.desk import Desk
from abhaya.workflows.fill_form import Filling, start_record
from abhaya.workflows.seal_record import seal
from pages.window_page import WindowPage
from support import attachments
from support.desks import begin_case, fill_small_form
from support.recordings import film


@dataclass
class SealedCase:
    """A case with a sealed form, a draft, a photo, a scan and a film."""

    case: Case
    draft: Filling

    def screens(self, page: WindowPage) -> Iterator[Callable[[], Screen]]:
        """Show each screen of the window in turn."""
        for place in page.area.side.places:
            yield lambda place=place: page.go(place)
        yield lambda: page.open_case(self.case.id)
        yield lambda: _shown(page, lambda: page.area.show_form(self.draft))
        yield lambda: _shown(page, lambda: page.area.show_export(self.case.id))


def sealed_case(desk: Desk, scratch: Path) -> SealedCase:
    """Make the case at an open desk."""
    case = begin_case(desk)
    seal(desk, fill_small_form(desk, case, scratch))
    attach(desk, case.id, attachments.photo(scratch), "The gate, seen from the road to the bus stand")
    attach(desk, case.id, attachments.scan(scratch))
    attach(desk, case.id, film(scratch))
    return SealedCase(case, start_record(desk, case.id, "small_form", "en"))


def _shown(page: WindowPage, show: Callable[[], object]) -> Screen:
    show()
    return page.screen
