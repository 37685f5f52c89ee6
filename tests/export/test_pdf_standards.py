"""The bundle is PDF/A-3u and PDF/UA-1 in the eyes of veraPDF, and veraPDF sees what is not."""

from __future__ import annotations

import io
from functools import partial

import pikepdf
import pytest

from abhaya.export.bundle import write_bundle
from judges.verapdf import judge
from support.drawn_pictures import changed, picture, scanned_pdf, turned, written_pdf
from support.pdf_texts import write
from support.printed_case import SAMPLES, attachment, filled_entry, record, snapshot
from support.recordings import base_media, sound_wave
from support.upload_form import signed_entry

pytestmark = pytest.mark.judge


def bundle(language: str, *annexures: tuple[bytes, str], demo: bool = False, text: str = "") -> bytes:
    """Return a bundle of one record in the language, and annexures of these bytes and media types."""
    kept = [attachment(n, data, media_type, "Caption") for n, (data, media_type) in enumerate(annexures, 1)]
    entry = filled_entry(language, text=text)
    out = io.BytesIO()
    write_bundle(snapshot([record(1, language, entry)], kept, language=language, demo=demo), out)
    return out.getvalue()


ANNEXURES = [
    (turned(6), "image/jpeg"),
    (picture(progressive=True), "image/jpeg"),
    (picture(mode="L"), "image/jpeg"),
    (picture(mode="CMYK"), "image/jpeg"),
    (picture("PNG", "RGBA"), "image/png"),
    (picture("PNG", "I;16"), "image/png"),
    (scanned_pdf(rotate=90), "application/pdf"),
    (written_pdf(pages=2), "application/pdf"),
    (sound_wave(), "audio/wav"),
    (base_media(b"isom", b"vide"), "video/mp4"),
]
ODD_TEXT = (
    "😀 漢字 \u200d\u200c ि \u25cc\u0940 क" + "\u0951" * 300 + " x" + "\u0301" * 300 + " " + "क्ष" * 2000
)


def signed_bundle() -> bytes:
    """Return a bundle of a form that was signed in each way, with the drawing as its annexure."""
    drawn = attachment(1, picture("PNG", "RGB"), "image/png", "Signature of the owner")
    out = io.BytesIO()
    write_bundle(snapshot([record(1, "hi", signed_entry())], [drawn], language="hi"), out)
    return out.getvalue()


BUNDLES = {
    **{language: partial(bundle, language) for language in SAMPLES},
    "annexures": partial(bundle, "hi", *ANNEXURES, demo=True),
    "signatures": signed_bundle,
    "odd text": partial(bundle, "ne", text=ODD_TEXT),
}


@pytest.mark.parametrize("name", BUNDLES)
def test_the_bundle_keeps_both_standards(name, tmp_path):
    for verdict in judge(write(tmp_path, BUNDLES[name]())):
        assert verdict.failures == (), verdict.flavour
        assert verdict.compliant
        assert verdict.checks > 10_000


def without_metadata(pdf: pikepdf.Pdf) -> None:
    """Take away what says which standard the file keeps."""
    del pdf.Root.Metadata


def without_structure(pdf: pikepdf.Pdf) -> None:
    """Take away what a screen reader follows."""
    del pdf.Root.StructTreeRoot


def without_texts(pdf: pikepdf.Pdf) -> None:
    """Take away what the codes stand for."""
    del pdf.pages[0].resources.Font.R.ToUnicode


def with_script(pdf: pikepdf.Pdf) -> None:
    """Let the file do something when it is opened."""
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        (without_metadata, "6.6.2.1"),
        (without_structure, "7.1"),
        (without_texts, "6.2.11.7.2"),
        (with_script, "6.5.1"),
    ],
)
def test_the_judge_sees_a_violation(change, clause, tmp_path):
    verdicts = judge(write(tmp_path, changed(bundle("en"), change)))
    assert any(failure.startswith(clause) for verdict in verdicts for failure in verdict.failures)
