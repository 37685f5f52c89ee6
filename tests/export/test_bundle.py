"""The whole bundle: what stands in it, where it leads, and what it must not say."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC

import pikepdf
import pytest

from abhaya.cases.record import RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.export.bundle import BundleSummary, write_bundle
from abhaya.export.snapshot import CaseSnapshot
from support.drawn_pictures import picture, scanned_pdf, written_pdf
from support.pdf_texts import with_pdfium, words
from support.printed_case import SAMPLES, attachment, filled_entry, record, snapshot

NAME = "काल्पनिक सीता"


def printed(case: CaseSnapshot) -> tuple[bytes, BundleSummary]:
    """Return the file and its summary."""
    out = io.BytesIO()
    summary = write_bundle(case, out)
    assert summary is not None
    return out.getvalue(), summary


def whole_case(language: str = "hi", **more: bool) -> CaseSnapshot:
    """Return a case with two records and an annexure of each kind."""
    records = [record(1, "hi"), record(2, "ne")]
    annexures = [
        attachment(1, picture(), "image/jpeg", f"{NAME} की फ़ोटो"),
        attachment(2, scanned_pdf(), "application/pdf"),
        attachment(3, written_pdf(), "application/pdf"),
        attachment(4, picture("PNG", "RGBA"), "image/png"),
    ]
    return snapshot(records, annexures, language=language, **more)


@pytest.fixture(scope="module")
def bundle() -> bytes:
    return printed(whole_case())[0]


@pytest.fixture
def pdf(bundle):
    with pikepdf.open(io.BytesIO(bundle)) as opened:
        yield opened


def test_summary_tells_what_was_written():
    data, summary = printed(whole_case())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert summary.pages == len(pdf.pages)
    assert summary.sha256 == hashlib.sha256(data).hexdigest()
    assert (summary.items, summary.substitutes) == (9, 0)


def test_contents_lead_to_the_page_they_name(bundle, pdf):
    pages = [page.objgen for page in pdf.pages]
    text = with_pdfium(bundle)
    links = [link for page in pdf.pages for link in page.get("/Annots", [])]
    assert len(links) == 7
    index = words(text[1])
    for link in links:
        target = pages.index(link.Dest[0].objgen) + 1
        title = re.escape(words(str(link.Contents)))
        assert re.search(rf"{title} {target}\b", index)


def test_the_index_says_why_numbers_of_questions_are_missing(bundle):
    assert "संख्याएँ नहीं हैं, वे उस पर लागू नहीं थे" in words(with_pdfium(bundle)[1])


def test_the_outline_names_codes_and_sections(pdf):
    with pdf.open_outline() as outline:
        top = [item.title for item in outline.root]
        assert top == [
            "केस फ़ाइल",
            "अनुक्रमणिका",
            "बचाव (रेस्क्यू) रिपोर्ट (अभिलेख 1)",
            "बचाव (रेस्क्यू) रिपोर्ट (अभिलेख 2)",
            "संलग्नक A-1 (चित्र)",
            "संलग्नक A-2 (दस्तावेज़)",
            "संलग्नक A-3 (दस्तावेज़)",
            "संलग्नक A-4 (चित्र)",
            "दस्तावेज़ों की सूची और हैश रिपोर्ट",
        ]
        below = [child.title for section in outline.root[2].children for child in section.children]
        assert "बचाए गए व्यक्ति V-001" in below


def test_the_foot_names_case_record_and_fingerprint(bundle):
    case = whole_case()
    first = case.records[0].record
    foot = f"केस SNL/2026/0012 · अभिलेख 1/1 · {first.content_sha256[:12]}"
    text = with_pdfium(bundle)
    assert foot in words(text[2])
    assert all("न्यायालय की मूल प्रति" in words(page) for page in text)
    assert all("पीड़ित की पहचान प्रकट करना दंडनीय है" in words(page) for page in text)
    assert "ab12cd34ef567890" in words(text[0])


def test_demonstration_stands_on_every_page_and_only_then(bundle):
    data, _ = printed(whole_case(demo=True))
    pages = with_pdfium(data)
    assert [page.count("अभ्यास · DEMO") >= 1 for page in pages] == [True] * len(pages)
    assert "DEMO" not in "".join(with_pdfium(bundle))


def test_names_stand_only_in_the_record():
    entry = filled_entry("hi", text=NAME)
    data, _ = printed(snapshot([record(1, "hi", entry)], [attachment(1, picture(), "image/jpeg", NAME)]))
    pages = with_pdfium(data)
    assert any(NAME in words(page) for page in pages)
    assert not any(NAME in words(page) for page in (*pages[:2], pages[-1]))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        beside = [str(pdf.docinfo), pdf.Root.Metadata.read_bytes().decode(), *pdf.attachments]
        beside += [
            file.get_file().read_bytes().decode("utf-8", "replace") for file in pdf.attachments.values()
        ]
        beside += _outline_titles(pdf)
        beside += [str(link.Contents) for page in pdf.pages for link in page.get("/Annots", [])]
        beside += [str(e.Alt) for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and "/Alt" in e]
    assert [text for text in beside if NAME in text or "सीता" in text] == []


def _outline_titles(pdf: pikepdf.Pdf) -> list[str]:
    return [str(o.Title) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Title" in o]


def test_originals_travel_with_their_code_as_name(pdf):
    assert sorted(pdf.attachments) == ["A-2.pdf", "A-3.pdf", "A-4.png", "manifest.json"]
    assert pdf.attachments["A-3.pdf"].get_file().read_bytes() == written_pdf()
    assert str(pdf.attachments["A-3.pdf"].obj.AFRelationship) == "/Source"
    assert str(pdf.attachments["manifest.json"].obj.AFRelationship) == "/Data"


def test_hash_report_lists_every_record_and_original(bundle):
    report = with_pdfium(bundle)[-1] + with_pdfium(bundle)[-2]
    case = whole_case()
    kept = [r.record.content_sha256 for r in case.records] + [a.attachment.sha256 for a in case.attachments]
    dense = "".join(report.split())
    assert [sha256 for sha256 in kept if sha256 not in dense] == []
    assert case.audit_head.hash in dense
    assert "केस में लिया गया" in report
    assert "SI Anita (invented)" in words(report)


def test_a_character_without_a_letter_is_shown_by_its_code_with_a_note():
    entry = filled_entry("en", people=1)
    path = next(p for p, value in entry.answers() if value == SAMPLES["en"])
    entry.set_answer(path, "He wrote 走 and 😀.")
    data, summary = printed(snapshot([record(1, "en", entry)], language="en"))
    text = words("\n".join(with_pdfium(data)))
    assert "He wrote [U+8D70] and [U+1F600]." in text
    assert "characters of this record have no letter in the printing font" in text
    assert summary.substitutes >= 2


def test_stops_when_told_to():
    asked = []

    def progress(done: int, total: int) -> bool:
        asked.append((done, total))
        return done < 3

    assert write_bundle(whole_case(), io.BytesIO(), progress) is None
    assert asked == [(0, 9), (1, 9), (2, 9), (3, 9)]


def test_the_same_case_gives_the_same_bytes_whatever_was_printed_before():
    first, _ = printed(whole_case())
    printed(snapshot([record(1, "en")], language="en"))
    assert printed(whole_case())[0] == first


@pytest.mark.parametrize("language", SAMPLES)
def test_two_processes_write_the_same_bytes(language):
    script = (
        "import io, sys; from support.printed_case import record, snapshot, attachment\n"
        "from support.drawn_pictures import picture\n"
        "from abhaya.export.bundle import write_bundle\n"
        "photo = attachment(1, picture(), 'image/jpeg')\n"
        f"case = snapshot([record(1, {language!r})], [photo], language={language!r})\n"
        "print(write_bundle(case, io.BytesIO()).sha256)"
    )
    printed_by = [
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed_by[0] == printed_by[1] != ""


def test_times_stand_in_the_time_zone_of_the_print(bundle):
    assert "24/11/2026 09:35" in words(with_pdfium(bundle)[2])
    case = whole_case()
    utc, _ = printed(replace(case, printed_at=case.printed_at.astimezone(UTC)))
    assert "24/11/2026 04:05" in words(with_pdfium(utc)[2])


def test_an_empty_case_is_refused():
    with pytest.raises(AbhayaError) as refused:
        write_bundle(snapshot(), io.BytesIO())
    assert refused.value.code is Code.NOTHING_TO_EXPORT


def test_a_draft_is_refused():
    kept = record(1, "hi")
    draft = replace(kept, record=replace(kept.record, status=RecordStatus.DRAFT))
    with pytest.raises(AbhayaError) as refused:
        write_bundle(snapshot([draft]), io.BytesIO())
    assert refused.value.code is Code.RECORD_NOT_SEALED
