"""One code for each syllable: drawn as HarfBuzz draws it, and numbered by content alone."""

from __future__ import annotations

import io

import pytest
import uharfbuzz
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from abhaya.export.typography.cluster_font import ClusterFont
from abhaya.export.typography.truetype import build_truetype
from abhaya.export.typography.typefaces import open_typefaces
from support.printed_case import SAMPLES
from support.source_tree import CHECKOUT

FONTS = CHECKOUT / "resources/abhaya_resources/fonts"


def numbered(*texts: tuple[str, str]) -> ClusterFont:
    """Return the regular weight, having learnt these texts in their languages."""
    font = open_typefaces().regular
    for text, language in texts:
        font.learn(text, language)
    font.number()
    return font


def drawn_by_harfbuzz(font_file: str, script: str, text: str, language: str) -> list:
    """Return the outline of a run as HarfBuzz places the glyphs of the original font."""
    source = TTFont(FONTS / font_file)
    names, glyphs = source.getGlyphOrder(), source.getGlyphSet()
    font = uharfbuzz.Font(uharfbuzz.Face((FONTS / font_file).read_bytes()))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.script, buffer.direction, buffer.language = script, "ltr", language
    uharfbuzz.shape(font, buffer)
    x, outline = 0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        outline += moved(glyphs, names[info.codepoint], x + position.x_offset, position.y_offset)
        x += position.x_advance
    return outline


def drawn_by_us(font: ClusterFont, text: str, language: str) -> list:
    """Return the outline of a word in the embedded font, code after code."""
    built = TTFont(io.BytesIO(build_truetype(font.clusters, font.sources).data))
    names, glyphs, metrics = built.getGlyphOrder(), built.getGlyphSet(), built["hmtx"]
    codes = font.words(language)[text].hex
    x, outline = 0, []
    for code in (int(codes[at : at + 4], 16) for at in range(0, len(codes), 4)):
        outline += moved(glyphs, names[code], x, 0)
        x += metrics[names[code]][0]
    return outline


def moved(glyphs, name: str, dx: int, dy: int) -> list:
    """Return the pen strokes of a glyph, moved."""
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return [
        (stroke, tuple(None if p is None else (p[0] + dx, p[1] + dy) for p in points))
        for stroke, points in pen.value
    ]


@pytest.mark.parametrize("language", ["hi", "ne"])
@pytest.mark.parametrize(
    "word", ["क्षत्रिय", "र्कि", "श्रीमती", "द्वितीय", "पर्‍यो", "राष्ट्रिय", "झ५८९", "उद्धार", "क़ानून", "ि", "र्‍ह"]
)
def test_a_word_is_drawn_as_harfbuzz_draws_it(word, language):
    font = numbered((word, language))
    assert drawn_by_us(font, word, language) == drawn_by_harfbuzz(
        "NotoSansDevanagari-Regular.ttf", "Deva", word, language
    )


def test_nepali_letters_have_their_own_shapes():
    words = ["झ", "५", "८", "९"]
    font = numbered(*((word, language) for word in words for language in ("hi", "ne")))
    assert all(font.words("hi")[word].hex != font.words("ne")[word].hex for word in words)


def test_codes_do_not_depend_on_the_order_of_learning():
    texts = [(text, language) for language, text in SAMPLES.items()]
    first, second = numbered(*texts), numbered(*reversed(texts))
    assert first.clusters == second.clusters
    assert build_truetype(first.clusters, first.sources) == build_truetype(second.clusters, second.sources)


def test_every_code_stands_for_its_text():
    font = numbered((SAMPLES["ne"], "ne"))
    texts = {code: cluster.text for code, cluster in enumerate(font.clusters, start=1)}
    for word in SAMPLES["ne"].split():
        codes = font.words("ne")[word].hex
        assert "".join(texts[int(codes[at : at + 4], 16)] for at in range(0, len(codes), 4)) == word


def test_numbers_and_hashes_can_be_printed_that_were_not_learnt():
    font = numbered(("क", "hi"))
    assert len(font.words("hi")["4711/ffi09afl"].hex) == 4 * len("4711/ffi09afl")


def test_a_word_that_was_not_learnt_is_refused():
    with pytest.raises(KeyError):
        numbered(("क", "hi")).words("hi")["ख"]


@pytest.mark.parametrize("text", ["क" + "\u0951" * 500, "e" + "\u0301" * 500, "\u200d\u200c" * 90, "क्" * 300])
def test_a_heap_of_marks_keeps_every_character(text):
    font = numbered((text, "hi"))
    shaped = font.shape(text, "hi")
    assert "".join(cluster.text for cluster in shaped) == text
    assert max(len(cluster.text) for cluster in shaped) <= 256


def test_the_space_of_a_font_has_its_width():
    regular, bold = open_typefaces()
    for font in (regular, bold):
        font.number()
        assert font.words("en")[" "].width == 260
