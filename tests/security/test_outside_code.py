"""The code outside the station: the same each time, another for anybody else, and nothing without the key."""

from __future__ import annotations

import re

from abhaya.security.outside_code import outside_code

KEY, OTHER_KEY = b"i" * 32, b"o" * 32
CASE = "ca5e" * 8


def test_the_same_person_has_the_same_code_each_time():
    code = outside_code(KEY, CASE, "V-001")
    assert code == outside_code(KEY, CASE, "V-001")
    assert re.fullmatch("[A-Z2-7]{16}", code)


def test_nobody_else_has_it():
    people = [
        (key, case, code) for key in (KEY, OTHER_KEY) for case in (CASE, "0") for code in ("V-001", "V-002")
    ]
    assert len({outside_code(*person) for person in people}) == len(people)
