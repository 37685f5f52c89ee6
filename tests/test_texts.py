"""Sentences by key in three languages."""

from __future__ import annotations

import pytest

from abhaya.errors import AbhayaError, Code
from abhaya.texts import LANGUAGES, Texts


def test_a_sentence_in_each_language():
    said = {Texts(language).say("command_line.passphrase", name="X") for language in LANGUAGES}
    assert len(said) == 3
    assert all("X" in sentence for sentence in said)


def test_an_unknown_key_or_language_is_a_defect():
    with pytest.raises(KeyError):
        Texts("en").say("errors.no_such_trouble.what")
    with pytest.raises(ValueError, match="fr"):
        Texts("fr")


def test_an_error_is_explained_in_three_steps_and_its_findings():
    told = (
        Texts("en").explain(AbhayaError(Code.STATION_IN_USE, ("a finding",), holder="SI (DEMO)")).split("\n")
    )
    assert "SI (DEMO)" in told[0]
    assert told[-1] == "a finding"
    assert len(told) == 4
