"""The same blocks printed by WeasyPrint from HTML."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

from abhaya.export.blocks import AnswerRow, Block, Heading, Narrative, Note, Table, Title, Words

FONTS = files("abhaya_resources") / "fonts"
STYLE = f"""
@font-face {{ font-family: Sans; src: url(file://{FONTS}/NotoSans-Regular.ttf) }}
@font-face {{ font-family: Deva; src: url(file://{FONTS}/NotoSansDevanagari-Regular.ttf) }}
@page {{ size: A4; margin: 20mm; @bottom-center {{ content: counter(page) " / " counter(pages) }} }}
body {{ font: 10pt Sans, Deva }} h1 {{ break-before: page }}
table {{ border-collapse: collapse; width: 100% }}
td {{ border: 0.5pt solid #888; padding: 2pt 4pt; vertical-align: top; width: 50% }}
"""


def print_blocks(blocks: list[Block]) -> bytes:
    """Return the PDF, tagged as Abhaya's is."""
    body = "".join(map(_html, blocks))
    page = f"<html lang='hi'><head><style>{STYLE}</style></head><body>{body}</body></html>"
    return HTML(string=page).write_pdf(font_config=FontConfiguration(), pdf_variant="pdf/ua-1")


def _html(block: Block) -> str:
    match block:
        case Title(words=words):
            return f"<h1>{_text(words)}</h1>"
        case Heading(words=words, level=level):
            return f"<h{level}>{_text(words)}</h{level}>"
        case AnswerRow(label=label, answer=answer):
            return f"<table><tr><td>{_text(label)}</td><td>{_text(answer)}</td></tr></table>"
        case Table(head=head, rows=rows):
            return f"<table>{''.join(f'<tr>{_cells(row)}</tr>' for row in (head, *rows))}</table>"
        case Narrative(label=label, paragraphs=paragraphs):
            return f"<p>{_text(label)}</p>" + "".join(f"<p>{escape(p.text)}</p>" for p in paragraphs)
        case Note(words=words):
            return f"<p>{_text(words)}</p>"
    return ""


def _cells(row: tuple[Words, ...]) -> str:
    return "".join(f"<td>{_text(words)}</td>" for words in row)


def _text(words: Words) -> str:
    return "<br>".join(f"<span lang='{phrase.language}'>{escape(phrase.text)}</span>" for phrase in words)
