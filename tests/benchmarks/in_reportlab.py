"""The same blocks printed by ReportLab with its own shaping: no tags, one font for a text."""

from __future__ import annotations

import io
from html import escape
from importlib.resources import files

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as Grid

from abhaya.export.blocks import AnswerRow, Block, Heading, Narrative, Note, Table, Title, Words

FONTS = files("abhaya_resources") / "fonts"
STYLE = ParagraphStyle("text", fontName="Deva", fontSize=10, leading=14, shaping=1)
HEADING = ParagraphStyle("heading", STYLE, fontSize=13, leading=18)
LINES = [("GRID", (0, 0), (-1, -1), 0.5, "grey"), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def print_blocks(blocks: list[Block]) -> bytes:
    """Return the PDF."""
    registerFont(TTFont("Deva", str(FONTS / "NotoSansDevanagari-Regular.ttf"), shapable=True))
    registerFont(TTFont("Sans", str(FONTS / "NotoSans-Regular.ttf"), shapable=True))
    out = io.BytesIO()
    SimpleDocTemplate(out).build([flowable for block in blocks for flowable in _flowables(block)])
    return out.getvalue()


def _flowables(block: Block) -> list[Flowable]:
    match block:
        case Title(words=words):
            return [PageBreak(), _paragraph(words, HEADING)]
        case Heading(words=words):
            return [_paragraph(words, HEADING)]
        case AnswerRow(label=label, answer=answer):
            return [_grid([[label, answer]])]
        case Table(head=head, rows=rows):
            return [_grid([head, *rows])]
        case Narrative(label=label, paragraphs=paragraphs):
            return [_paragraph(label), *(_paragraph((phrase,)) for phrase in paragraphs)]
        case Note(words=words):
            return [_paragraph(words)]
    return []


def _grid(rows: list) -> Grid:
    return Grid([[_paragraph(words) for words in row] for row in rows], style=LINES)


def _paragraph(words: Words, style: ParagraphStyle = STYLE) -> Paragraph:
    fonts = {"en": "Sans"}
    texts = (f"<font name='{fonts.get(p.language, 'Deva')}'>{escape(p.text)}</font>" for p in words)
    return Paragraph("<br/>".join(texts), style)
