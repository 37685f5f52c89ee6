"""A form that asks for files of each kind, and for signatures."""

from __future__ import annotations

from pathlib import Path

import yaml

from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormEntry, load_form
from support.form_sources import form
from support.printed_case import NAMES, local_clock

SURVEY = [
    {"type": "begin_group", "name": "files", "label": "Files"},
    {"type": "image", "name": "photo", "label": "Photograph of the place"},
    {"type": "audio", "name": "sound", "label": "Recording of the call"},
    {"type": "file", "name": "paper", "label": "Any paper"},
    {"type": "image", "name": "sketch", "label": "Mark the place", "appearance": "annotate"},
    {"type": "end_group"},
    {"type": "begin_group", "name": "signing", "label": "Signatures"},
    {"type": "image", "name": "owner_sign", "label": "Signature of the owner", "appearance": "signature"},
    {"type": "image", "name": "witness_sign", "label": "Signature of the witness", "appearance": "signature"},
    {"type": "end_group"},
]


SIGNED = {"owner": "A-1", "tenant": "paper", "cook": "thumb:left", "guard": "refused:Cannot read the list"}


def signed_entry() -> FormEntry:
    """Return an entry of a form in Hindi and English that was signed in each way."""
    rows = [
        {
            "type": "image",
            "name": name,
            "appearance": "signature",
            "label::English (en)": f"Signature of the {name}",
            "label::हिन्दी (hi)": f"{name} के हस्ताक्षर",
        }
        for name in SIGNED
    ]
    settings = {"form_id": "signed", "version": "1", "default_language": NAMES["en"]}
    definition = load_form(compile_form(form(*rows, settings=settings)).xform)
    entry = FormEntry(definition, clock=local_clock, language=NAMES["hi"])
    for name, answer in SIGNED.items():
        entry.set_answer(f"/data/{name}", answer)
    return entry


def write_upload_form(folder: Path) -> Path:
    """Write the form's source into ``folder``."""
    path = folder / "upload_form.yaml"
    settings = [{"form_title": "Upload form", "form_id": "upload_form", "version": "1"}]
    path.write_text(yaml.safe_dump({"survey": SURVEY, "settings": settings}), encoding="utf-8")
    return path
