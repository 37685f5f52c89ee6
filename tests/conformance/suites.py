"""The outside suites: their cases, which of them are in scope, and which are known to fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from conformance import scenario, scope, xpath_javarosa, xpath_webforms

DATA = Path(__file__).parents[1] / "data" / "conformance"


@dataclass(frozen=True)
class Suite:
    """``key`` names a case for ever; ``outside`` and ``failure_of`` give a reason, or "" """

    name: str
    key: Callable[[Any], str]
    outside: Callable[[Any], str]
    failure_of: Callable[[Any], str]

    def cases(self, path: Path | None = None) -> list[Any]:
        return json.loads((path or DATA / f"{self.name}.json").read_text(encoding="utf-8"))

    def expected_failures(self) -> dict[str, str]:
        listed = yaml.safe_load((DATA / "expected-failures.yaml").read_text(encoding="utf-8"))
        return {entry["case"]: entry["reason"] for entry in listed[self.name]}


SUITES = (
    Suite("xpath-javarosa", lambda case: case[0], scope.outside_javarosa, xpath_javarosa.failure_of),
    Suite(
        "xpath-webforms",
        lambda case: f"{case['file']}: {case['expr']}",
        scope.outside_webforms,
        xpath_webforms.failure_of,
    ),
    Suite(
        "scenario",
        lambda case: f"{case['file']}: {case['test']}",
        scope.outside_scenario,
        scenario.failure_of,
    ),
)
