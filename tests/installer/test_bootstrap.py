"""The two commands answer a person whatever happens."""

from __future__ import annotations

import sys

import pytest

import bootstrap
import set_up
from progress import Progress, SetUpError


def test_trouble_is_told_with_what_to_do(monkeypatch, capsys):
    def in_trouble(*_, **__):
        raise SetUpError("The disk is full.")

    monkeypatch.setattr(set_up, "set_up_for_use", in_trouble)
    assert bootstrap.main(["demo"]) == 1
    assert capsys.readouterr().out.strip() == f"The disk is full.\n\n{bootstrap.GO_ON}"


def test_stopping_is_no_accident(monkeypatch, capsys):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(set_up, "set_up_for_tests", stopped)
    assert bootstrap.main(["test"]) == 130
    assert bootstrap.GO_ON in capsys.readouterr().out


def test_anything_else_is_answered_with_the_usage(capsys):
    assert bootstrap.main([]) == bootstrap.main(["test", "-x"]) == 2
    assert capsys.readouterr().out.strip() == f"{bootstrap.USAGE}\n{bootstrap.USAGE}"


def test_old_python_starts_a_newer_one(tmp_path, monkeypatch):
    newer = tmp_path / "python3.12"
    newer.write_text('#!/bin/sh\ntest "$1" = -c || echo "$@" > "$0.asked"\n', encoding="utf-8")
    newer.chmod(0o755)
    monkeypatch.setattr(sys, "version_info", (3, 10))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin")
    assert bootstrap.main(["demo", "--no-window"]) == 0
    asked = (tmp_path / "python3.12.asked").read_text(encoding="utf-8").split()
    assert asked[1:] == ["demo", "--no-window"]


def test_old_python_alone_is_told_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.main(["demo"]) == 1
    assert "python3.11-venv" in capsys.readouterr().out


def test_failed_command_shows_the_end_of_what_it_said(capsys):
    script = "print('fir' 'st'); print('\\n'.join(map(str, range(40)))); raise SystemExit(3)"
    progress = Progress(1)
    progress.step("Trying")
    with pytest.raises(SetUpError) as trouble:
        progress.follow([sys.executable, "-c", script], r"(.*)")
    assert "\n39\n" in str(trouble.value)
    assert "first" not in str(trouble.value)
    assert capsys.readouterr().out == "[1/1] Trying\n"
