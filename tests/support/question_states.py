"""Questions and their states as data, for widgets that are tested without a form."""

from __future__ import annotations

from dataclasses import replace

from abhaya_forms.engine import Choice, Control, Question, QuestionState

DISTRICTS = tuple(
    Choice(code, label)
    for code, label in (
        ("gorakhpur", "गोरखपुर / Gorakhpur"),
        ("maharajganj", "महराजगंज / Maharajganj"),
        ("siddharthnagar", "सिद्धार्थनगर / Siddharthnagar"),
        *((f"district_{n}", f"District {n}") for n in range(20)),
    )
)
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"), Choice("unknown", "Not known"))
NEEDS = tuple(Choice(f"need_{n}", f"Need {n}") for n in range(1, 8))


def question(
    control: Control = Control.INPUT, data_type: str = "string", *appearances: str, media_type: str = ""
) -> Question:
    """Return a question of that kind."""
    return Question("/data/q", "q", control, data_type, appearances, media_type, {})


def state(value: str = "", choices: tuple[Choice, ...] = (), **changed: object) -> QuestionState:
    """Return what an entry would say of it."""
    labels = {choice.value: choice.label for choice in choices}
    display = ", ".join(labels.get(part, part) for part in value.split()) if choices else value
    plain = QuestionState(
        "/data/q", value, display, "Question", "", "", True, False, False, choices, None, "", ()
    )
    return replace(plain, **changed)  # type: ignore[arg-type]
