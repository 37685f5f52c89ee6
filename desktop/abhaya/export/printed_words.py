"""Words of the program and values of the case as they stand on paper."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo

from abhaya.export.blocks import Phrase, Words
from abhaya.texts import Texts

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d).*)?")
_TIME = re.compile(r"(\d\d:\d\d):\d\d.*")


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


def printed_time(moment: datetime, zone: tzinfo | None) -> str:
    """``31/01/2026 14:05`` in the time zone of the print."""
    return f"{moment.astimezone(zone):%d/%m/%Y %H:%M}"


def printed_date(day: date) -> str:
    """``31/01/2026``."""
    return f"{day:%d/%m/%Y}"


def printed_answer(value: str, data_type: str) -> str:
    """A stored date or time as people write it; anything else as it is."""
    if data_type in ("date", "dateTime") and (match := _DATE.fullmatch(value)):
        year, month, day, time = match.groups()
        return f"{day}/{month}/{year}" + (f" {time}" if time else "")
    if data_type == "time" and (match := _TIME.fullmatch(value)):
        return match[1]
    return value
