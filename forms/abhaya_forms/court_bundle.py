"""Which records stay out of a court bundle until somebody ticks them."""

from __future__ import annotations

from abhaya_forms.tables import terms


def on_request(form_id: str) -> bool:
    """Return whether the records of a form are printed for a court only when asked for.

    The reason, in each language, is the label of the form's line in ``tables/court_bundle.yaml``.
    """
    return any(term.name == form_id for term in terms("court_bundle"))
