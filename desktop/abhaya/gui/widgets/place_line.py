"""A position on earth, typed as latitude and longitude."""

from __future__ import annotations

from abhaya.gui.widgets.text_line import TextLine
from abhaya.gui.widgets.written_place import place_from, place_shown
from abhaya.texts import Texts


class PlaceLine(TextLine):
    """Decimal degrees, as a phone or a map shows them."""

    def speak(self, texts: Texts) -> None:
        self.setPlaceholderText(texts.say("widgets.place"))

    def read(self, text: str) -> str:
        return place_from(text)

    def write(self, value: str) -> str:
        return place_shown(value)
