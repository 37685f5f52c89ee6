"""What lies where: the top level, the source roots, and no binary where nobody expects one."""

from __future__ import annotations

import os
import re

from support.source_tree import CHECKOUT, SOURCE_ROOTS, files, inside, top_level

TOP_LEVEL = {"README.md", "LICENSE", "pyproject.toml", ".ci", ".gitignore",
             "desktop", "forms", "resources", "installer", "tests"}  # fmt: skip
PLACES_OF_BINARIES = (
    "resources/abhaya_resources/fonts/",
    "resources/abhaya_resources/icons/",
    "tests/data/",
    "desktop/window.png",  # README's picture
)
SECTIONS_OF_A_DECISION = ["Summary", "Context", "Decision", "Consequences", "Alternatives"]


def test_top_level_is_what_the_readme_explains():
    assert top_level() == TOP_LEVEL


def test_source_roots_are_folders_not_packages():
    assert [root for root in SOURCE_ROOTS if (CHECKOUT / root / "__init__.py").exists()] == []


def test_binaries_lie_in_their_places():
    binaries = [inside(path) for path in files() if not _is_text(path.read_bytes())]
    assert [name for name in binaries if not name.startswith(PLACES_OF_BINARIES)] == []
    assert any(name.endswith(".ttf") for name in binaries)


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


def test_decisions_are_numbered_and_have_their_sections():
    pages = sorted((CHECKOUT / "desktop/decisions").glob("*.md"))
    assert [page.name[:5] for page in pages] == [f"{n:04d}-" for n in range(1, len(pages) + 1)]
    headings = {p.name: re.findall(r"^## (.+)$", p.read_text(encoding="utf-8"), re.M) for p in pages}
    assert {name: found for name, found in headings.items() if found != SECTIONS_OF_A_DECISION} == {}


def test_ci_script_can_be_run():
    assert os.access(CHECKOUT / ".ci/run", os.X_OK)
