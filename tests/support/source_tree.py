"""The checkout as a reader finds it: its files, without what .gitignore names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
SOURCE_ROOTS = ("desktop", "forms", "resources", "installer")


def _ignored(path: Path) -> bool:
    patterns = [line for line in (CHECKOUT / ".gitignore").read_text(encoding="utf-8").split() if line != "#"]
    inside = path.relative_to(CHECKOUT).as_posix()
    return path.name == ".git" or any(
        _matches(inside, path.name, pattern.rstrip("/")) for pattern in patterns
    )


def _matches(inside: str, name: str, pattern: str) -> bool:
    return fnmatch(inside, pattern.lstrip("/")) if "/" in pattern else fnmatch(name, pattern)


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if _ignored(path):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


@cache
def files() -> tuple[Path, ...]:
    """Return every file of the checkout."""
    return tuple(_walk(CHECKOUT))


def top_level() -> set[str]:
    """Return the names of the files and folders at the top of the checkout."""
    return {path.name for path in CHECKOUT.iterdir() if not _ignored(path)}


@cache
def sources() -> dict[str, ast.Module]:
    """Return every Python file of the source roots, parsed, by its path from the checkout."""
    found = {inside(path): path for path in files() if path.suffix == ".py"}
    return {
        name: ast.parse(path.read_text(encoding="utf-8"))
        for name, path in found.items()
        if name.startswith(tuple(f"{root}/" for root in SOURCE_ROOTS))
    }


def inside(path: Path) -> str:
    """Return a path as written from the top of the checkout."""
    return path.relative_to(CHECKOUT).as_posix()
