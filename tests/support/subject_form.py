"""A form about one person of the case, which asks what other forms ask too."""

from __future__ import annotations

from pathlib import Path

import yaml

_LANGUAGES = ("English (en)", "हिन्दी (hi)", "नेपाली (ne)")


def _row(kind: str, name: str, words: str, **columns: str) -> dict[str, str]:
    labels = {f"label::{language}": word for language, word in zip(_LANGUAGES, words.split("|"), strict=True)}
    return {"type": kind, "name": name, **labels, **columns}


def _carries(fact: str, **columns: str) -> dict[str, str]:
    return {"bind::abhaya:carry": fact, **columns}


SURVEY = [
    _row(
        "text",
        "subject_code",
        "Code|कोड|कोड",
        read_only="yes",
        **{"bind::abhaya:subject": "victim witness"},
    ),
    _row(
        "text",
        "name",
        "Name|नाम|नाम",
        **_carries("person.full_name", **{"bind::abhaya:mask": "identity"}),
    ),
    _row("select_one yes_no", "child", "Child?|बालक?|बालबालिका?", **_carries("person.is_child")),
    _row("text", "home", "Home|घर|घर", **_carries("person.home.village"), relevant="${child} = 'yes'"),
    _row("select_one states", "state", "State|राज्य|राज्य", **_carries("station.state")),
    _row(
        "select_one districts",
        "district",
        "District|ज़िला|जिल्ला",
        **_carries("case.district"),
        relevant="${state} != ''",
        choice_filter="state = ${state}",
    ),
    _row("text", "fir_number", "FIR|प्राथमिकी|प्राथमिकी", **_carries("case.fir_number")),
    _row("text", "rank", "Rank|पद|दर्जा", **_carries("officer.rank")),
    _row("text", "officer", "Officer|अधिकारी|अधिकृत", **_carries("officer.name")),
    _row("text", "accused", "Accused|अभियुक्त|अभियुक्त", **_carries("case.accused_names")),
    _row("text", "codes", "Victims|पीड़ित|पीडित", **_carries("case.victim_codes")),
    _row("text", "told", "What was told|क्या बताया|के भनियो"),
]


def write_subject_form(folder: Path, form_id: str = "subject_form") -> Path:
    """Write the form's source into ``folder``."""
    settings = {
        "form_title": "Subject form",
        "form_id": form_id,
        "version": "1",
        "default_language": "English (en)",
        "namespaces": 'abhaya="urn:abhaya:forms:1"',
    }
    path = folder / f"{form_id}.yaml"
    tree = {"survey": SURVEY, "settings": [settings]}
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path
