"""Sets the items of one bundle: every text is learnt, the fonts are fixed, then pages are laid out."""

from __future__ import annotations

from collections.abc import Iterable

from abhaya.export.blocks import Block
from abhaya.export.layout.composer import Composer
from abhaya.export.layout.fragment import Fragment
from abhaya.export.layout.page_flow import flow
from abhaya.export.layout.page_geometry import PageGeometry
from abhaya.export.layout.structure import Element
from abhaya.export.typography.printable import Printer
from abhaya.export.typography.text_style import StyleSheet
from abhaya.export.typography.typefaces import open_typefaces


class Typesetter:
    """The fonts and styles of one bundle; nothing is carried over to the next."""

    def __init__(self) -> None:
        self.faces = open_typefaces()
        self.styles = StyleSheet(self.faces)
        self._printer = Printer(self.faces.regular.characters)

    def learn(self, blocks: Iterable[Block], language: str) -> int:
        """Shape all that the blocks say; how many characters will be printed by their code."""
        composer = self._composer(Element("Sect", language=language), PageGeometry())
        for _ in composer.compose(blocks):
            pass
        return composer.substituted

    def learn_text(self, text: str, language: str) -> str:
        """Shape a text outside the blocks in both weights; the text as it can be printed."""
        shown, _ = self._printer.printable(text)
        for face in self.faces:
            face.learn(shown, language)
        return shown

    def lay_out(self, blocks: Iterable[Block], language: str, geometry: PageGeometry) -> Fragment:
        """Pages of an item, once the fonts are fixed."""
        fragment = Fragment(Element("Sect", language=language))
        flow(self._composer(fragment.root, geometry).compose(blocks), fragment, geometry)
        return fragment

    def _composer(self, root: Element, geometry: PageGeometry) -> Composer:
        return Composer(self.styles, self._printer, root, geometry.text_width)
