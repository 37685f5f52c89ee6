"""ODK XForms at run time: ``load_form`` a definition once, fill it with ``FormEntry``."""

from __future__ import annotations

from abhaya_forms.engine.body import Control, Element, Group, Question, RangeBounds, Repeat, walk
from abhaya_forms.engine.entry_state import (
    Change,
    Choice,
    NodeState,
    NonAnswer,
    Problem,
    QuestionState,
    Section,
    Visit,
)
from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.engine.form_definition import FormDefinition, load_form
from abhaya_forms.engine.form_entry import FormEntry

__all__ = [
    "Change",
    "Choice",
    "Control",
    "Element",
    "Finding",
    "FormDefinition",
    "FormEntry",
    "FormError",
    "Group",
    "NodeState",
    "NonAnswer",
    "Problem",
    "Question",
    "QuestionState",
    "RangeBounds",
    "Repeat",
    "Section",
    "Visit",
    "load_form",
    "walk",
]
