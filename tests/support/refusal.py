"""Expects trouble of one kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from abhaya.errors import AbhayaError, Code
from abhaya.texts import LANGUAGES, Texts


@contextmanager
def refused(code: Code, /, **values) -> Iterator[None]:
    """Expect AbhayaError with this code and these values, to be said in every language."""
    with pytest.raises(AbhayaError) as caught:
        yield
    assert caught.value.code is code
    assert caught.value.values.items() >= values.items()
    assert all(Texts(language).explain(caught.value) for language in LANGUAGES)
