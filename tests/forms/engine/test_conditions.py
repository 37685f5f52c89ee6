"""What a rule says simply can be told on paper; what it says otherwise is not guessed."""

from __future__ import annotations

import pytest

from abhaya_forms.engine.conditions import Combination, Comparison, condition_of

HURT = Comparison("/data/hurt", "=", ("yes",))
SEEN = Comparison("/data/seen", "!=", ())


@pytest.mark.parametrize(
    ("expression", "condition"),
    [
        (" /data/hurt  = 'yes'", HURT),
        (" /data/seen  != ''", SEEN),
        ("selected( /data/hurt , 'yes')", HURT),
        ("selected('yes no', /data/hurt)", Comparison("/data/hurt", "=", ("yes", "no"))),
        ("/data/count > 3", Comparison("/data/count", ">", ("3",))),
        ("/data/count = 0", Comparison("/data/count", "=", ("0",))),
        ("/data/hurt = 'yes' and /data/seen != ''", Combination("and", (HURT, SEEN))),
        (
            "/data/hurt = 'yes' or (/data/seen != '' or /data/hurt = 'yes')",
            Combination("or", (HURT, SEEN, HURT)),
        ),
        ("../kind = 'phone'", Comparison("/data/row/kind", "=", ("phone",))),
        ("current()/../kind = 'phone'", Comparison("/data/row/kind", "=", ("phone",))),
    ],
)
def test_what_can_be_put_simply(expression, condition):
    assert condition_of(expression, "/data/row/q") == condition


@pytest.mark.parametrize(
    "expression",
    [
        "true()",
        "/data/hurt",
        "not(/data/hurt = 'yes')",
        "count(/data/row) > 2",
        "/data/row[1]/kind = 'a'",
        "/data/a = /data/b",
        "/data/a + /data/b > 0",
        "/data/hurt = 'yes' and string-length(/data/seen) > 2",
        "/data/* = 'a'",
        "broken(",
    ],
)
def test_what_cannot(expression):
    assert condition_of(expression, "/data/row/q") is None
