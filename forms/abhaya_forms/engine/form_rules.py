"""What the engine runs of a form: its model, rules, texts, choices and actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from abhaya_forms.engine.action import Action
from abhaya_forms.engine.bind import Bind
from abhaya_forms.engine.body import Question
from abhaya_forms.engine.choice_list import ChoiceList
from abhaya_forms.engine.dependency_graph import DependencyGraph
from abhaya_forms.engine.element_texts import ElementTexts
from abhaya_forms.engine.form_model import FormModel
from abhaya_forms.engine.form_text import Translations
from abhaya_forms.engine.secondary_instances import SecondaryInstances


@dataclass(frozen=True, slots=True, eq=False)
class FormRules:
    """The inside of a form definition.

    ``texts`` are by element key, ``binds``, ``choices`` and ``questions`` by path, ``actions_at`` by the path
    of what sets them off; ``counted`` are the repeats whose rows the form counts (jr:count), ``fixed_rows``
    those that start with a row and keep the rows they have (jr:noAddRemove).
    """

    model: FormModel
    graph: DependencyGraph
    binds: Mapping[str, Bind]
    texts: Mapping[str, ElementTexts]
    choices: Mapping[str, ChoiceList]
    questions: Mapping[str, Question]
    actions: tuple[Action, ...]
    actions_at: Mapping[str, list[Action]]
    counted: frozenset[str]
    fixed_rows: frozenset[str]
    translations: Translations
    instances: SecondaryInstances
