"""A bundle proves itself: every change is found, and as far as can be, where."""

from __future__ import annotations

import copy
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
from support.drawn_pictures import changed, picture, protected_pdf, scanned_pdf, written_pdf
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


ODD = (None, -1, 1.5, "x", [], {}, [None], {"a": 1})


def with_manifest(data: bytes) -> bytes:
    """Return the bundle with other bytes for its manifest."""
    return changed(bundle(), lambda pdf: pdf.attachments["manifest.json"].get_file().obj.write(data))


@pytest.mark.parametrize(
    ("part", "key"),
    [
        *(("item", key) for key in ("title", "first", "page_sha256", "sha256", "size", "original")),
        *(("head", key) for key in ("count", "hash")),
        *(("manifest", key) for key in ("case", "audit_head", "font_sha256", "demonstration")),
    ],
)
def test_a_manifest_of_the_wrong_sort_is_none(part, key):
    tree = copy.deepcopy(manifest())
    inside = {"manifest": tree, "item": tree["items"][0], "head": tree["audit_head"]}[part]
    right = type(inside[key])
    for inside[key] in [value for value in ODD if type(value) is not right]:
        assert kinds(with_manifest(json.dumps(tree).encode()))[1:] == ["manifest_missing"]


@pytest.mark.parametrize("first", [-2, 0, 2, 10**30])
def test_a_manifest_whose_pages_do_not_follow_each_other_is_none(first):
    tree = copy.deepcopy(manifest())
    tree["items"][0]["first"] = first
    assert kinds(with_manifest(json.dumps(tree).encode()))[1:] == ["manifest_missing"]


@pytest.mark.parametrize(
    "data", [b"[" * 200_000, b"\0", b"\xff\xfe", b"[]"], ids=["deep", "nul", "bom", "list"]
)
def test_what_is_no_manifest_is_none(data):
    assert kinds(with_manifest(data))[1:] == ["manifest_missing"]


def with_odd_font(pdf: pikepdf.Pdf) -> None:
    """Leave a font that is none."""
    pdf.pages[0].resources.Font.R.DescendantFonts = pikepdf.Array([pikepdf.Name.Gone])


def with_number_for_font(pdf: pikepdf.Pdf) -> None:
    """Leave a number where the font was."""
    pdf.pages[0].resources.Font.R = 7


def with_endless_drawing(pdf: pikepdf.Pdf) -> None:
    """Let a picture draw itself."""
    drawing = pdf.make_stream(b"", Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary()))
    drawing.Resources.XObject.Self = drawing
    pdf.pages[0].resources.XObject = pikepdf.Dictionary(Self=drawing)


@pytest.mark.parametrize("change", [with_odd_font, with_number_for_font, with_endless_drawing])
def test_a_page_made_to_stumble_over_is_a_changed_one(change):
    assert kinds(changed(bundle(), change))[:2] in (
        ["bytes_changed", "font_changed"],
        ["bytes_changed", "page_changed"],
    )


WITHOUT_PAGES = scanned_pdf().replace(b"/Count 2", b"/Count 0").replace(b"3 0 obj", b"3 null obj")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no pdf", protected_pdf(), WITHOUT_PAGES])
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
