"""A compiled form: what it asks and every rule, ready to be filled any number of times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from abhaya_forms.engine.body import Element
from abhaya_forms.engine.finding import Finding, FormError

__all__ = ["Finding", "FormDefinition", "FormError", "load_form"]


@dataclass(frozen=True)
class FormDefinition:
    """An ODK XForm, loaded; immutable, shared by all entries of the form.

    ``sha256`` is the hex hash of the XForm's bytes; ``languages`` are named as in the form
    (``"English (en)"``), empty when it is untranslated; ``body`` is what it asks, in order.
    """

    form_id: str
    version: str
    sha256: str
    title: str
    default_language: str
    languages: tuple[str, ...]
    body: tuple[Element, ...]
    _pending: None = field(default=None, repr=False)


def load_form(xform: bytes, files: Mapping[str, bytes] = {}) -> FormDefinition:
    """Load an ODK XForm; ``files`` are its attached lists by file name (``districts.csv``).

    Raises FormError with every finding: broken XML, unknown functions, wrong numbers of arguments, references
    to nothing, rules that depend on themselves.
    """
    raise NotImplementedError
