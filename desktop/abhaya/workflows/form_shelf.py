"""The forms a station can fill: those that come with Abhaya and those a supervisor imported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from abhaya.errors import AbhayaError, Code
from abhaya.storage.form_repository import KeptForm
from abhaya.storage.unit_of_work import Reader, UnitOfWork
from abhaya_forms.catalogue import ShippedForm, shipped_forms
from abhaya_forms.engine.form_definition import FormDefinition, load_form


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form that can be filled; ``titles`` by language (ISO 639-1); ``shipped`` with the program.

    ``approved_by`` answers for a form that others wrote; ``stage`` is that of the road
    (``tables/stages.yaml``), "" for such a form.
    """

    form_id: str
    version: str
    sha256: str
    titles: dict[str, str]
    shipped: bool
    approved_by: str = ""
    stage: str = ""


def form_line(kept: KeptForm) -> FormLine:
    """Return the line of a form that the station keeps."""
    return FormLine(
        kept.form_id,
        kept.version,
        kept.sha256,
        dict(kept.titles),
        shipped=False,
        approved_by=kept.approved_by,
    )


class FormShelf:
    """Definitions by their SHA-256, each loaded once.

    A shipped form is copied into the station when the first record is filled with it, so that the record
    opens and prints for ever with that very definition.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._shipped: dict[str, ShippedForm] | None = None
        self._loaded: dict[str, FormDefinition] = {}

    def lines(self) -> tuple[FormLine, ...]:
        """Return the newest version of each form, shipped ones first."""
        newest = {
            form.form_id: FormLine(
                form.form_id, form.version, form.sha256, dict(form.titles), shipped=True, stage=form.stage
            )
            for form in self._all_shipped().values()
        }
        for kept in reversed(self._reader.forms.list()):  # oldest first, so that the newest stays
            if kept.form_id not in newest or not newest[kept.form_id].shipped:
                newest[kept.form_id] = form_line(kept)
        return tuple(newest.values())

    def find(self, name: str) -> FormLine:
        """Return the form with this id or SHA-256; raises NO_SUCH_FORM."""
        for line in self.lines():
            if name in (line.form_id, line.sha256):
                return line
        raise AbhayaError(Code.NO_SUCH_FORM)

    def titles(self) -> dict[str, dict[str, str]]:
        """Return the titles of every definition that a record of the station can have, by SHA-256."""
        kept = {form.sha256: dict(form.titles) for form in self._reader.forms.list()}
        return kept | {sha256: dict(form.titles) for sha256, form in self._all_shipped().items()}

    def definition(self, sha256: str) -> FormDefinition:
        """Return the definition with this SHA-256, whichever version the program ships now.

        Raises NO_SUCH_FORM, and SEAL_BROKEN when somebody has altered it in the database.
        """
        if sha256 not in self._loaded:
            shipped = self._all_shipped().get(sha256)
            xform = shipped.xform() if shipped else self._reader.forms.get(sha256)
            definition = load_form(xform)
            if definition.sha256 != sha256:
                raise AbhayaError(Code.SEAL_BROKEN)
            self._loaded[sha256] = definition
        return self._loaded[sha256]

    def keep(self, work: UnitOfWork, sha256: str, at: datetime) -> None:
        """Copy a shipped form into the station unless it is there already."""
        form = self._all_shipped().get(sha256)
        if form is not None:
            work.forms.add(KeptForm(form.form_id, form.version, sha256, form.titles, "", at), form.xform())

    def _all_shipped(self) -> dict[str, ShippedForm]:
        if self._shipped is None:
            self._shipped = {form.sha256: form for form in shipped_forms()}
        return self._shipped
