"""Pictures and PDF files drawn for a test: good ones and broken ones."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

A4 = (595, 842)


LIGHT_AND_DARK: dict[str, tuple[Any, Any]] = {
    "1": (1, 0),
    "L": (200, 0),
    "LA": ((200, 90), (0, 255)),
    "P": (15, 0),
    "RGB": ((200, 200, 200), (0, 0, 0)),
    "RGBA": ((0, 0, 200, 90), (0, 0, 0, 255)),
    "CMYK": ((0, 20, 20, 0), (0, 0, 0, 255)),
    "I;16": (60000, 0),
}


def picture(
    kind: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (120, 80), **options: Any
) -> bytes:
    """Return a picture with a dark upper left corner, so that one sees how it is turned."""
    light, dark = LIGHT_AND_DARK[mode]
    image = Image.new(mode, size, light)
    if mode == "P":
        image.putpalette([*(0, 0, 0) * 15, 200, 200, 200])
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 3, size[1] // 3), fill=dark)
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned(orientation: int) -> bytes:
    """Return a photo whose EXIF data say how the camera was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return picture(exif=exif, quality=95)


def scanned_pdf(*, pages: int = 2, rotate: int = 0, colours: str = "/DeviceGray", **image: Any) -> bytes:
    """Return a PDF whose pages are nothing but a scan each; ``image`` adds entries to the picture."""
    pdf = pikepdf.new()
    for _ in range(pages):
        data = picture(
            mode={"/DeviceGray": "L", "/DeviceRGB": "RGB", "/DeviceCMYK": "CMYK"}[colours], size=(300, 420)
        )
        scan = pdf.make_stream(
            data,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=300,
            Height=420,
            ColorSpace=pikepdf.Name(colours),
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
            **image,
        )
        pdf.add_blank_page(page_size=A4)
        page = pdf.pages[-1]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=scan))
        page.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /Scan Do Q")
        page.Rotate = rotate
    return saved(pdf)


def written_pdf(text: str = "Report of the laboratory", pages: int = 1) -> bytes:
    """Return a PDF with text in a font that is not embedded."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for number in range(pages):
        canvas.drawString(100, 700, f"{text} {number + 1}")
        canvas.rect(100, 100, 200, 200, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def protected_pdf() -> bytes:
    """Return a PDF that opens only with a password."""
    with pikepdf.open(io.BytesIO(scanned_pdf())) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="owner", user="user"))


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """Return an open PDF as bytes."""
    out = io.BytesIO()
    pdf.save(out, deterministic_id="encryption" not in options, **options)
    return out.getvalue()


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF after another program has changed and saved it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        return saved(pdf)
