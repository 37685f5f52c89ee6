"""A released definition never changes: records are pinned to it, and sealed ones print with it for ever."""

from __future__ import annotations

from abhaya_forms.catalogue import shipped_forms
from support.source_tree import CHECKOUT

RELEASED = CHECKOUT / "tests/data/released_forms.txt"
"""A line for each form and version that has ever shipped: id, version, SHA-256 of the compiled form.

Lines are only added, at the end, when a form's version is raised.
"""


def released() -> dict[tuple[str, str], str]:
    lines = [line.split() for line in RELEASED.read_text(encoding="utf-8").splitlines()]
    found = {(form, version): sha256 for form, version, sha256 in lines}
    assert len(found) == len(lines), "a version stands twice"
    return found


def test_every_form_is_what_was_released_under_its_version():
    here = {(form.form_id, form.version): form.sha256 for form in shipped_forms()}
    known = released()
    changed = sorted(name for name, sha256 in here.items() if known.get(name, sha256) != sha256)
    assert changed == [], "raise the version in the settings of these forms"
    missing = [
        f"{form} {version} {here[form, version]}" for form, version in here if (form, version) not in known
    ]
    assert missing == [], f"add to {RELEASED.name}"


def test_versions_only_rise():
    newest: dict[str, str] = {}
    for form, version in released():
        assert version > newest.get(form, ""), form
        newest[form] = version
    assert {form.form_id: form.version for form in shipped_forms()} == newest
