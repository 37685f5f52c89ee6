"""Files to attach, made by the test that needs them."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from PIL import Image


def photo(folder: Path, name: str = "photo.jpg") -> Path:
    """Write a small photograph of nothing."""
    path = folder / name
    Image.new("RGB", (320, 240), "#7788aa").save(path, "JPEG")
    return path


def scan(folder: Path, pages: int = 2, name: str = "scan.pdf") -> Path:
    """Write a scanned-looking PDF."""
    sheets = [Image.new("L", (620, 877), 240 - 5 * number) for number in range(pages)]
    sheets[0].save(folder / name, "PDF", save_all=True, append_images=sheets[1:])
    return folder / name


def protected_pdf(folder: Path) -> Path:
    """Write a PDF that asks for a password."""
    path = folder / "protected.pdf"
    with pikepdf.open(io.BytesIO(scan(folder, 1, "open.pdf").read_bytes())) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="owner", user="user"))
    return path
