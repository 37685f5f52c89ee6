"""A bundle proves itself: every change is found, and as far as can be, where."""

from __future__ import annotations

import io
import json
import random
from functools import cache

import pikepdf
import pytest

from abhaya.errors import AbhayaError, Code
from abhaya.export.bundle import write_bundle
from abhaya.export.verification import verify_bundle
from abhaya.texts import LANGUAGES, Texts
from support.drawn_pictures import changed, picture, scanned_pdf, written_pdf
from support.printed_case import attachment, record, snapshot


@cache
def bundle() -> bytes:
    """Return a bundle of a record, a photo, a scan and a written document."""
    out = io.BytesIO()
    annexures = [
        attachment(1, picture(size=(400, 300)), "image/jpeg"),
        attachment(2, scanned_pdf(), "application/pdf"),
        attachment(3, written_pdf(), "application/pdf"),
    ]
    write_bundle(snapshot([record(1, "en")], annexures, language="en"), out)
    return out.getvalue()


@cache
def manifest() -> dict:
    """Return the manifest that the bundle carries."""
    with pikepdf.open(io.BytesIO(bundle())) as pdf:
        return json.loads(pdf.attachments["manifest.json"].get_file().read_bytes())


def page_of(kind: str) -> int:
    """Return the place, from 0, of the last page of the first item of a kind."""
    item = next(item for item in manifest()["items"] if item["kind"] == kind)
    return item["first"] + len(item["page_sha256"]) - 2


def kinds(data: bytes) -> list[str]:
    """Return what verification finds."""
    return [problem.kind for problem in verify_bundle(data).problems]


def test_an_untouched_bundle_is_whole():
    found = verify_bundle(bundle())
    assert found.problems == ()
    assert all(item.ok for item in found.items)
    assert [item.number for item in found.items] == ["", "", "1", "A-1", "A-2", "A-3", ""]
    assert found.case == "SNL/2026/0012"
    assert found.audit_head == snapshot().audit_head
    assert found.pages == found.items[-1].pages[1]


def test_every_flipped_byte_is_found():
    data = bundle()
    chance = random.Random(11)
    for place in [0, 7, len(data) - 1, len(data) - 7, len(data) - 40, *chance.sample(range(len(data)), 150)]:
        flipped = bytearray(data)
        flipped[place] ^= 1 << chance.randrange(8)
        try:
            assert kinds(bytes(flipped))[:1] == ["bytes_changed"], place
        except AbhayaError as refused:
            assert refused.code is Code.PDF_BROKEN


@pytest.mark.parametrize("added", [b"\n", b"%%EOF\n", b" "])
def test_anything_after_the_end_is_found(added):
    assert kinds(bundle() + added) == ["bytes_changed"]


def test_saving_in_another_program_changes_no_page():
    found = verify_bundle(changed(bundle(), lambda pdf: None))
    assert [problem.kind for problem in found.problems] == ["bytes_changed"]
    assert all(item.ok for item in found.items)


def replaced(pdf: pikepdf.Pdf, place: int) -> None:
    """Write another text over a page."""
    pdf.pages[place].Contents[1].write(pdf.pages[place].Contents[1].read_bytes() + b" ")


def test_a_changed_page_is_named():
    place = page_of("record")
    found = verify_bundle(changed(bundle(), lambda pdf: replaced(pdf, place)))
    assert [(p.kind, p.values) for p in found.problems[1:]] == [
        ("page_changed", {"page": place + 1, "item": "Rescue report (record 1)"})
    ]
    assert [item.number for item in found.items if not item.ok] == ["1"]


def test_a_removed_page_is_named():
    place = page_of("record")
    found = verify_bundle(changed(bundle(), lambda pdf: pdf.pages.__delitem__(place)))
    assert [(p.kind, p.values["page"]) for p in found.problems[1:]] == [("page_removed", place + 1)]
    assert [item.number for item in found.items if not item.ok] == ["1"]


def moved(pdf: pikepdf.Pdf) -> None:
    """Put the last page first."""
    page = pdf.pages[-1]
    pdf.pages.insert(0, page)
    del pdf.pages[-1]


def test_a_moved_page_is_named():
    found = verify_bundle(changed(bundle(), moved))
    assert [(p.kind, p.values["page"], p.values["found"]) for p in found.problems[1:]] == [
        ("page_moved", found.pages, 1)
    ]


def added(pdf: pikepdf.Pdf) -> None:
    """Slip in an empty page."""
    pdf.add_blank_page()
    pdf.pages.insert(3, pdf.pages[-1])
    del pdf.pages[-1]


def test_an_added_page_is_named():
    assert [(p.kind, p.values) for p in verify_bundle(changed(bundle(), added)).problems[1:]] == [
        ("page_added", {"page": 4})
    ]


def with_stamp(pdf: pikepdf.Pdf) -> None:
    """Lay a comment over a page."""
    page = pdf.pages[page_of("record")]
    page.Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 9, 9])])


def with_other_photo(pdf: pikepdf.Pdf) -> None:
    """Put another picture in the place of the photo."""
    pdf.pages[page_of("image")].resources.XObject.X0.write(
        picture(quality=20, size=(400, 300)), filter=pikepdf.Name.DCTDecode
    )


def with_other_letters(pdf: pikepdf.Pdf) -> None:
    """Let a code stand for another text."""
    font = pdf.pages[0].resources.Font.R
    font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0041>", b"<0042>"))


def with_other_original(pdf: pikepdf.Pdf) -> None:
    """Exchange the original behind a page."""
    pdf.attachments["A-3.pdf"].get_file().obj.write(written_pdf("Another report"))


def without_original(pdf: pikepdf.Pdf) -> None:
    """Take the original out."""
    del pdf.attachments["A-3.pdf"]


def without_manifest(pdf: pikepdf.Pdf) -> None:
    """Take the manifest out."""
    del pdf.attachments["manifest.json"]


def with_senseless_manifest(pdf: pikepdf.Pdf) -> None:
    """Leave something that is no manifest."""
    pdf.attachments["manifest.json"].get_file().obj.write(b'{"format": "abhaya-bundle-1", "items": [1]}')


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (with_stamp, ["page_changed"]),
        (with_other_photo, ["page_changed", "original_changed"]),
        (with_other_letters, ["font_changed"]),
        (with_other_original, ["original_changed"]),
        (without_original, ["original_missing"]),
        (without_manifest, ["manifest_missing"]),
        (with_senseless_manifest, ["manifest_missing"]),
    ],
)
def test_what_was_changed_is_told(change, found):
    assert kinds(changed(bundle(), change)) == ["bytes_changed", *found]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no pdf"])
def test_what_is_no_pdf_is_refused(data):
    with pytest.raises(AbhayaError) as refused:
        verify_bundle(data)
    assert refused.value.code is Code.PDF_BROKEN


def test_every_difference_can_be_said():
    for language in LANGUAGES:
        texts = Texts(language)
        for change in (moved, added, with_other_original, with_other_photo):
            for problem in verify_bundle(changed(bundle(), change)).problems:
                assert texts.say(f"verification.{problem.kind}", **problem.values)
