"""Long questions with short answers get the width they need; all other lists look alike."""

from __future__ import annotations

from abhaya.export.blocks import AnswerRow, Phrase
from abhaya.export.layout.answer_columns import label_share


def row(label: str, answer: str) -> AnswerRow:
    return AnswerRow((Phrase(label, "en"),), (Phrase(answer, "en"),))


LONG = "Crossing at an unofficial point, at night, on foot around the check post, or separated to cross"


def test_short_labels_leave_the_room_to_the_answers():
    assert label_share([row("Name", "An invented name"), row("Sex", "Female")]) == 0.34


def test_vowel_signs_make_no_label_long():
    assert label_share([row("6.11 साथ लैजाने काम कहिलेसम्म", "12/11/2026 (26 Kattik 2083 BS)")] * 4) == 0.34


def test_long_questions_with_yes_and_no_take_it():
    assert label_share([row(LONG, "No"), row(LONG, "Yes")]) == 0.55


def test_long_answers_keep_theirs():
    assert label_share([row("Name", "words " * 60), row(LONG, "No")]) == 0.34
