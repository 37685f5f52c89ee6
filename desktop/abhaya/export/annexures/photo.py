"""A photo as a picture of the page: a JPEG as it is, anything else made into one."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from PIL import Image
from PIL.Image import Image as PillowImage

from abhaya.errors import AbhayaError, Code
from abhaya.export.layout.images import DrawnObject, image_entries

_MEGAPIXELS, _MEGAPIXELS_IN_STRIPES = 50, 170
"""What fits in memory: decoded whole; a JPEG decoded at an eighth, unless it is progressive."""

_LONGEST_EDGE, _QUALITY = 2800, 90
"""Pixels and JPEG quality of a picture made for the page: more than 300 dots per inch between the margins."""

_ORIENTATION = 0x0112
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """Pixels as stored, EXIF orientation (1 to 8), and whether the file can stand in a PDF as it is."""

    width: int
    height: int
    orientation: int
    as_is: bool
    colours: str


def photo_facts(source: BinaryIO) -> PhotoFacts:
    """Read the head of a JPEG or PNG.  Raises IMAGE_BROKEN and IMAGE_TOO_LARGE."""
    with _opened(source) as image:
        orientation = image.getexif().get(_ORIENTATION, 1)
        return PhotoFacts(
            image.width,
            image.height,
            orientation if orientation in range(1, 9) else 1,
            image.format in ("JPEG", "MPO") and image.mode in ("RGB", "L"),
            "Gray" if image.mode == "L" else "RGB",
        )


def check_photo(source: BinaryIO) -> None:
    """Decode the photo, so that a truncated one is found.  Raises IMAGE_BROKEN and IMAGE_TOO_LARGE."""
    with _opened(source) as image:
        image.draft(None, (image.width // 8, image.height // 8))
        image.load()


def made_photo(source: BinaryIO) -> DrawnObject:
    """A picture for the page of a photo that a PDF/A cannot hold: white behind it, in sRGB, 8 bits."""
    with _opened(source) as image:
        image.load()
        image.thumbnail((_LONGEST_EDGE, _LONGEST_EDGE))
        return jpeg_object(_flat(image))


def jpeg_object(image: PillowImage) -> DrawnObject:
    """A grey or RGB picture as a JPEG XObject."""
    data = io.BytesIO()
    image.save(data, "JPEG", quality=_QUALITY, subsampling=0)
    colours = "Gray" if image.mode == "L" else "RGB"
    return DrawnObject(image_entries(*image.size, colours), len(data.getbuffer()), (data.getvalue(),))


def pieces(source: BinaryIO) -> Iterator[bytes]:
    """The rest of a stream in pieces."""
    while piece := source.read(_PIECE):
        yield piece


def _flat(image: PillowImage) -> PillowImage:
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(white, layer).convert("RGB")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


@contextmanager
def _opened(source: BinaryIO) -> Iterator[PillowImage]:
    """The image, its errors turned into ours."""
    source.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own, lower limit; faulty EXIF data
            with Image.open(source, formats=("JPEG", "PNG")) as image:
                _check_size(image)
                yield image
    except AbhayaError:
        raise
    except Image.DecompressionBombError as error:
        raise AbhayaError(Code.IMAGE_TOO_LARGE, limit=_MEGAPIXELS_IN_STRIPES) from error
    except Exception as error:  # a damaged file makes Pillow stumble in many ways
        raise AbhayaError(Code.IMAGE_BROKEN) from error


def _check_size(image: PillowImage) -> None:
    stripes = image.format in ("JPEG", "MPO") and not image.info.get("progressive")
    limit = _MEGAPIXELS_IN_STRIPES if stripes else _MEGAPIXELS
    if image.width * image.height > limit * 1_000_000:
        raise AbhayaError(Code.IMAGE_TOO_LARGE, limit=limit)
