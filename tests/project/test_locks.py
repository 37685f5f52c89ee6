"""The lock files hold what pyproject.toml asks for, each file pinned by its hash."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from support.source_tree import CHECKOUT

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def locked(name: str) -> dict[str, set[str]]:
    """Return the versions of each package; more than one where platforms differ."""
    text = (CHECKOUT / f"installer/locks/{name}.txt").read_text(encoding="utf-8")
    versions: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.M):
        versions.setdefault(package, set()).add(version)
    return versions


@pytest.mark.parametrize(
    ("lock", "asked"),
    [("runtime", PROJECT["dependencies"]), ("test", PROJECT["optional-dependencies"]["test"])],
)
def test_lock_satisfies_the_project(lock, asked):
    versions = locked(lock)
    requirements = [Requirement(line) for line in asked]
    assert [
        str(requirement)
        for requirement in requirements
        if not all(
            map(requirement.specifier.contains, versions.get(canonicalize_name(requirement.name), {"none"}))
        )
    ] == []


def test_every_package_that_ships_stands_in_the_table_of_licences():
    page = CHECKOUT / "desktop/decisions/0006-dependencies-and-their-licences.md"
    rows = re.findall(r"^\| ([^|(]+)", page.read_text(encoding="utf-8"), re.M)
    named = {canonicalize_name(name.strip()) for row in rows for name in row.split(",")}
    assert sorted(set(locked("runtime")) - named) == []


def test_tests_run_with_the_versions_that_ship():
    shipped, tested = locked("runtime"), locked("test")
    assert {name: versions for name, versions in shipped.items() if tested.get(name) != versions} == {}


@pytest.mark.parametrize("lock", ["runtime", "test"])
def test_every_package_is_pinned_by_hash(lock):
    text = (CHECKOUT / f"installer/locks/{lock}.txt").read_text(encoding="utf-8")
    packages = re.split(r"^(?=\S)", text, flags=re.M)[1:]
    assert len(packages) > 20
    assert [package for package in packages if "--hash=sha256:" not in package] == []
