"""Photos are shown as they were taken; broken and oversized ones are refused."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageOps

from abhaya.cases.media_type import JPEG, PNG
from abhaya.errors import AbhayaError, Code
from abhaya.export.annexure_check import inspect
from abhaya.export.bundle import write_bundle
from support.drawn_pictures import picture, turned
from support.printed_case import attachment, snapshot


def printed(data: bytes, media_type: str) -> bytes:
    """Return a bundle with this one photo."""
    out = io.BytesIO()
    write_bundle(snapshot([], [attachment(1, data, media_type, "Phone")], language="en"), out)
    return out.getvalue()


def figure(bundle: bytes) -> Image.Image:
    """Return the picture as it stands on its page, cut out at the box the file gives for it."""
    with pikepdf.open(io.BytesIO(bundle)) as pdf:
        figures = [e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and e.get("/S") == "/Figure"]
        box = [float(edge) for edge in figures[0].A.BBox]
        page_number = [page.objgen for page in pdf.pages].index(figures[0].Pg.objgen)
    pdf = pypdfium2.PdfDocument(bundle)
    page = pdf[page_number]
    bitmap = page.render(scale=1)
    whole = bitmap.to_pil().convert("L")
    bitmap.close()
    page.close()
    pdf.close()
    height = whole.height
    left, bottom, right, top = box
    return whole.crop((round(left), round(height - top), round(right), round(height - bottom)))


def dark_corner(image: Image.Image) -> tuple[bool, bool]:
    """Return whether the dark corner is on the right, and whether it is below."""
    small = image.resize((6, 6))
    corners = {(x > 0, y > 0): small.getpixel((x, y)) for x in (0, 5) for y in (0, 5)}
    return min(corners, key=corners.get)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_is_turned_as_the_camera_says(orientation):
    data = turned(orientation)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("L")
    shown = figure(printed(data, JPEG))
    assert dark_corner(shown) == dark_corner(upright)
    assert shown.width / shown.height == pytest.approx(upright.width / upright.height, rel=0.02)


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("options", [{}, {"progressive": True}])
def test_a_jpeg_stands_in_the_file_byte_for_byte(mode, options):
    data = picture(mode=mode, **options)
    with pikepdf.open(io.BytesIO(printed(data, JPEG))) as pdf:
        shown = [image for page in pdf.pages for image in page.get_images().values()]
        assert [image.read_raw_bytes() for image in shown] == [data]
        assert list(pdf.attachments) == ["manifest.json"]


@pytest.mark.parametrize(
    ("kind", "mode", "media_type"),
    [
        ("JPEG", "CMYK", JPEG),
        ("PNG", "RGBA", PNG),
        ("PNG", "LA", PNG),
        ("PNG", "P", PNG),
        ("PNG", "1", PNG),
        ("PNG", "I;16", PNG),
        ("PNG", "RGB", PNG),
    ],
)
def test_what_cannot_stand_as_it_is_is_shown_and_carried_along(kind, mode, media_type):
    data = picture(kind, mode)
    bundle = printed(data, media_type)
    with pikepdf.open(io.BytesIO(bundle)) as pdf:
        (carried,) = [name for name in pdf.attachments if name != "manifest.json"]
        assert pdf.attachments[carried].get_file().read_bytes() == data
        (shown,) = [image for page in pdf.pages for image in page.get_images().values()]
        assert str(shown.ColorSpace) in ("/DeviceRGB", "/DeviceGray")
    image = figure(bundle)
    assert dark_corner(image) == (False, False)
    assert image.getpixel((image.width - 5, image.height - 5)) > 60


def test_transparent_parts_are_white_on_paper():
    image = figure(printed(picture("PNG", "LA"), PNG))
    assert image.getpixel((image.width - 5, image.height - 5)) == pytest.approx(235, abs=4)


def png_of_size(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and holds one byte of it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def jpeg_of_size(width: int, height: int) -> bytes:
    """Return a small JPEG whose head claims another size."""
    data = bytearray(picture())
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "media_type", "code"),
    [
        (picture(size=(900, 700))[:-3000], JPEG, Code.IMAGE_BROKEN),
        (picture()[:30], JPEG, Code.IMAGE_BROKEN),
        (b"\xff\xd8\xff\xe0 no photo", JPEG, Code.IMAGE_BROKEN),
        (picture("PNG", "RGB", (300, 300))[:-200], PNG, Code.IMAGE_BROKEN),
        (png_of_size(20, 20), PNG, Code.IMAGE_BROKEN),
        (png_of_size(60_000, 60_000), PNG, Code.IMAGE_TOO_LARGE),
        (png_of_size(9_000, 9_000), PNG, Code.IMAGE_TOO_LARGE),
        (jpeg_of_size(15_000, 14_000), JPEG, Code.IMAGE_TOO_LARGE),
        (b"GIF89a", "image/gif", Code.IMAGE_BROKEN),
    ],
)
def test_what_the_court_could_not_see_is_refused_when_it_is_attached(data, media_type, code):
    with pytest.raises(AbhayaError) as refused:
        inspect(io.BytesIO(data), media_type)
    assert refused.value.code is code
    with pytest.raises(AbhayaError) as refused:
        printed(data, media_type)
    assert refused.value.code is code


def test_a_good_photo_has_one_page():
    assert inspect(io.BytesIO(picture()), JPEG).pages == 1


@pytest.mark.parametrize(
    "changed", [picture(quality=30), picture() + b"\0", picture(size=(240, 160), quality=95)]
)
def test_a_photo_that_changed_on_the_disk_is_refused(changed):
    kept = replace(attachment(1, picture(), JPEG), open=lambda: io.BytesIO(changed))
    with pytest.raises(AbhayaError) as refused:
        write_bundle(snapshot([], [kept]), io.BytesIO())
    assert (refused.value.code, refused.value.values) == (Code.ATTACHMENT_DAMAGED, {"code": "A-1"})
