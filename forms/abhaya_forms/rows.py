"""The rows of a form's sheets, whatever file they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

LANGUAGES = {"en": "English (en)", "hi": "हिन्दी (hi)", "ne": "नेपाली (ne)"}
"""The languages of every form of ours, as they stand in column heads (``label::हिन्दी (hi)``)."""

SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
"""The sheets an XLSForm may have; others are the author's own notes."""

FIRST_ROW = 2
"""Number of the first row below the column heads, as spreadsheets count."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet; ``number`` as a spreadsheet shows it; ``cells`` by column head, none empty."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the text under ``column``, empty when nothing stands there."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its column heads in order, and its rows without the empty ones."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def table(self) -> Iterator[Mapping[str, str]]:
        """Yield every row, the empty ones too, so that counting them gives their numbers."""
        expected = FIRST_ROW
        for row in self.rows:
            yield from ({} for _ in range(row.number - expected))
            yield row.cells
            expected = row.number + 1


NO_SHEET = Sheet((), ())


@dataclass(frozen=True, slots=True)
class FormSource:
    """The sheets of one form; ``name`` is the file's name without its ending."""

    name: str
    sheets: Mapping[str, Sheet]

    def rows(self, sheet: str) -> tuple[Row, ...]:
        """Return the rows of ``sheet``, none when the form has no such sheet."""
        return self.sheets.get(sheet, NO_SHEET).rows

    def setting(self, name: str) -> str:
        """Return one value of the settings sheet, empty when it is not set."""
        return next((row[name] for row in self.rows("settings") if row[name]), "")

    def lists(self) -> dict[str, list[Row]]:
        """Return the rows of the choices sheet by the name of their list."""
        lists: dict[str, list[Row]] = {}
        for row in self.rows("choices"):
            lists.setdefault(row["list_name"] or row["list name"], []).append(row)
        return lists


def sheet_of(table: Iterable[Mapping[str, object]], columns: Iterable[str] = ()) -> Sheet:
    """Return ``table`` as a sheet: cells trimmed, empty ones left out, in the order of ``columns``.

    Columns that are not named in ``columns`` follow in the order they are met.
    """
    rows = [_trimmed(cells) for cells in table]
    heads = tuple(dict.fromkeys([*columns, *(column for cells in rows for column in cells)]))
    ordered = ({head: cells[head] for head in heads if head in cells} for cells in rows)
    return Sheet(heads, tuple(Row(number, cells) for number, cells in enumerate(ordered, FIRST_ROW) if cells))


def _trimmed(cells: Mapping[str, object]) -> dict[str, str]:
    trimmed = ((column, str(value).strip()) for column, value in cells.items() if value is not None)
    return {column: value for column, value in trimmed if value}
