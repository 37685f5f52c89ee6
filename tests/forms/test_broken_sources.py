"""A hostile or broken file is refused with a finding, never with a crash."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from abhaya_forms import spreadsheet
from abhaya_forms.engine.finding import FormError
from abhaya_forms.spreadsheet import read_spreadsheet
from abhaya_forms.yaml_source import read_yaml
from support.form_sources import OUTSIDE_FORMS

BOOK = (OUTSIDE_FORMS / "htcds_xlsform.xlsx").read_bytes()


def finding_of(read, data: bytes):
    """Return the one finding with which ``data`` is refused."""
    with pytest.raises(FormError) as refused:
        read(data, "broken")
    (finding,) = refused.value.findings
    return finding


def zipped(**files: bytes) -> bytes:
    """Return a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"PK\x03\x04 not a book",
        b"%PDF-1.7",
        BOOK[:2000],
        BOOK[:-300],
        BOOK.replace(b"PK\x01\x02", b"\0K\x01\x02", 1),
        zipped(a=b"x"),
        "नाम".encode(),
    ],
    ids=[
        *("empty", "two letters", "cut zip", "pdf", "first part", "end cut off", "broken list of parts"),
        *("other zip", "plain words"),
    ],
)
def test_what_is_no_spreadsheet(data):
    assert finding_of(read_spreadsheet, data).kind == "not_a_spreadsheet"


def test_a_file_that_unpacks_without_end():
    bomb = zipped(sheet=b"\0" * (spreadsheet.LARGEST_UNPACKED + 1))
    assert len(bomb) < 100_000
    assert finding_of(read_spreadsheet, bomb).kind == "too_large"


def test_a_file_too_large_to_read(monkeypatch):
    monkeypatch.setattr(spreadsheet, "LARGEST_FILE", 1000)
    assert finding_of(read_spreadsheet, BOOK).kind == "too_large"


def test_a_column_that_stands_twice():
    book = Workbook()
    book.active.title = "survey"
    book.active.append(["type", "name", "name"])
    book.active.append(["text", "a", "b"])
    out = io.BytesIO()
    book.save(out)
    finding = finding_of(read_spreadsheet, out.getvalue())
    assert (finding.kind, finding.row, finding.column) == ("duplicate_column", 1, "name")


@given(st.binary(max_size=400), st.integers(0, len(BOOK)))
def test_a_spreadsheet_with_a_stretch_of_noise(noise, at):
    data = BOOK[:at] + noise + BOOK[at + len(noise) :]
    try:
        read_spreadsheet(data, "noise")
    except FormError as error:
        assert error.findings


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("survey: [", "2"),
        ("survey:\n- type: text\n  type: date\n", "2"),
        ("survey:\n\t- type", "2"),
        ("just words", "1"),
        ("- a list", "1"),
    ],
    ids=["open bracket", "key twice", "tab", "words", "list"],
)
def test_yaml_that_cannot_be_read(text, line):
    finding = finding_of(read_yaml, text.encode())
    assert (finding.kind, finding.values["line"]) == ("broken_yaml", line)


def test_yaml_nested_without_end():
    assert finding_of(read_yaml, b"[" * 1_000_000).kind == "too_deep"


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"survey: \xc3\x28"], ids=["utf-16", "broken utf-8"])
def test_yaml_in_another_encoding(data):
    assert finding_of(read_yaml, data).kind == "broken_yaml"


@pytest.mark.parametrize(
    "text", ["survey: text", "survey:\n- [a, b]", "survey:\n- type: [a]", "pages:\n- type: text"]
)
def test_yaml_that_is_no_form(text):
    finding = finding_of(read_yaml, text.encode())
    assert (finding.kind, finding.sheet) == ("broken_source", finding.values["text"])
