"""Numbers as written by hand, to and from the XForms text form."""

from __future__ import annotations

import re

from abhaya.gui.widgets.digits import latin_digits

_NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)\Z")


def number_from(text: str) -> str:
    """Return the number in Latin digits without grouping (``१,००,०००`` → ``100000``), else ``text``."""
    bare = latin_digits(text).replace(",", "").replace(" ", "")
    return bare if _NUMBER.match(bare) else text.strip()
