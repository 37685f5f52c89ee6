"""The text of a PDF as three independent readers see it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest


def with_pdfium(data: bytes) -> list[str]:
    """Return the text of every page as PDFium reads it."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [_pdfium_page(pdf, number) for number in range(len(pdf))]
    finally:
        pdf.close()


def _pdfium_page(pdf: pypdfium2.PdfDocument, number: int) -> str:
    page = pdf[number]
    text = page.get_textpage()
    try:
        return text.get_text_range()
    finally:
        text.close()
        page.close()


def with_pypdf(data: bytes) -> list[str]:
    """Return the text of every page as pypdf reads it."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def with_poppler(data: bytes) -> list[str]:
    """Return the text of every page as poppler's pdftotext reads it; skips the test where there is none."""
    if not shutil.which("pdftotext"):
        pytest.skip("reader poppler: no pdftotext on the path")
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


READERS: dict[str, Callable[[bytes], list[str]]] = {
    "pdfium": with_pdfium,
    "poppler": with_poppler,
    "pypdf": with_pypdf,
}


def words(text: str) -> str:
    """Return the text with every stretch of white space made one space."""
    return " ".join(text.split())


def write(folder: Path, data: bytes) -> Path:
    """Write the PDF into a file for programs that want one."""
    path = folder / "bundle.pdf"
    path.write_bytes(data)
    return path
