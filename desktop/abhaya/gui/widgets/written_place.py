"""Positions on earth as written by hand, to and from the XForms geopoint form."""

from __future__ import annotations

import re

from abhaya.gui.widgets.digits import latin_digits

_DEGREES = re.compile(r"\s*([-+]?\d{1,2}(?:\.\d+)?)°?[\s,;]+([-+]?\d{1,3}(?:\.\d+)?)°?\s*")


def place_from(text: str) -> str:
    """Return ``latitude longitude 0 0`` for two decimal degrees, else the text as it stands."""
    found = _DEGREES.fullmatch(latin_digits(text))
    if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
        return text.strip()
    return f"{found[1]} {found[2]} 0 0"


def place_shown(value: str) -> str:
    """Return latitude and longitude of a geopoint; altitude and accuracy are not typed by hand."""
    parts = value.split()
    return ", ".join(parts[:2]) if len(parts) == 4 else value
