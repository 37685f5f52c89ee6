"""The forms that come with Abhaya, compiled once when it is set up, never at a user's start."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parent
DEFINITIONS = _PACKAGE / "definitions"
"""Sources of the forms: ``<group>/<form_id>.yaml``."""

COMPILED = _PACKAGE / "compiled"
"""Where ``compile_catalogue`` puts the XForms and their index; not kept in git."""

INDEX = "index.json"


@dataclass(frozen=True, slots=True)
class ShippedForm:
    """A form that comes with Abhaya; ``titles`` by language (ISO 639-1), ``sha256`` of the XForm's bytes.

    ``stage`` is that of the road (``tables/stages.yaml``).
    """

    form_id: str
    version: str
    stage: str
    sha256: str
    titles: Mapping[str, str]

    def xform(self) -> bytes:
        """Return the compiled form."""
        return (COMPILED / f"{self.form_id}.xml").read_bytes()


def shipped_forms() -> tuple[ShippedForm, ...]:
    """Return the forms in the order of the road.

    In a developer's checkout whose sources are newer than the compiled forms these are made again first.
    """
    index = COMPILED / INDEX
    if not index.exists() or json.loads(index.read_bytes())["sources"] != sources_digest():
        from abhaya_forms.compile_catalogue import compile_catalogue  # brings pyxform, which takes long

        compile_catalogue()
    return tuple(ShippedForm(**form) for form in json.loads(index.read_bytes())["forms"])


def sources_digest() -> str:
    """Return one hash (hex) over definitions, parts and tables: another hash means stale compiled forms."""
    digest = sha256()
    for path in sorted(
        [*DEFINITIONS.rglob("*.yaml"), *_PACKAGE.glob("parts/*.yaml"), *_PACKAGE.glob("tables/*.yaml")]
    ):
        digest.update(path.name.encode() + sha256(path.read_bytes()).digest())
    return digest.hexdigest()
