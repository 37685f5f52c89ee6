"""XForms as other makers write them."""

from __future__ import annotations

_HTML = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
    'xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">'
)


def foreign_xform(instance: str, model: str, body: str, itext: str = "") -> bytes:
    """Return an XForm whose instance, root and all, stands as given before the rest of its model."""
    model = f"<model>{itext}<instance>{instance}</instance>{model}</model>"
    head = f"<h:head><h:title>Survey</h:title>{model}</h:head>"
    return f"{_HTML}{head}<h:body>{body}</h:body></h:html>".encode()
