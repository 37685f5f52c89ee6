"""Clocks, departures and findings in the words of the person who looks at them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from abhaya.bikram_words import bikram_words
from abhaya.cases.check_finding import CheckFinding
from abhaya.cases.clock import Clock
from abhaya.cases.departure import Departure
from abhaya.texts import Texts
from abhaya.workflows.form_shelf import FormLine
from abhaya_forms.tables import term_label, terms

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


class ClockWords:
    """Says clocks in the language of ``texts`` as they stand at ``now`` (aware)."""

    def __init__(self, texts: Texts, now: datetime) -> None:
        self._texts = texts
        self._now = now

    def what(self, clock: Clock) -> str:
        """What is to be done."""
        return term_label("clocks", clock.rule.name, self._texts.language)

    def whom(self, clock: Clock) -> str:
        """Whom it is about: a code, or the whole case."""
        return clock.person or self._say("whole_case")

    def due(self, clock: Clock) -> str:
        """By when: to the hour, to the end of the day, or both where rules differ."""
        due = clock.deadline
        kind = "both" if due.both else "hour" if due.hour else "day"
        time = due.at.strftime(" %H:%M") if due.hour else ""
        return self._say(f"due.{kind}", when=self._day(due.day, time))

    def state(self, clock: Clock) -> str:
        """How it stands, in a word or two."""
        return self._say(f"state.{clock.state}")

    def left(self, clock: Clock) -> str:
        """How much time is left or over; for what is done, when that was."""
        if clock.met_at is not None:
            return self._say("done", day=self._day(clock.met_at.date()))
        left = clock.left(self._now)
        unit, count = _rounded(abs(left))
        return self._say(f"{'left' if left >= timedelta(0) else 'over'}.{unit}", count=count)

    def moments(self, clock: Clock, *, timed: bool) -> str:
        """That it was done late: by when it was due, and when it was done, to the minute if that is known."""
        assert clock.met_at is not None
        done = self._day(clock.met_at.date(), clock.met_at.strftime(" %H:%M") if timed else "")
        late = self._say("late_step", what=self.what(clock))
        return self._say("late_moments", late=late, due=self.due(clock), done=done)

    def source(self, clock: Clock) -> str:
        """Act and section, with a word of warning where part of it is from knowledge only."""
        said = [_law(clock.rule.source)]
        if clock.rule.verify:
            said.append(self._say("verify"))
        if clock.draft:
            said.append(self._say("draft"))
        return " · ".join(said)

    def _say(self, key: str, **values: object) -> str:
        return self._texts.say(f"clocks.{key}", **values)

    def _day(self, day: date, time: str = "") -> str:
        """A day, and the time on it, with the Bikram Sambat day in brackets."""
        bikram = bikram_words(day.isoformat(), self._texts)
        return day.strftime("%d/%m/%Y") + time + (f" ({bikram})" if bikram else "")


def departure_words(departure: Departure, texts: Texts) -> str:
    """Say what was departed from: an order of steps, or the time of a clock."""
    if departure.rule in {term.name for term in terms("sequence")}:
        return term_label("sequence", departure.rule, texts.language)
    return texts.say("clocks.late_step", what=term_label("clocks", departure.rule, texts.language))


def finding_words(finding: CheckFinding, texts: Texts, forms: Iterable[FormLine] = ()) -> str:
    """Say what a check found, about whom or which form, and in which of ``forms`` it is put right."""
    said = finding.sentence(texts.language)
    if finding.person:
        said = texts.say("clocks.about_person", code=finding.person, finding=said)
    elif finding.record:
        said = texts.say("clocks.about_record", number=finding.record, finding=said)
    titles = [line.titles.get(texts.language, "") for line in forms if line.form_id == finding.form]
    return " → ".join([said, *titles])


def _law(source: str) -> str:
    """The Act and section of a source, without marks and words: they read the same in every language."""
    return re.sub(r"\bss?\.", "", re.split(r"[\[:;]", source)[0]).strip()


def _rounded(time: timedelta) -> tuple[str, int]:
    """A length of time in the unit people would use: below two hours minutes, below two days hours."""
    if time < 2 * _HOUR:
        return "minutes", time // timedelta(minutes=1)
    return ("hours", time // _HOUR) if time < 2 * _DAY else ("days", time // _DAY)
