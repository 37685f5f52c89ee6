"""What is translated in a form, what is not, and what only a machine has translated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from abhaya_forms.compile import COMMENT, REVIEW
from abhaya_forms.engine.finding import Finding
from abhaya_forms.rows import LANGUAGES, NO_SHEET, FormSource, Row
from abhaya_forms.survey import list_asked_for
from abhaya_forms.tables import table_names, terms

_TRANSLATED = ("survey", "choices")


def translation_findings(source: FormSource) -> tuple[Finding, ...]:
    """Return what a translator has to do: languages and cells without text, texts to look through."""
    languages = form_languages(source)
    gaps = tuple(_gaps(source, languages))
    return (*_absent(source, languages), *_half(gaps), *gaps, *_machine_made(source))


def form_languages(source: FormSource) -> tuple[str, ...]:
    """Return the languages of the labels as they stand in the column heads (``हिन्दी (hi)``)."""
    heads = (head for sheet in _TRANSLATED for head in source.sheets.get(sheet, NO_SHEET).columns)
    return tuple(
        dict.fromkeys(head.partition("::")[2].strip() for head in heads if head.startswith("label::"))
    )


def texts(row: Row, languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Return the translatable cells of a row: family (``label``, ``hint``) to language to text."""
    families: dict[str, dict[str, str]] = {}
    for column, cell in row.cells.items():
        family, _, language = column.partition("::")
        if language.strip() in languages and not column.startswith(COMMENT):
            families.setdefault(family, {})[language.strip()] = cell
    return families


def _absent(source: FormSource, languages: tuple[str, ...]) -> Iterator[Finding]:
    untranslated = any(row["label"] for row in source.rows("survey"))  # bare text stands for English
    for code, language in LANGUAGES.items():
        if language not in languages and not (code == "en" and untranslated):
            yield Finding(
                "language_absent", {"language": language}, sheet="survey", row=1, column=f"label::{language}"
            )


def _gaps(source: FormSource, languages: tuple[str, ...]) -> Iterator[Finding]:
    for sheet in _TRANSLATED:
        for row in source.rows(sheet):
            for family, said in texts(row, languages).items():
                for language in languages:
                    if language not in said:
                        values = {"language": language, "name": row["name"]}
                        column = f"{family}::{language}"
                        yield Finding(
                            "missing_translation", values, sheet=sheet, row=row.number, column=column
                        )


def _half(gaps: tuple[Finding, ...]) -> Iterator[Finding]:
    for language, count in Counter(gap.values["language"] for gap in gaps).items():
        yield Finding("half_translated", {"language": language, "count": str(count)})


def _machine_made(source: FormSource) -> Iterator[Finding]:
    """One finding for each sheet, each table asked from, and each language; tables count by their lines."""
    languages = form_languages(source)
    for sheet in _TRANSLATED:
        made: Counter[str] = Counter()
        for row in source.rows(sheet):
            for code in row[REVIEW].split():
                made[code] += sum(LANGUAGES.get(code, "") in said for said in texts(row, languages).values())
        yield from _to_look_through(made, sheet)
    asked = {list_asked_for(row["type"]) for row in source.rows("survey")} - set(source.lists())
    for table in sorted(asked & table_names()):
        yield from _to_look_through(
            Counter(code for term in terms(table) for code in term.review), f"tables/{table}"
        )


def _to_look_through(made: Counter[str], sheet: str) -> Iterator[Finding]:
    for code, count in sorted(made.items()):
        values = {"language": LANGUAGES.get(code, code), "count": str(count)}
        yield Finding("machine_translated", values, sheet=sheet, column=REVIEW)
