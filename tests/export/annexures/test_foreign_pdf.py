"""PDF files from elsewhere: scans stay as they are, the rest is shown from its picture."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from abhaya.cases.media_type import PDF
from abhaya.errors import AbhayaError, Code
from abhaya.export.annexure_check import inspect
from abhaya.export.bundle import write_bundle
from support.drawn_pictures import changed, protected_pdf, scanned_pdf, written_pdf
from support.pdf_texts import with_pdfium, words
from support.printed_case import attachment, snapshot

SIDES = ("left", "right"), ("top", "bottom")


def printed(data: bytes) -> bytes:
    """Return a bundle with this one document."""
    out = io.BytesIO()
    write_bundle(snapshot([], [attachment(1, data, PDF, "Report")], language="en"), out)
    return out.getvalue()


def drawn(bundle: bytes) -> list[str]:
    """Return what each page of the document is drawn from: a form with a scan in it, or a picture."""
    with pikepdf.open(io.BytesIO(bundle)) as pdf:
        return [str(x.Subtype) for page in pdf.pages for x in page.resources.get("/XObject", {}).values()]


def first_page(bundle: bytes) -> int:
    """Return the place of the first page that shows the document."""
    with pikepdf.open(io.BytesIO(bundle)) as pdf:
        return next(n for n, page in enumerate(pdf.pages) if "/XObject" in page.resources)


def dark_corner(bundle: bytes) -> tuple[str, str]:
    """Return where the dark corner of the scan is in the box that the file gives for it."""
    with pikepdf.open(io.BytesIO(bundle)) as pdf:
        figure = next(
            e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and e.get("/S") == "/Figure"
        )
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
    pdf = pypdfium2.PdfDocument(bundle)
    page = pdf[first_page(bundle)]
    bitmap = page.render(scale=1)
    image = bitmap.to_pil().convert("L")
    for thing in (bitmap, page, pdf):
        thing.close()
    shown = image.crop((round(left), round(842 - top), round(right), round(842 - bottom))).resize((6, 6))
    corners = {
        (x, y): shown.getpixel((5 * (x == "right"), 5 * (y == "bottom"))) for x in SIDES[0] for y in SIDES[1]
    }
    return min(corners, key=corners.get)


def test_a_scan_is_placed_as_it_is():
    data = scanned_pdf(pages=3)
    bundle = printed(data)
    assert drawn(bundle) == ["/Form"] * 3
    with pikepdf.open(io.BytesIO(data)) as source, pikepdf.open(io.BytesIO(bundle)) as pdf:
        form = pdf.pages[first_page(bundle)].resources.XObject.X0
        scan = form.Resources.XObject.X0
        assert scan.read_raw_bytes() == source.pages[0].resources.XObject.Scan.read_raw_bytes()


@pytest.mark.parametrize(
    ("rotate", "place"),
    [(0, ("left", "top")), (90, ("right", "top")), (180, ("right", "bottom")), (270, ("left", "bottom"))],
)
def test_a_turned_scan_is_shown_upright(rotate, place):
    assert dark_corner(printed(scanned_pdf(pages=1, rotate=rotate))) == place


def test_written_pages_are_shown_from_their_picture():
    bundle = printed(written_pdf(pages=2))
    assert drawn(bundle) == ["/Image"] * 2
    with pikepdf.open(io.BytesIO(bundle)) as pdf:
        assert int(pdf.pages[first_page(bundle)].resources.XObject.X0.Width) == pytest.approx(
            595 * 200 / 72, abs=2
        )


def with_note(pdf: pikepdf.Pdf) -> None:
    """Add a comment that only a viewer draws."""
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[10, 10, 30, 30], Contents="x"
    )
    pdf.pages[0].Annots = pikepdf.Array([note])


def with_text(pdf: pikepdf.Pdf) -> None:
    """Add an invisible text layer, as scanners with character recognition do."""
    pdf.pages[0].contents_add(b"BT 3 Tr /F 12 Tf (secret) Tj ET")


def with_odd_quotes(pdf: pikepdf.Pdf) -> None:
    """Leave a graphics state open."""
    pdf.pages[0].contents_add(b"q")


def with_mask(pdf: pikepdf.Pdf) -> None:
    """Make the scan transparent."""
    scan = pdf.pages[0].resources.XObject.Scan
    scan.SMask = pdf.make_stream(b"", Type=pikepdf.Name.XObject)


def with_reference(pdf: pikepdf.Pdf) -> None:
    """Hide a part of the scan's dictionary in another object."""
    parameters = pikepdf.Dictionary(Crypt=pdf.make_indirect(pikepdf.Dictionary()))
    pdf.pages[0].resources.XObject.Scan.DecodeParms = parameters


@pytest.mark.parametrize("change", [with_note, with_text, with_odd_quotes, with_mask, with_reference])
def test_a_page_that_does_more_than_place_a_scan_is_shown_from_its_picture(change):
    assert drawn(printed(changed(scanned_pdf(), change))) == ["/Image", "/Form"]


@pytest.mark.parametrize("data", [scanned_pdf(colours="/DeviceCMYK"), scanned_pdf(Interpolate=True)])
def test_a_scan_that_pdf_a_forbids_is_shown_from_its_picture(data):
    assert drawn(printed(data)) == ["/Image"] * 2


def test_every_page_has_its_caption():
    pages = [words(page) for page in with_pdfium(printed(scanned_pdf(pages=3)))]
    assert [f"Annexure A-1, page {n} of 3" in pages[2 + n] for n in (1, 2, 3)] == [True] * 3


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (protected_pdf(), Code.PDF_PROTECTED),
        (b"%PDF-1.7\nnothing", Code.PDF_BROKEN),
        (written_pdf()[:400], Code.PDF_BROKEN),
        (changed(written_pdf(), lambda pdf: pdf.pages.__delitem__(0)), Code.PDF_BROKEN),
        (b"", Code.PDF_BROKEN),
        (written_pdf().replace(b"/Type /Page\n", b"/Type /Pag\n"), Code.PDF_BROKEN),
        (scanned_pdf().replace(b"/Count 2", b"/Count 0").replace(b"3 0 obj", b"3 null obj"), Code.PDF_BROKEN),
    ],
)
def test_what_the_court_could_not_see_is_refused_when_it_is_attached(data, code):
    with pytest.raises(AbhayaError) as refused:
        inspect(io.BytesIO(data), PDF)
    assert refused.value.code is code
    with pytest.raises(AbhayaError) as refused:
        printed(data)
    assert refused.value.code is code
    assert refused.value.lines == ("Annexure A-1 (document)",)


def test_pages_are_counted_when_it_is_attached():
    assert inspect(io.BytesIO(scanned_pdf(pages=5)), PDF).pages == 5
