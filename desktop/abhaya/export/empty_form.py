"""Prints a form empty: a PDF for the days without power, under the numbers it has on screen."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import BinaryIO

from abhaya.export.assembly.assembly import Assembly
from abhaya.export.assembly.metadata import Metadata
from abhaya.export.empty_outline import empty_outline
from abhaya.export.entry_reading import language_code
from abhaya.export.layout.margins import Margins, MarginTexts
from abhaya.export.layout.page_geometry import CENTIMETRE, PageGeometry
from abhaya.export.layout.structure import LANGUAGE_TAGS
from abhaya.export.typesetter import Typesetter
from abhaya.texts import Texts
from abhaya_forms.engine import FormDefinition
from abhaya_forms.engine.blank_form import BlankForm

_SHEET = PageGeometry(left=2.5 * CENTIMETRE, right=1.5 * CENTIMETRE)
"""Nothing is bound before it is typed in: more room to write than a court's page has."""


@dataclass(frozen=True, slots=True)
class EmptyForm:
    """What is printed: ``title`` is in ``language`` (ISO 639-1), ``printed_at`` is aware.

    ``rows`` is how many rows each repeat gets, None for as many as are usually enough.
    """

    definition: FormDefinition
    title: str
    language: str
    printed_at: datetime
    rows: int | None = None


def write_empty_form(form: EmptyForm, out: BinaryIO) -> int:
    """Write the PDF/A-3u file; the number of its pages.  The same form gives the same bytes."""
    definition, language, texts = form.definition, form.language, Texts(form.language)
    named = next((name for name in definition.languages if language_code(name, "") == language), "")
    blank = BlankForm(definition, clock=lambda: form.printed_at, language=named)
    blocks = tuple(empty_outline(blank, form.title, language, form.rows))
    typesetter, geometry = Typesetter(), _SHEET
    typesetter.learn(blocks, language)
    said = {name: typesetter.learn_text(text, language) for name, text in asdict(_margins(form)).items()}
    name = f"{definition.form_id} {definition.version}"
    foot = typesetter.learn_text(texts.say("empty_form.foot", form=name), language)
    typesetter.faces.number()
    assembly = Assembly(out, typesetter.faces, geometry)
    pages = assembly.add(typesetter.lay_out(blocks, language, geometry))
    margins = Margins(MarginTexts(**said), typesetter.styles, geometry, [foot])
    assembly.place([pages], margins.operators)
    title = texts.say("empty_form.bookmark", title=form.title)
    assembly.finish(Metadata(title, name, LANGUAGE_TAGS[language], form.printed_at), [])
    return len(pages)


def _margins(form: EmptyForm) -> MarginTexts:
    texts = Texts(form.language)
    return MarginTexts(
        language=form.language,
        unit=form.title,
        copy=texts.say("empty_form.copy"),
        notice=texts.say("empty_form.notice"),
        page=texts.say("export.page"),
    )
