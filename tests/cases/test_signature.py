"""A signature is told in one text that keeps its meaning, and old answers are still understood."""

from __future__ import annotations

import pytest

from abhaya.cases.signature import Signature, Signing, signature_of


@pytest.mark.parametrize(
    ("answer", "signature"),
    [
        ("A-7", Signature(Signing.DRAWN, file="A-7")),
        ("1699999999.jpg", Signature(Signing.DRAWN, file="1699999999.jpg")),
        ("paper", Signature(Signing.ON_PAPER)),
        ("thumb:left", Signature(Signing.LEFT_THUMB)),
        ("thumb:right", Signature(Signing.RIGHT_THUMB)),
        ("refused:", Signature(Signing.REFUSED)),
        ("refused:his hand is hurt: later", Signature(Signing.REFUSED, why="his hand is hurt: later")),
    ],
)
def test_an_answer_and_back(answer, signature):
    assert signature_of(answer) == signature
    assert signature.answer == answer


def test_no_answer_is_no_signature():
    assert signature_of("") is None
