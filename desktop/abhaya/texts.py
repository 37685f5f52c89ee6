"""Every sentence of the program in English, Hindi and Nepali, looked up by key.

The sentences live in ``resources/abhaya_resources/translations/<area>.yaml``; a key is ``<area>.<name>``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from abhaya.errors import AbhayaError

LANGUAGES = ("en", "hi", "ne")
"""Interface languages: English, Hindi, Nepali (ISO 639-1)."""


class Texts:
    """The sentences of one language."""

    def __init__(self, language: str = "en") -> None:
        if language not in LANGUAGES:
            raise ValueError(f"no texts in language {language!r}")
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """Return the sentence under ``key`` with ``{placeholders}`` filled.

        Raises KeyError for an unknown key: a missing text is a defect, never shown as a key.
        """
        area, name = key.split(".", 1)
        text = _area(area)[name][self.language]
        return text.format(**values) if values else text

    def explain(self, error: AbhayaError) -> str:
        """Return what happened, that nothing was lost, and what to do next, a sentence each."""
        sentences = (
            self.say(f"errors.{error.code}.{part}", **error.values) for part in ("what", "kept", "next")
        )
        return "\n".join([*(s for s in sentences if s), *error.lines])


@cache
def _area(area: str) -> dict[str, dict[str, str]]:
    text = (files("abhaya_resources") / "translations" / f"{area}.yaml").read_text(encoding="utf-8")
    tree = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - strings only
    return dict(_flatten(tree, ""))


def _flatten(tree: dict[str, Any], prefix: str) -> Iterator[tuple[str, dict[str, str]]]:
    for name, entry in tree.items():
        if set(entry) == set(LANGUAGES):
            yield prefix + name, entry
        else:
            yield from _flatten(entry, f"{prefix}{name}.")
