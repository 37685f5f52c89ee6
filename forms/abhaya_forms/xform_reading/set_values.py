"""What the actions of an XForm say in a sheet: defaults, triggers, and questions that nobody answers."""

from __future__ import annotations

from collections.abc import Iterable

from abhaya_forms.xform_reading.actions import FIRST_LOAD, VALUE_CHANGED, Action
from abhaya_forms.xform_reading.references import References

Cells = dict[str, str]


class SetValues:
    """Knows the actions by the node they set."""

    def __init__(self, actions: Iterable[Action], references: References) -> None:
        self._references = references
        self._on: dict[str, list[Action]] = {}
        for action in actions:
            self._on.setdefault(action.target, []).append(action)

    def question_type(self, path: str) -> str:
        """Return the type of a question that only an action tells, empty when none does."""
        for action in self._on.get(path, ()):
            if action.kind == "recordaudio":
                return "background-audio"
            if action.kind == "setgeopoint":
                return "background-geopoint" if VALUE_CHANGED in action.events else "start-geopoint"
        return ""

    def attributes(self, path: str) -> Cells:
        """Return what the actions say of the recording they make."""
        return {name: value for action in self._on.get(path, ()) for name, value in action.attributes.items()}

    def cells(self, path: str) -> Cells:
        """Return the cells of the row of the node at ``path``."""
        cells: Cells = {}
        triggers = []
        for action in self._on.get(path, ()):
            if VALUE_CHANGED in action.events:
                triggers.append(self._references.name(action.source) or action.source)
                if action.value:
                    cells["calculation"] = self._references.cell(action.value, action.source)
            elif action.kind == "setvalue" and FIRST_LOAD in action.events:
                cells["default"] = self._references.cell(action.value, path)
        return cells | ({"trigger": ", ".join(triggers)} if triggers else {})
