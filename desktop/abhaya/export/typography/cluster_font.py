"""One embedded font of whole syllables: what HarfBuzz draws as one cluster is one code in the PDF.

A code's glyph is the cluster's composite outline and its ToUnicode entry the cluster's whole text, so the
page shows exactly what HarfBuzz made and every reader gives back exactly what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from abhaya.export.typography.source_font import Cluster, SourceFont

ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "–"
"""Characters in every font, so that page ranges and hashes can be printed once all else is laid out."""

_LONGEST_CLUSTER = 64
"""Characters; a ToUnicode entry holds at most 256 (ISO 32000-1, 9.10.3); no syllable is longer."""

_JOINERS = "\u200c\u200d\u25cc"


class EncodedWord(NamedTuple):
    """A word ready to be shown: its codes in hex and its width in thousandths of the font size."""

    hex: str
    width: float


class Words(dict[str, EncodedWord]):
    """The words of one language, encoded on first use."""

    def __init__(self, font: ClusterFont, language: str) -> None:
        super().__init__()
        self._font = font
        self._language = language

    def __missing__(self, word: str) -> EncodedWord:
        clusters = self._font.shape(word, self._language)
        encoded = self[word] = self._font.encode(clusters)
        return encoded


class ClusterFont:
    """A weight of the printed typeface.

    First ``learn`` every text that will be printed, then ``number``: codes follow the sorted set of clusters,
    so equal content gives equal bytes whatever was printed before.  All sources have 1000 units per em.
    ``resource`` is what page contents call the font.
    """

    def __init__(self, name: str, resource: str, sources: tuple[SourceFont, ...]) -> None:
        self.name = name
        self.resource = resource
        self.sources = sources
        self.characters = frozenset().union(*(source.characters for source in sources))
        self.clusters: tuple[Cluster, ...] = ()
        self._codes: dict[Cluster, int] = {}
        self._shaped: dict[tuple[str, str], tuple[Cluster, ...]] = {}
        self._words: dict[str, Words] = {}
        assert all(source.units_per_em == 1000 for source in sources), "widths are written as they are"
        self._source_of = {c: s for s in reversed(sources) for c in s.characters}
        for character in ALWAYS:
            self.shape(character, "en")

    def learn(self, text: str, language: str) -> None:
        """Shape every word of a text that will be printed; once numbered there is nothing more to learn."""
        if self._codes:
            return
        shaped = self._shaped
        for word in text.split():
            if (word, language) not in shaped:
                self.shape(word, language)

    def number(self) -> None:
        """Give every cluster learnt its code, from 1."""
        self.clusters = tuple(sorted({cluster for word in self._shaped.values() for cluster in word}))
        self._codes = {cluster: code for code, cluster in enumerate(self.clusters, start=1)}
        assert len(self.clusters) < 0x8000, "codes and outlines must fit in two bytes"

    def words(self, language: str) -> Words:
        """The words of a language by their text; asking for one that was not learnt raises KeyError."""
        if language not in self._words:
            self._words[language] = Words(self, language)
        return self._words[language]

    def shape(self, word: str, language: str) -> tuple[Cluster, ...]:
        """The clusters of a word, remembered."""
        known = self._shaped.get((word, language))
        if known is None:
            known = self._shaped[word, language] = tuple(self._shape(word, language))
        return known

    def encode(self, clusters: Iterable[Cluster]) -> EncodedWord:
        """Codes and width of some clusters."""
        clusters = tuple(clusters)
        return EncodedWord(
            "".join([f"{self._codes[cluster]:04X}" for cluster in clusters]),
            sum(cluster.advance for cluster in clusters),
        )

    def _shape(self, word: str, language: str) -> Iterator[Cluster]:
        for source, run in self._runs(word):
            for cluster in source.shape(run, language):
                if len(cluster.text) <= _LONGEST_CLUSTER:
                    yield cluster
                else:
                    for piece in re.findall(f"(?s).{{1,{_LONGEST_CLUSTER}}}", cluster.text):
                        yield from source.shape(piece, language)

    def _runs(self, word: str) -> Iterator[tuple[SourceFont, str]]:
        """Pieces of a word by the font that has their characters; joiners stay with what they join."""
        current, start = None, 0
        for at, character in enumerate(word):
            source = self._source_of[ord(character)]
            if current is None or (character in _JOINERS and at):
                current = current or source
            elif source is not current:
                yield current, word[start:at]
                current, start = source, at
        if current is not None:
            yield current, word[start:]
