"""What is told beside a date that somebody writes: the day in the other calendar."""

from __future__ import annotations

from abhaya.bikram_words import bikram_words
from abhaya.gui.shown import day_shown
from abhaya.gui.widgets.date_reading import DateReader
from abhaya.texts import Texts


def other_calendar(written: str, reader: DateReader, texts: Texts, *, finished: bool = True) -> str:
    """Return the Bikram Sambat day of what is ``written``; of a day written in it, the Gregorian one first.

    A year that is still to come, where the form takes none, is told how to be written if the Bikram Sambat
    was meant.
    """
    found = reader.read(written, finished=finished)
    if found is None:
        return ""
    words, day = bikram_words(found.day.isoformat(), texts, reader.fineness), day_shown(found.day)
    if found.bikram:
        return texts.say("widgets.date.from_bikram", day=day, bikram=words)
    other = reader.other(written) if reader.past and found.day.year > reader.today.year else None
    if other is None:
        return words
    return texts.say("widgets.date.or_bikram", written=written.strip(), day=day_shown(other.day))
