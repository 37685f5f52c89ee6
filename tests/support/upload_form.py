"""A form that asks for files of each kind, and for signatures."""

from __future__ import annotations

from pathlib import Path

import yaml

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


def write_upload_form(folder: Path) -> Path:
    """Write the form's source into ``folder``."""
    path = folder / "upload_form.yaml"
    settings = [{"form_title": "Upload form", "form_id": "upload_form", "version": "1"}]
    path.write_text(yaml.safe_dump({"survey": SURVEY, "settings": settings}), encoding="utf-8")
    return path
