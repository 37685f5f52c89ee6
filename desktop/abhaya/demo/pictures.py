"""Draws the demo's photo and its scanned page, so that no picture of a real person or paper is needed."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont

PHOTO_SIZE = (1200, 900)
PAPER_SIZE = (1240, 1754)
"""Pixels; an A4 page at 150 dots per inch."""

_SCAN_LINES = (
    "DEMO - INVENTED - NOT A REAL DOCUMENT",
    "",
    "SEIZURE LIST",
    "",
    "Place: bus stand, Sonauli",
    "Date: as in the rescue report",
    "",
    "1. Bus ticket, two passengers, torn at one corner",
    "2. Mobile phone, black, screen cracked, switched off",
    "3. Note book, 12 written pages, amounts of money",
    "",
    "Witness 1: present, signed on paper",
    "Witness 2: present, signed on paper",
)


def demo_photo() -> bytes:
    """Return a JPEG: a drawn border gate at dusk, with the word DEMO."""
    image = Image.new("RGB", PHOTO_SIZE, "#f2c79a")
    draw = ImageDraw.Draw(image)
    for y in range(520):
        draw.line((0, y, PHOTO_SIZE[0], y), fill=(96 + y // 4, 120 + y // 6, 170 - y // 9))
    draw.ellipse((820, 330, 980, 490), fill="#ffdf9e")
    draw.polygon([(0, 520), (330, 300), (640, 520)], fill="#6b7f92")
    draw.polygon([(420, 520), (800, 260), (1200, 520)], fill="#5a6f84")
    draw.polygon([(380, 900), (820, 900), (660, 520), (560, 520)], fill="#75706a")
    for x in (300, 860):
        draw.rectangle((x, 380, x + 50, 760), fill="#7a3b2e")
    draw.rectangle((280, 340, 930, 400), fill="#8d4636")
    draw.text((470, 350), "BORDER GATE", font=ImageFont.load_default(38), fill="#fff4e2")
    draw.rectangle((350, 610, 860, 626), fill="#d33a2c")
    draw.text((30, 830), "DEMO - drawn, not a photograph", font=ImageFont.load_default(40), fill="#2a2320")
    return _saved(image, "JPEG", quality=85, dpi=(150, 150))


def demo_scan() -> bytes:
    """Return a PDF of one scanned-looking page."""
    page = Image.new("L", PAPER_SIZE, 244)
    draw = ImageDraw.Draw(page)
    draw.rectangle((70, 70, 1170, 1684), outline=150, width=3)
    for number, line in enumerate(_SCAN_LINES):
        draw.text((130, 150 + 70 * number), line, font=ImageFont.load_default(40), fill=50)
    slanted = page.rotate(0.6, resample=Image.Resampling.BICUBIC, fillcolor=232)
    return _saved(slanted, "PDF", resolution=150)


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()
