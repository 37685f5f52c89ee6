"""Says from where an answer was taken over that nobody was asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abhaya.gui.shown import day_shown
from abhaya.texts import Texts
from abhaya.workflows.desk import INDIA

if TYPE_CHECKING:
    from abhaya.workflows.case_facts import Origin


def origin_words(origin: Origin, texts: Texts, *, changed: bool) -> str:
    """Return one line, for example "From: Rescue report, 12/11/2026"."""
    if origin.titles is None:
        source = texts.say(f"form_view.origin.{origin.source}")
    else:
        day = day_shown(origin.at.astimezone(INDIA).date())
        source = ", ".join(filter(None, (origin.titles.get(texts.language), day)))
    return texts.say("form_view.origin.changed" if changed else "form_view.origin.from", source=source)
