"""The engine agrees with the other implementations on every case in scope but the listed ones."""

from __future__ import annotations

import pytest

from conformance.suites import SUITES

BY_NAME = pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)


@BY_NAME
def test_every_case_in_scope_passes_but_the_listed_ones(suite):
    listed = suite.expected_failures()
    failures = {suite.key(case): suite.failure_of(case) for case in suite.cases() if not suite.outside(case)}
    assert {key: why for key, why in failures.items() if why and key not in listed} == {}


@BY_NAME
def test_the_list_of_failures_only_shrinks(suite):
    """A listed case that passes, or that is no longer there, has to leave the list."""
    cases = {suite.key(case): case for case in suite.cases() if not suite.outside(case)}
    assert [
        key for key in suite.expected_failures() if key not in cases or not suite.failure_of(cases[key])
    ] == []


@BY_NAME
def test_every_listed_failure_says_why(suite):
    assert all(len(reason) > 20 for reason in suite.expected_failures().values())


@BY_NAME
def test_no_case_out_of_scope_is_one_the_engine_gets_right(suite):
    """The rules of scope leave out what differs by decision, not what happens to work."""
    assert [
        suite.key(case) for case in suite.cases() if suite.outside(case) and not suite.failure_of(case)
    ] == []


def test_nearly_everything_is_in_scope_and_passes():
    for suite in SUITES:
        cases = suite.cases()
        inside = [case for case in cases if not suite.outside(case)]
        passed = sum(not suite.failure_of(case) for case in inside)
        assert len(inside) >= 0.93 * len(cases)
        assert passed >= 0.98 * len(inside)
