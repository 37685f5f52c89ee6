"""Says on an empty form when a question is asked, by the numbers of the questions it depends on."""

from __future__ import annotations

from functools import reduce

from abhaya.texts import Texts
from abhaya_forms.engine import Element
from abhaya_forms.engine.blank_form import BlankForm
from abhaya_forms.engine.conditions import Comparison, Condition


class ConditionWords:
    """Sentences in the language of ``texts``, which is the form's."""

    def __init__(self, form: BlankForm, texts: Texts) -> None:
        self._form = form
        self._texts = texts

    def of(self, element: Element) -> str:
        """ "Only if 3.4 is: Yes."; "" for what is always asked."""
        decided, condition = self._form.condition(element)
        if not decided:
            return ""
        said = self._said(condition) if condition else None
        if said is None:
            return self._texts.say("empty_form.only.applies")
        return self._texts.say("empty_form.only.if", condition=said)

    def _said(self, condition: Condition) -> str | None:
        """None where a question has no number, as it is worked out and not asked."""
        if isinstance(condition, Comparison):
            return self._compared(condition)
        parts = [self._said(part) for part in condition.parts]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return None
        key = f"empty_form.only.{condition.operator}"
        return reduce(lambda first, second: self._texts.say(key, first=first, second=second), known)

    def _compared(self, condition: Comparison) -> str | None:
        say, number = self._texts.say, self._form.definition.numbers.get(condition.path)
        if number is None:
            return None
        if condition.operator not in ("=", "!="):
            return say(
                "empty_form.only.compared",
                number=number,
                operator=condition.operator,
                value=condition.values[0],
            )
        equal = condition.operator == "="
        if not condition.values:
            return say(f"empty_form.only.{'unanswered' if equal else 'answered'}", number=number)
        labels = {choice.value: choice.label for choice in self._form.choices(condition.path)}
        values = " / ".join(labels.get(value, value) for value in condition.values)
        return say(f"empty_form.only.{'is' if equal else 'is_not'}", number=number, values=values)
