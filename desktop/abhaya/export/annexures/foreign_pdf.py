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
_DEEPEST_TREE = 64
_LONGEST_CONTENT = 4096
"""Bytes, compressed; a scan needs a hundred, and a longer stream might unpack to gigabytes."""

_TURNS = {0: 1, 90: 6, 180: 3, 270: 8}
"""Page rotation in degrees to EXIF orientation."""


class ForeignPdf:
    """An open PDF; ``pictures`` draw from it, so it stays open until they are written."""

    def __init__(self, pdf: pikepdf.Pdf, drawn: pypdfium2.PdfDocument) -> None:
        self._pdf = pdf
        self._drawn = drawn
        self._sizes = [drawn.get_page_size(number) for number in range(len(drawn))]
        self.pages = len(pdf.pages)

    def pictures(self) -> Iterator[Picture]:
        """Every page, by itself where it is only a scan, else as a picture of 200 dots per inch.

        PDF/A asks of fonts, colours and transparency what a file from elsewhere rarely keeps; a page that
        only places JPEG, fax or plain pictures cannot break those rules.
        """
        for number, page in enumerate(self._pdf.pages):
            yield _scan(page) or Picture(partial(self._render, number), *self._sizes[number])

    def _render(self, number: int) -> DrawnObject:
        try:
            page = self._drawn[number]
            bitmap = page.render(scale=min(_DOTS_PER_INCH / 72, _LONGEST_EDGE / max(page.get_size())))
        except pypdfium2.PdfiumError as error:
            raise AbhayaError(Code.PDF_BROKEN) from error
        try:
            return jpeg_object(bitmap.to_pil().convert("RGB"))
        finally:
            bitmap.close()
            page.close()


@contextmanager
def opened_pdf(first: BinaryIO, second: BinaryIO) -> Iterator[ForeignPdf]:
    """Open a PDF from two streams of the same bytes.

    Raises PDF_PROTECTED, and PDF_BROKEN also where a page has no size: it could not be printed.
    """
    with ExitStack() as stack:
        try:
            pdf = stack.enter_context(pikepdf.open(first))
            drawn = pypdfium2.PdfDocument(second)
            stack.callback(drawn.close)
            whole = 0 < len(pdf.pages) == len(drawn)
            foreign = ForeignPdf(pdf, drawn)
        except pikepdf.PasswordError as error:
            raise AbhayaError(Code.PDF_PROTECTED) from error
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError) as error:  # PDFium's is a RuntimeError
            raise AbhayaError(Code.PDF_BROKEN) from error
        if not whole:
            raise AbhayaError(Code.PDF_BROKEN)
        yield foreign


def _scan(page: pikepdf.Page) -> Picture | None:
    """The page as it is, if it does nothing but place pictures."""
    try:
        left, bottom, right, top = _crop(page)
        form = _placed_pictures(page)
        if form is None or right <= left or top <= bottom:
            return None
        return Picture(form, right - left, top - bottom, _TURNS[_rotation(page)])
    except Exception:  # a damaged page stumbles in many ways; PDFium draws what can be seen of it
        return None


def _placed_pictures(page: pikepdf.Page) -> PageImage | None:
    if "/Annots" in page.obj or len(_contents(page)) > _LONGEST_CONTENT:
        return None
    images: Any = page.resources.get("/XObject", {})
    lines: list[str] = []
    parts: dict[str, PageImage] = {}
    depth = 0
    for operation in pikepdf.parse_content_stream(page):
        operator = str(operation.operator)
        depth += {"q": 1, "Q": -1}.get(operator, 0)
        if operator not in ("q", "Q", "cm", "Do") or depth < 0:
            return None
        if operator == "Do":
            image = images[str(operation.operands[0])]
            if not _is_plain(image):
                return None
            name = f"X{len(parts)}"
            parts[name] = partial(_copied, image)
            lines.append(f"/{name} Do")
        else:
            lines.append(" ".join([*(f"{float(number):.5f}" for number in operation.operands), operator]))
    return partial(_form, "\n".join(lines), _crop(page), parts) if parts and depth == 0 else None


def _contents(page: pikepdf.Page) -> bytes:
    """The page's content streams as they are stored, compressed."""
    contents = page.obj.Contents
    streams: Any = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"".join(stream.read_raw_bytes() for stream in streams)


def _crop(page: pikepdf.Page) -> Box:
    """The visible part of the page: left, bottom, right, top."""
    x0, y0, x1, y1 = (float(edge) for edge in page.cropbox)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _rotation(page: pikepdf.Page) -> int:
    """Clockwise, in degrees; a page without one has that of the nearest node above it."""
    node: Any = page.obj
    for _ in range(_DEEPEST_TREE):
        if "/Rotate" in node or "/Parent" not in node:
            break
        node = node.Parent
    return int(node.get("/Rotate", 0)) % 360


def _form(content: str, box: Box, parts: dict[str, PageImage]) -> DrawnObject:
    """A form that draws the pictures into the unit square."""
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
    """The dictionary of a picture without its references to other objects' values."""
    return b"".join([b"%s %s" % (key.encode(), _text(image[key])) for key in _IMAGE_KEYS if key in image])


def _text(value: Any) -> bytes:
    if isinstance(value, pikepdf.Object):
        return bytes(value.unparse(resolved=True))
    return str(value).lower().encode()  # numbers, true and false


def _copied(image: Any) -> DrawnObject:
    data = image.read_raw_bytes()
    return DrawnObject(_entries(image), len(data), (data,))
