"""Prints how many cases of each suite are in scope and pass; takes other files of the same form as arguments.

``.venv/bin/python tests/conformance/report.py [suite=path.json ...]``
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from conformance.suites import SUITES  # noqa: E402 - the tests' own folder has to be on the path first


def main(arguments: list[str]) -> None:
    paths = {name: Path(path) for name, _, path in (argument.partition("=") for argument in arguments)}
    for suite in SUITES:
        cases = suite.cases(paths.get(suite.name))
        inside = [case for case in cases if not suite.outside(case)]
        failures = [(suite.key(case), why) for case in inside if (why := suite.failure_of(case))]
        passed = len(inside) - len(failures)
        print(f"{suite.name}: {len(cases)} cases, {len(inside)} in scope, {passed} pass", end="")
        print(f" ({passed / len(inside):.1%})")
        for key, why in failures:
            print(f"  {key[-120:]}\n    {why[:160]}")


if __name__ == "__main__":
    main(sys.argv[1:])
