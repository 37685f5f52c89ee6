"""What a check across the forms of a case found, as data."""

from __future__ import annotations

from dataclasses import dataclass

from abhaya_forms.tables import term_label


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """A line of the table ``checks``, or with a ``charge`` one of ``suggested_charges``.

    ``warning`` tells it from a mere note; ``person`` is a code and ``record`` a number within the case, ""
    and 0 where it is about neither; ``form`` is where it is put right; ``charge`` a line of
    ``acts_and_sections`` to consider.
    """

    name: str
    warning: bool
    person: str = ""
    record: int = 0
    form: str = ""
    charge: str = ""

    def sentence(self, language: str) -> str:
        """Say what was found, in a language (ISO 639-1)."""
        if not self.charge:
            return term_label("checks", self.name, language)
        charge = term_label("acts_and_sections", self.charge, language)
        return f"{term_label('suggested_charges', self.name, language)}: {charge}"
