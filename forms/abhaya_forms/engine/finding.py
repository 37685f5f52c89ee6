"""What is wrong with a form, as data: where, which expression, and the values a message needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a form definition.

    ``kind`` is the key of the sentence a person reads, ``values`` fill its placeholders.  The engine knows
    the path of the question (``/data/person/age``) and the XPath expression; whoever compiled the form from a
    sheet adds sheet, row and column.  A row is counted as in the sheet written out; ``question`` is the name
    that stands in it, ``part`` tells the parts it comes from.

    Kinds the engine refuses a form for, with the values of their sentences: ``broken_xml`` (line, column),
    ``not_a_form``, ``too_large`` (size), ``too_deep``, ``syntax`` (near), ``unknown_function`` (function),
    ``wrong_arity`` (function, given, least, most), ``bad_argument`` (function), ``bad_pattern`` (function,
    pattern), ``unresolved_reference`` (reference), ``unknown_instance`` (instance), ``broken_file`` (file),
    ``cycle`` (chain).  It warns of ``missing_file`` (instance, file).
    """

    kind: str
    values: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    expression: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    question: str = ""
    part: str = ""


class FormError(Exception):
    """A form that cannot be used; ``findings`` holds every reason found, never an answer."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(f"{f.kind} {f.path} {f.expression}".strip() for f in findings))
        self.findings = findings
