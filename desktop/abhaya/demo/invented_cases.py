"""Reads the invented cases that come with the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from abhaya.cases.person import PersonRole
from abhaya.workflows.enter_answers import Answer


@dataclass(frozen=True, slots=True)
class InventedRecord:
    """One form of a case.

    ``about`` is the code of the person it is about, the role of somebody new to the case, or "" for a form
    about nobody.  ``answers`` are what a person types; what the case knows stands in the form by itself.
    """

    form_id: str
    about: str | PersonRole
    sealed: bool
    answers: dict[str, Answer]


@dataclass(frozen=True, slots=True)
class InventedCase:
    """One folder of ``abhaya_resources/demo``; every person in it is invented.

    ``language`` (ISO 639-1) is that of the summary and of the records, which stand in the order in which
    they are filled.  ``annexures`` are drawn for it: name of the file to caption.
    """

    name: str
    kind: str
    district: str
    event_on: date
    language: str
    summary: str
    records: tuple[InventedRecord, ...]
    annexures: dict[str, str]


def invented_cases() -> tuple[InventedCase, ...]:
    """Return the cases in order of the names of their folders."""
    folders = sorted((files("abhaya_resources") / "demo").iterdir(), key=lambda folder: folder.name)
    return tuple(_case(folder) for folder in folders if folder.is_dir())


def _case(folder: Traversable) -> InventedCase:
    case = _read(folder / "case.yaml")
    names = sorted(file.name for file in folder.iterdir() if file.name[0].isdigit())
    return InventedCase(
        name=folder.name,
        kind=case["kind"],
        district=case["district"],
        event_on=date.fromisoformat(case["event_on"]),
        language=case["language"],
        summary=case["summary"].strip(),
        records=tuple(_record(_read(folder / name)) for name in names),
        annexures=case.get("annexures", {}),
    )


def _record(record: dict[str, Any]) -> InventedRecord:
    sealed = record["status"] == "sealed"
    about = record.get("about", "")
    someone = PersonRole(about) if about in tuple(PersonRole) else about
    return InventedRecord(record["form"], someone, sealed, record["answers"])


def _read(file: Traversable) -> dict[str, Any]:
    text = file.read_text(encoding="utf-8")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    read: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - strings only
    return read
