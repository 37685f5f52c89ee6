"""Set-up does nothing when its work is done, and no more than is needed when it is not."""

from __future__ import annotations

import pytest

import set_up
import system_packages
from progress import SetUpError
from virtual_environment import VirtualEnvironment


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout whose environment exists but holds no packages; installing them is only noted."""
    environment = VirtualEnvironment(tmp_path)
    environment.python.parent.mkdir(parents=True)
    environment.python.write_text("#!/bin/sh\n", encoding="utf-8")
    environment.python.chmod(0o755)
    environment.note()
    monkeypatch.setattr(VirtualEnvironment, "install", lambda self, lock, _: self.note(installed=lock.name))
    monkeypatch.setattr(system_packages, "missing_libraries", list)
    monkeypatch.setattr(system_packages, "missing_programs", lambda _: [])
    monkeypatch.setattr(system_packages, "missing_venv", list)
    monkeypatch.setattr(system_packages, "may_install", lambda: False)
    return tmp_path


def installed(checkout):
    return VirtualEnvironment(checkout).stamp().get("installed")


def test_second_time_nothing_is_done_or_said(checkout, capsys):
    python = set_up.set_up_for_use(checkout, needs_window=True)
    assert "[5/5]" in capsys.readouterr().out
    assert set_up.set_up_for_use(checkout, needs_window=True) == python
    assert capsys.readouterr().out == ""


def test_after_set_up_for_tests_the_program_is_ready_too(checkout, capsys):
    set_up.set_up_for_tests(checkout)
    assert installed(checkout) == "test.txt"
    capsys.readouterr()
    set_up.set_up_for_use(checkout, needs_window=True)
    assert capsys.readouterr().out == ""


def test_changed_forms_are_compiled_without_installing_again(checkout):
    set_up.set_up_for_use(checkout, needs_window=False)
    VirtualEnvironment(checkout).note(installed="")
    (checkout / "forms").mkdir()
    (checkout / "forms/new.yaml").touch()
    set_up.set_up_for_use(checkout, needs_window=False)
    assert installed(checkout) == ""


def test_without_libraries_there_is_no_window(checkout, monkeypatch):
    monkeypatch.setattr(system_packages, "missing_libraries", lambda: ["libgl1"])
    with pytest.raises(SetUpError, match="apt-get install .* libgl1"):
        set_up.set_up_for_use(checkout, needs_window=True)


def test_without_libraries_the_rest_works_and_a_window_is_tried_later(checkout, monkeypatch, capsys):
    monkeypatch.setattr(system_packages, "missing_libraries", lambda: ["libgl1"])
    set_up.set_up_for_use(checkout, needs_window=False)
    assert "libgl1" in capsys.readouterr().out
    with pytest.raises(SetUpError):
        set_up.set_up_for_use(checkout, needs_window=True)


def test_without_a_jdk_tests_run_all_the_same(checkout, monkeypatch, capsys):
    monkeypatch.setattr(
        system_packages,
        "missing_programs",
        lambda programs: sorted(programs.values()) if "javac" in programs else [],
    )
    set_up.set_up_for_tests(checkout)
    assert "skipped and named" in capsys.readouterr().out


def test_libraries_that_no_table_knows_are_named(checkout, monkeypatch):
    monkeypatch.setattr(system_packages, "unresolved", lambda _: ["libnew.so.1"])
    with pytest.raises(SetUpError, match=r"libnew\.so\.1"):
        set_up.set_up_for_use(checkout, needs_window=True)
