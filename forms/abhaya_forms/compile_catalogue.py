"""Compiles the forms that come with Abhaya: ``python -m abhaya_forms.compile_catalogue``."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

from abhaya_forms.catalogue import COMPILED, DEFINITIONS, INDEX, ShippedForm, sources_digest
from abhaya_forms.compile import COMMENT, CompiledForm, compile_form
from abhaya_forms.rows import LANGUAGES, FormSource
from abhaya_forms.source import read_source
from abhaya_forms.tables import terms


def compile_catalogue() -> tuple[ShippedForm, ...]:
    """Write the XForm of every definition, then the index that makes them count, in the order of the road.

    Raises FormError when a definition cannot be compiled, and ValueError for one in no stage of the road.
    """
    COMPILED.mkdir(exist_ok=True)
    sources = sources_digest()
    stages = {form: stage.name for stage in terms("stages") for form in stage.more["forms"].split()}
    road = list(stages)
    paths = sorted(DEFINITIONS.glob("*/*.yaml"), key=lambda path: road.index(path.stem))
    forms = tuple(_compile(path, stages[path.stem]) for path in paths)
    index = {"sources": sources, "forms": [asdict(form) for form in forms]}
    _write(COMPILED / INDEX, json.dumps(index, ensure_ascii=False, indent=1).encode())
    return forms


def _compile(path: Path, stage: str) -> ShippedForm:
    source = read_source(path)
    form: CompiledForm = compile_form(source)
    _write(COMPILED / f"{form.form_id}.xml", form.xform)
    return ShippedForm(form.form_id, form.version, stage, form.sha256, titles(source))


def titles(source: FormSource) -> dict[str, str]:
    """Return the form's title in each language: XLSForm has one title, ours stand in comment columns."""
    english = source.setting("form_title")
    others = {code: source.setting(f"{COMMENT}form_title::{name}") for code, name in LANGUAGES.items()}
    return {code: title or english for code, title in others.items()}


def _write(path: Path, content: bytes) -> None:
    part = path.with_suffix(f".{os.getpid()}.part")  # several test workers may compile at once
    part.write_bytes(content)
    part.replace(path)


if __name__ == "__main__":
    compile_catalogue()
