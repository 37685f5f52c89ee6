"""An annexure says what it is and who brought it; sound and film are told of and never carried."""

from __future__ import annotations

import hashlib
import io
import re

import pikepdf
import pytest

from abhaya.cases.media_type import JPEG
from abhaya.export.bundle import write_bundle
from abhaya.export.layout.page_geometry import PageGeometry
from abhaya.export.verification import verify_bundle
from support.drawn_pictures import picture, scanned_pdf
from support.pdf_texts import with_pdfium, words
from support.printed_case import attachment, snapshot
from support.recordings import MP3, base_media


def printed(data: bytes, media_type: str, language: str = "en") -> bytes:
    """Return a bundle with this one annexure."""
    out = io.BytesIO()
    write_bundle(snapshot([], [attachment(1, data, media_type, "Search")], language=language), out)
    return out.getvalue()


def sheet(bundle: bytes) -> str:
    """Return what stands on the annexure's page: after cover and index, before the hash report."""
    return words(with_pdfium(bundle)[2])


def test_a_film_is_told_of_with_its_fingerprint_and_length_and_not_carried():
    data = base_media(b"isom", b"vide", b"soun", seconds=3725)
    bundle = printed(data, "video/mp4")
    shown = sheet(bundle)
    for said in (
        "Annexure A-1",
        "Film (video/mp4)",
        f"{len(data)} bytes",
        "1:02:05",
        "IMG_1",
        "Search",
        "SI Anita (invented), 24/11/2026 09:35",
        "Kept on the station's medium; produced separately.",
    ):
        assert said in shown
    assert hashlib.sha256(data).hexdigest() in shown.replace(" ", "")
    with pikepdf.open(io.BytesIO(bundle)) as pdf:
        assert list(pdf.attachments) == ["manifest.json"]
    assert verify_bundle(bundle).problems == ()


def test_a_length_that_the_file_does_not_tell_is_not_printed():
    shown = sheet(printed(MP3, "audio/mpeg"))
    assert "Sound recording (audio/mpeg)" in shown
    assert "Length" not in shown


@pytest.mark.parametrize("language", ["hi", "ne"])
def test_the_page_speaks_the_language_of_the_bundle_with_english_beside(language):
    shown = sheet(printed(MP3, "audio/mpeg", language))
    assert {"hi": "अलग से पेश", "ne": "छुट्टै पेस"}[language] in shown
    assert "produced separately" in shown


def test_a_photo_says_who_added_it():
    assert "SI Anita (invented), 24/11/2026 09:35" in sheet(printed(picture(), JPEG))


def test_the_pages_of_a_document_keep_the_margin_to_bind():
    left = PageGeometry().left
    with pikepdf.open(io.BytesIO(printed(scanned_pdf(), "application/pdf"))) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
            starts = re.findall(rb"1 0 0 1 (\S+) \S+ Tm", page.Contents.read_bytes())
            assert min(map(float, starts)) >= left - 0.01


def test_the_fingerprint_of_a_picture_is_said_in_both_languages():
    shown = sheet(printed(picture(), JPEG, "ne"))
    assert "मूलको SHA-256" in shown
    assert "SHA-256 of the original" in shown
