"""Text broken into lines of a given width, ready to be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from abhaya.export.typography.cluster_font import ClusterFont, EncodedWord
from abhaya.export.typography.text_style import TextStyle

_WIDEST_GAP = 1500
"""How much wider a space of a justified line may become, in thousandths of the size; else it stays ragged."""

KEPT_TOGETHER = re.compile(r"\S*\d\d/\d\d/\d{4}(?: \d\d:\d\d)? \([^()]*\)\S*")
"""A day, the time on it and its Bikram Sambat, which no line parts."""


class Passage(NamedTuple):
    """A printable text in one language (ISO 639-1) and one style."""

    text: str
    language: str
    style: TextStyle


class Line(NamedTuple):
    """Codes of the words in hex; ``slack`` is the room left in thousandths of the size.

    ``ends`` tells why the line ends: at a ``space``, inside a ``word`` too long for one line, or as the
    ``last`` of its paragraph.
    """

    words: tuple[str, ...]
    slack: float
    ends: str


@dataclass(slots=True)
class SetText:
    """A passage as lines; ``height`` in points."""

    passage: Passage
    lines: list[Line]

    @property
    def height(self) -> float:
        """Of all lines, in points."""
        return len(self.lines) * self.passage.style.leading

    def split(self, count: int) -> tuple[SetText, SetText]:
        """The first ``count`` lines and the others."""
        return SetText(self.passage, self.lines[:count]), SetText(self.passage, self.lines[count:])

    def operators(self, x: float, top: float) -> str:
        """Content stream operators that show the lines with their left end at ``x`` below ``top``."""
        style = self.passage.style
        space = style.font.words("en")[" "].hex
        shown = [_show(line, space, style) for line in self.lines]
        grey = (f"{style.grey:g} g ", " 0 g") if style.grey else ("", "")
        return (
            f"BT {grey[0]}/{style.font.resource} {style.size:g} Tf {style.leading:g} TL "
            f"1 0 0 1 {x:.2f} {top - style.baseline:.2f} Tm {' T* '.join(shown)}{grey[1]} ET"
        )


def _show(line: Line, space: str, style: TextStyle) -> str:
    """A line's text operator; a space closes it so that readers do not join words over the line's end."""
    trailing = space if line.ends == "space" else ""
    if style.align == "centred":
        return f"[{-line.slack / 2:.1f}<{space.join(line.words)}{trailing}>]TJ"
    gaps = len(line.words) - 1
    if style.align == "justified" and line.ends == "space" and gaps and line.slack <= gaps * _WIDEST_GAP:
        stretch = f"{space}>{-line.slack / gaps:.1f}<"
        return f"[<{stretch.join(line.words)}{trailing}>]TJ"
    return f"<{space.join(line.words)}{trailing}>Tj"


def set_text(passage: Passage, width: float) -> SetText:
    """Break a passage into lines of ``width`` points at spaces and line ends; a longer word where it must.

    What is KEPT_TOGETHER is broken only where it is wider than a line.
    """
    style = passage.style
    words = style.font.words(passage.language)
    room = width * 1000 / style.size + 0.01
    space = words[" "].width
    lines: list[Line] = []
    for paragraph in passage.text.split("\n"):
        current: list[str] = []
        used = -space
        for word, follows in _words(paragraph):
            code, wide = words[word]
            needed = wide + sum(space + words[other].width for other in follows)
            if used + space + (needed if needed <= room else wide) > room:
                if current:
                    lines.append(Line(tuple(current), room - used, "space"))
                    current, used = [], -space
                if wide > room:
                    *full, (code, wide) = _pieces(style.font, word, passage.language, room)
                    lines += [Line((piece.hex,), 0.0, "word") for piece in full]
            current.append(code)
            used += space + wide
        lines.append(Line(tuple(current), room - used, "last"))
    return SetText(passage, lines)


def _words(paragraph: str) -> Iterator[tuple[str, list[str]]]:
    """The words, each with those that are to stand on the same line behind it."""
    end = 0
    for match in KEPT_TOGETHER.finditer(paragraph):
        yield from ((word, []) for word in paragraph[end : match.start()].split())
        first, *others = match[0].split()
        yield first, others
        yield from ((word, []) for word in others)
        end = match.end()
    yield from ((word, []) for word in paragraph[end:].split())


def _pieces(font: ClusterFont, word: str, language: str, room: float) -> Iterator[EncodedWord]:
    """A word cut between syllables into pieces no wider than ``room``."""
    codes: list[str] = []
    used = 0.0
    for cluster in font.shape(word, language):
        code, wide = font.encode((cluster,))
        if codes and used + wide > room:
            yield EncodedWord("".join(codes), used)
            codes, used = [], 0.0
        codes.append(code)
        used += wide
    yield EncodedWord("".join(codes), used)
