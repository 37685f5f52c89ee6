"""Head and foot fit, however long a station's or a form's name is."""

from __future__ import annotations

import re

import pytest

from abhaya.export.layout.margins import Margins, MarginTexts
from abhaya.export.layout.page_geometry import PageGeometry
from abhaya.export.typesetter import Typesetter

GEOMETRY = PageGeometry()


def margins(unit: str, foot: str, demonstration: str = "") -> str:
    """Return what is written on page 12 of 345."""
    typesetter = Typesetter()
    texts = MarginTexts("en", unit, "COURT ORIGINAL", "Notice", "Page {n} of {total}", demonstration)
    for text in (unit, foot, texts.copy, texts.notice, texts.page, demonstration):
        typesetter.learn_text(text, "en")
    typesetter.faces.number()
    return Margins(texts, typesetter.styles, GEOMETRY, [foot]).operators(0, 12, 345)


@pytest.mark.parametrize("length", [1, 4])
def test_everything_stands_between_body_and_edge_of_the_paper(length):
    operators = margins("Anti Human Trafficking Unit " * length, "a_form_with_a_long_name " * length)
    lines = re.findall(r"/\w (\S+) Tf (\S+) TL 1 0 0 1 (\S+) (\S+) Tm(.*?)ET", operators, re.S)
    for size, leading, x, y, body in lines:
        lowest = float(y) - body.count("T*") * float(leading)
        assert GEOMETRY.left <= float(x) <= GEOMETRY.width - GEOMETRY.right
        above, below = GEOMETRY.height - GEOMETRY.top, GEOMETRY.bottom
        assert lowest >= above - float(size) / 2 or (lowest >= 10 and float(y) <= below)
    assert len(lines) == 5


def test_a_long_foot_stays_clear_of_the_page_number():
    operators = margins("Unit", "a_form_with_a_long_name " * 12)
    assert operators.count("T*") >= 1


def test_a_demonstration_is_marked_across_the_page():
    assert "/Watermark" in margins("Unit", "foot", "DEMONSTRATION")
    assert "/Watermark" not in margins("Unit", "foot")
