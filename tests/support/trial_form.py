"""A form with one of everything the form screen has to deal with, in three languages."""

from __future__ import annotations

from pathlib import Path

import yaml

_LANGUAGES = ("English (en)", "हिन्दी (hi)", "नेपाली (ne)")


def _row(kind: str, name: str, words: tuple[str, str, str] | None = None, **columns: str) -> dict[str, str]:
    row = {"type": kind, "name": name}
    if words:
        row |= {f"label::{language}": word for language, word in zip(_LANGUAGES, words, strict=True)}
    return row | {name.replace("__", "::"): value for name, value in columns.items()}


def _message(column: str, *words: str) -> dict[str, str]:
    return {f"{column}::{language}": word for language, word in zip(_LANGUAGES, words, strict=True)}


SURVEY = [
    _row("begin_group", "event", ("Rescue", "बचाव", "उद्धार")),
    _row("note", "care", ("Care first.", "पहले देखभाल।", "पहिले हेरचाह।")),
    _row("text", "place", ("Place", "स्थान", "ठाउँ"), required="yes"),
    _row("date", "on", ("Date", "दिनांक", "मिति")),
    _row(
        "integer",
        "officers",
        ("Number of officers", "अधिकारियों की संख्या", "अधिकारीको सङ्ख्या"),
        constraint=". < 100",
        **_message("constraint_message", "Fewer than 100", "100 से कम", "१०० भन्दा कम"),
    ),
    _row("select_one yes_no", "injured", ("Injured?", "चोट?", "चोट?")),
    _row(
        "text",
        "injury",
        ("Describe the injury", "चोट का विवरण", "चोटको विवरण"),
        relevant="${injured} = 'yes'",
        appearance="multiline",
    ),
    _row("select_multiple needs", "needs", ("Needs", "आवश्यकताएँ", "आवश्यकता")),
    _row("select_one districts", "district", ("District", "ज़िला", "जिल्ला")),
    _row("integer", "doubled", ("Twice", "दुगुना", "दोब्बर"), calculation="${officers} * 2", readonly="yes"),
    _row("text", "story", ("What happened", "क्या हुआ", "के भयो"), appearance="multiline"),
    _row("end_group", "event"),
    _row("begin_group", "people", ("People", "व्यक्ति", "व्यक्तिहरू")),
    _row("begin_repeat", "person", ("Person", "व्यक्ति", "व्यक्ति")),
    _row("calculate", "person_code", calculation="concat('V-00', position(..))"),
    _row("text", "full_name", ("Full name", "पूरा नाम", "पूरा नाम"), bind__abhaya_mask="identity"),
    _row("integer", "age", ("Age", "आयु", "उमेर")),
    _row("begin_repeat", "phone", ("Phone", "फ़ोन", "फोन")),
    _row("text", "number", ("Number", "नंबर", "नम्बर"), appearance="numbers"),
    _row("end_repeat", "phone"),
    _row("end_repeat", "person"),
    _row("end_group", "people"),
    _row(
        "begin_group",
        "medical",
        ("Medical", "चिकित्सा", "स्वास्थ्य"),
        relevant="${injured} = 'yes'",
    ),
    _row("text", "doctor", ("Doctor", "चिकित्सक", "चिकित्सक"), required="yes"),
    _row("dateTime", "seen_at", ("Seen at", "कब देखा", "कहिले हेरे")),
    _row("image", "photo", ("Photograph", "फ़ोटो", "फोटो")),
    _row("end_group", "medical"),
]
CHOICES = [
    *(
        {"list_name": "yes_no", "name": name, **_message("label", *words)}
        for name, words in (("yes", ("Yes", "हाँ", "हो")), ("no", ("No", "नहीं", "होइन")))
    ),
    *(
        {"list_name": "needs", "name": f"need_{n}", **_message("label", *words)}
        for n, words in enumerate(
            (("Food", "भोजन", "खाना"), ("Water", "पानी", "पानी"), ("Shelter", "आश्रय", "आश्रय")), 1
        )
    ),
    *(
        {
            "list_name": "districts",
            "name": f"d{n}",
            **_message("label", f"District {n}", f"ज़िला {n}", f"जिल्ला {n}"),
        }
        for n in range(1, 31)
    ),
]
SETTINGS = [
    {
        "form_title": "Trial form",
        "form_id": "trial_form",
        "version": "1",
        "default_language": "English (en)",
        "namespaces": 'abhaya="urn:abhaya:forms:1"',
    }
]


def write_trial_form(folder: Path) -> Path:
    """Write the form's source into ``folder``."""
    rows = [{key.replace("abhaya_", "abhaya:"): value for key, value in row.items()} for row in SURVEY]
    path = folder / "trial_form.yaml"
    tree = {"survey": rows, "choices": CHOICES, "settings": SETTINGS}
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path
