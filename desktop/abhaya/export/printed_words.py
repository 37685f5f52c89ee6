"""Words of the program and values of the case as they stand on paper."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo

from abhaya.bikram_words import bikram_words
from abhaya.export.blocks import Phrase, Words
from abhaya.texts import Texts
from abhaya_forms.engine import Question

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d).*)?")
_WRITTEN = re.compile(r"(\d\d)/(\d\d)/(\d{4})(?: \d\d:\d\d)?")
"""A time limit that a form works out and writes as people do."""

_TIME = re.compile(r"(\d\d:\d\d):\d\d.*")
_UNMEASURED = " 0 0"
"""Height and accuracy of a place that was typed by hand."""


class PrintedWords:
    """The sentences of ``translations/export.yaml`` in one language, with English beside it on request."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = Texts(language)
        self._english = None if language == "en" else Texts("en")

    def say(self, key: str, **values: object) -> str:
        """The sentence alone."""
        return self._texts.say(key, **values)

    def phrase(self, key: str, **values: object) -> Phrase:
        """The sentence with its language."""
        return Phrase(self.say(key, **values), self.language)

    def words(self, key: str, **values: object) -> Words:
        """The sentence, and beside it the English one."""
        first = self.phrase(key, **values)
        if self._english is None:
            return (first,)
        return first, Phrase(self._english.say(key, **values), "en")

    def value(self, text: str) -> Words:
        """A value that is the same in every language."""
        return (Phrase(text, self.language),)

    def day(self, day: date) -> str:
        """``31/01/2026 (17 Magh 2082 BS)``."""
        return self._in_both(f"{day:%d/%m/%Y}", day.isoformat())

    def moment(self, moment: datetime, zone: tzinfo | None) -> str:
        """``31/01/2026 14:05 (17 Magh 2082 BS)`` in the time zone of the print."""
        local = moment.astimezone(zone)
        return self._in_both(f"{local:%d/%m/%Y %H:%M}", local.isoformat())

    def answer(self, value: str, question: Question) -> str:
        """A stored date, time or place as people write it, dates with the Bikram Sambat; else as it is."""
        if question.data_type in ("date", "dateTime") and (match := _DATE.fullmatch(value)):
            year, month, day, time = match.groups()
            written = {"day": f"{day}/{month}/{year}", "month": f"{month}/{year}", "year": year}
            shown = written[question.fineness] + (f" {time}" if time else "")
            return self._in_both(shown, value, question.fineness)
        if question.data_type == "string" and (match := _WRITTEN.fullmatch(value)):
            day, month, year = match.groups()
            return self._in_both(value, f"{year}-{month}-{day}")
        if question.data_type == "time" and (match := _TIME.fullmatch(value)):
            return match[1]
        if question.data_type == "geopoint" and value.endswith(_UNMEASURED):
            return value.removesuffix(_UNMEASURED).replace(" ", ", ")
        return value

    def _in_both(self, shown: str, value: str, fineness: str = "day") -> str:
        bikram = bikram_words(value, self._texts, fineness)
        return f"{shown} ({bikram})" if bikram else shown
