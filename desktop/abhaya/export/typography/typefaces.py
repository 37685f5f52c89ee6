"""The two weights everything is printed in, read from the fonts that come with the program."""

from __future__ import annotations

from importlib.resources import files
from typing import NamedTuple

from abhaya.export.typography.cluster_font import ClusterFont
from abhaya.export.typography.source_font import SourceFont


class Typefaces(NamedTuple):
    """Regular for answers and narrative, bold for headings and labels."""

    regular: ClusterFont
    bold: ClusterFont

    def number(self) -> None:
        """Fix the codes of both weights: every text has been learnt."""
        self.regular.number()
        self.bold.number()


def open_typefaces() -> Typefaces:
    """Noto Sans joined with Noto Sans Devanagari (SIL Open Font License 1.1), anew for each document."""
    return Typefaces(_open("Regular", "R"), _open("Bold", "B"))


def _open(weight: str, resource: str) -> ClusterFont:
    folder = files("abhaya_resources") / "fonts"
    scripts = ("NotoSans", "Latn"), ("NotoSansDevanagari", "Deva")
    sources = (
        SourceFont((folder / f"{family}-{weight}.ttf").read_bytes(), script, number)
        for number, (family, script) in enumerate(scripts)
    )
    return ClusterFont(f"AbhayaSans-{weight}", resource, tuple(sources))
