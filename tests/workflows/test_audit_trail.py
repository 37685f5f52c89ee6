"""A head on paper: typed in as it is printed, or refused."""

from __future__ import annotations

import pytest

from abhaya.cases.audit_entry import AuditHead
from abhaya.errors import Code
from abhaya.workflows.audit_trail import head_from_text
from support.refusal import refused


@pytest.mark.parametrize("text", ["12:00AA11bb22cc33dd", " 12 : 00aa11bb22cc33dd "])
def test_a_head_is_read_as_it_is_printed(text):
    assert head_from_text(text) == AuditHead(12, "00aa11bb22cc33dd")


@pytest.mark.parametrize(
    "text",
    ["", "12", "12:", ":00aa11bb22cc33dd", "²:00aa11bb22cc33dd", "0:00aa11bb22cc33dd", "12:0", "12:gg"],
)
def test_what_is_no_head_is_refused(text):
    with refused(Code.USAGE):
        head_from_text(text)
