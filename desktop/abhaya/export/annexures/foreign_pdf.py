"""A PDF from elsewhere: a scanned page is placed as it is, any other is printed from its picture."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any, BinaryIO

import pikepdf
import pypdfium2

from abhaya.errors import AbhayaError, Code
from abhaya.export.annexures.photo import jpeg_object
from abhaya.export.layout.figure import Picture
from abhaya.export.layout.images import DrawnObject, PageImage
from abhaya.export.layout.page_canvas import Box

_DOTS_PER_INCH, _LONGEST_EDGE = 200, 2800
_FILTERS = {"/DCTDecode", "/CCITTFaxDecode", "/FlateDecode", "/JBIG2Decode"}
_COLOURS = {"/DeviceGray", "/DeviceRGB"}
_IMAGE_KEYS = (
    *("/Type", "/Subtype", "/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/ImageMask", "/Decode"),
    *("/Filter", "/DecodeParms"),
)
_REFUSED = ("/SMask", "/Mask", "/OPI", "/Alternates")
_REFERENCE = re.compile(rb"\d+ \d+ R")
_TURNS = {0: 1, 90: 6, 180: 3, 270: 8}
"""Page rotation in degrees to EXIF orientation."""


class ForeignPdf:
    """An open PDF; ``pictures`` draw from it, so it stays open until they are written."""

    def __init__(self, pdf: pikepdf.Pdf, drawn: pypdfium2.PdfDocument) -> None:
        self._pdf = pdf
        self._drawn = drawn
        self.pages = len(pdf.pages)

    def pictures(self) -> Iterator[Picture]:
        """Every page, by itself where it is only a scan, else as a picture of 200 dots per inch.

        PDF/A asks of fonts, colours and transparency what a file from elsewhere rarely keeps; a page that
        only places JPEG, fax or plain pictures cannot break those rules.
        """
        for number, page in enumerate(self._pdf.pages):
            scan = _scan(page)
            if scan is None:
                yield Picture(partial(self._render, number), *self._drawn.get_page_size(number))
            else:
                left, bottom, right, top = _crop(page)
                turn = _TURNS.get(int(page.obj.get("/Rotate", 0)) % 360, 1)
                yield Picture(scan, right - left, top - bottom, turn)

    def _render(self, number: int) -> DrawnObject:
        page = self._drawn[number]
        bitmap = page.render(scale=min(_DOTS_PER_INCH / 72, _LONGEST_EDGE / max(page.get_size())))
        try:
            return jpeg_object(bitmap.to_pil().convert("RGB"))
        finally:
            bitmap.close()
            page.close()


@contextmanager
def opened_pdf(first: BinaryIO, second: BinaryIO) -> Iterator[ForeignPdf]:
    """Open a PDF from two streams of the same bytes.  Raises PDF_BROKEN and PDF_PROTECTED."""
    with ExitStack() as stack:
        try:
            pdf = stack.enter_context(pikepdf.open(first))
            drawn = pypdfium2.PdfDocument(second)
            stack.callback(drawn.close)
            whole = 0 < len(pdf.pages) == len(drawn)
        except pikepdf.PasswordError as error:
            raise AbhayaError(Code.PDF_PROTECTED) from error
        except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError) as error:
            raise AbhayaError(Code.PDF_BROKEN) from error
        if not whole:
            raise AbhayaError(Code.PDF_BROKEN)
        yield ForeignPdf(pdf, drawn)


def _scan(page: pikepdf.Page) -> PageImage | None:
    """The page as a form that fills the unit square, if it does nothing but place pictures."""
    if "/Annots" in page.obj:
        return None
    try:
        operations = [
            (operation.operands, str(operation.operator)) for operation in pikepdf.parse_content_stream(page)
        ]
    except pikepdf.PdfError:
        return None
    images: Any = page.resources.get("/XObject", {})
    lines: list[str] = []
    parts: dict[str, PageImage] = {}
    depth = 0
    for operands, operator in operations:
        depth += {"q": 1, "Q": -1}.get(operator, 0)
        if operator not in ("q", "Q", "cm", "Do") or depth < 0:
            return None
        if operator == "Do":
            image = images.get(str(operands[0]))
            if image is None or not _is_plain(image):
                return None
            name = f"X{len(parts)}"
            parts[name] = partial(_copied, image)
            lines.append(f"/{name} Do")
        else:
            lines.append(" ".join([*(f"{float(number):.5f}" for number in operands), operator]))
    return partial(_form, "\n".join(lines), _crop(page), parts) if parts and depth == 0 else None


def _crop(page: pikepdf.Page) -> Box:
    """The visible part of the page: left, bottom, right, top."""
    x0, y0, x1, y1 = (float(edge) for edge in page.cropbox)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _form(content: str, box: Box, parts: dict[str, PageImage]) -> DrawnObject:
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    matrix = f"{1 / width:.9f} 0 0 {1 / height:.9f} {-left / width:.9f} {-bottom / height:.9f}"
    edges = f"{left:.3f} {bottom:.3f} {right:.3f} {top:.3f}"
    entries = f"/Type/XObject/Subtype/Form/BBox[{edges}]/Matrix[{matrix}]/Filter/FlateDecode"
    data = zlib.compress(content.encode("ascii"))
    return DrawnObject(entries.encode("ascii"), len(data), (data,), parts)


def _is_plain(image: Any) -> bool:
    """True of a picture that is allowed in PDF/A whatever it shows."""
    if image.get("/Subtype") != "/Image" or any(key in image for key in _REFUSED):
        return False
    kept = isinstance(image.get("/Filter"), pikepdf.Name) and str(image.Filter) in _FILTERS
    colours = bool(image.get("/ImageMask", False)) or str(image.get("/ColorSpace")) in _COLOURS
    return (
        kept and colours and not image.get("/Interpolate", False) and not _REFERENCE.search(_entries(image))
    )


def _entries(image: Any) -> bytes:
    kept = {key: image[key] for key in _IMAGE_KEYS if key in image}
    whole = {
        k: pikepdf.Object.parse(v.unparse(resolved=True)) if isinstance(v, pikepdf.Object) else v
        for k, v in kept.items()
    }
    return bytes(pikepdf.Dictionary(whole).unparse()).removeprefix(b"<<").removesuffix(b">>")


def _copied(image: Any) -> DrawnObject:
    data = image.read_raw_bytes()
    return DrawnObject(_entries(image), len(data), (data,))
