"""Functions of text, and patterns that must not hang."""

from __future__ import annotations

import re

import pytest

from abhaya_forms.engine.functions import patterns
from abhaya_forms.engine.functions.patterns import LONGEST_SECONDS, matches
from abhaya_forms.engine.values import EvaluationError
from support.xforms import calculated, fill, questions, xform


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("concat('a', 1, true())", "a1true"),
        ("join(', ', 'a', 'b')", "a, b"),
        ("substr('hello', 1, -1)", "ell"),
        ("substr('hello', -2)", "lo"),
        ("substr('hello', 'x')", ""),
        ("substring('12345', 2, 3)", "234"),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("substring-before('a-b', '-')", "a"),
        ("substring-after('a-b', '-')", "b"),
        ("translate('2019/01/02', '/', '-')", "2019-01-02"),
        ("normalize-space('  a   b ')", "a b"),
        ("string-length('रमेश')", "4"),
        (
            "digest('abc', 'SHA-256', 'hex')",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        ("base64-decode('w6k=')", "é"),
        ("base64-decode('%')", ""),
        ("string(regex('0000000000', '[0-9]{10}'))", "true"),
        ("string(regex('00000000001', '[0-9]{10}'))", "false"),
        ("string(regex('गोरखपुर', '[\\p{L}\\p{M}]+'))", "true"),
        ("once('first')", "first"),
    ],
)
def test_texts(expression, result):
    assert calculated(expression) == result


def test_a_uuid_is_a_random_one():
    assert re.fullmatch(
        r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", calculated("uuid()")
    )
    assert re.fullmatch(r"[A-Za-z0-9]{6}", calculated("uuid(6)"))
    assert calculated("uuid(1000000000)") == ""


def test_a_pattern_that_backtracks_for_ever_is_given_up():
    with pytest.raises(EvaluationError):
        matches(r"(\w+\s?)+", "a" * 4_000 + "!")
    assert LONGEST_SECONDS < 0.5


def test_a_broken_or_endless_pattern_is_as_if_there_were_none():
    binds = (
        """<bind nodeset="/data/a" constraint="regex(., concat('[', ''))"/>"""
        """<bind nodeset="/data/b" constraint="regex(., '(\\w+\\s?)+')"/>"""
    )
    entry = fill(xform("<a/><b/>", binds, questions("/data/a", "/data/b")))
    entry.set_answer("/data/a", "x")
    entry.set_answer("/data/b", "a" * 4_000 + "!")
    assert entry.problems(to_seal=True) == ()


def test_a_thread_that_had_to_wait_for_its_turn_matches_all_the_same(monkeypatch):
    class Interrupted:
        turns = iter((TimeoutError, None))

        def fullmatch(self, text, timeout):
            if outcome := next(self.turns):
                raise outcome
            return text

    monkeypatch.setattr(patterns, "compile_pattern", lambda _pattern: Interrupted())
    assert matches("a+", "aa")
