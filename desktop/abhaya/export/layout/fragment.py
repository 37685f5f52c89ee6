"""Pages laid out for themselves, before anybody knows where in the bundle they will stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.structure import Element


@dataclass(slots=True)
class Fragment:
    """The pages of one item of the bundle; ``root`` holds its structure."""

    root: Element
    pages: list[PageCanvas] = field(default_factory=list)

    def add_page(self) -> PageCanvas:
        """Begin the next page."""
        self.pages.append(PageCanvas(len(self.pages)))
        return self.pages[-1]
