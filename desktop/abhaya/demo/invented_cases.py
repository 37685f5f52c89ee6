"""Reads the invented cases that come with the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files

import yaml

from abhaya.workflows.enter_answers import Answer


@dataclass(frozen=True, slots=True)
class InventedCase:
    """One case of ``abhaya_resources/demo``; every person in it is invented.

    ``language`` (ISO 639-1) is that of the summary and of the rescue report; ``sealed`` is True for the one
    that is ready for court.
    """

    name: str
    kind: str
    district: str
    event_on: date
    language: str
    summary: str
    sealed: bool
    answers: dict[str, Answer]


def invented_cases() -> tuple[InventedCase, ...]:
    """Return the cases in order of their file names."""
    folder = files("abhaya_resources") / "demo"
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda f: f.name)
    return tuple(_read(file.name, file.read_text(encoding="utf-8")) for file in found)


def _read(name: str, text: str) -> InventedCase:
    case = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - strings only
    return InventedCase(
        name=name,
        kind=case["kind"],
        district=case["district"],
        event_on=date.fromisoformat(case["event_on"]),
        language=case["language"],
        summary=case["summary"].strip(),
        sealed=case["status"] == "sealed",
        answers=case["answers"],
    )
