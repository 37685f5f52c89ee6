"""The numbers of sections and questions: the same on screen, in print and on an empty form."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from abhaya_forms.engine.body import Control, Element, Question, walk
from abhaya_forms.engine.entry_sections import pages_of


def numbers(body: tuple[Element, ...]) -> Mapping[str, str]:
    """Return "3" for a section and "3.4" for a question, by their keys.

    Questions count through their section, whether they are relevant or not and whatever groups and repeats
    they stand in, so that a number always means the same question.  Notes have none.
    """
    found: dict[str, str] = {}
    for section, page in enumerate(pages_of(body), start=1):
        questions = count(1)
        if not isinstance(page[0], Question):
            found[page[0].key] = str(section)
        for element in walk(page):
            if isinstance(element, Question) and element.control is not Control.NOTE:
                found[element.key] = f"{section}.{next(questions)}"
    return found
