"""README, CI and the installer know the same two commands."""

from __future__ import annotations

import re
import subprocess
import sys

import bootstrap
from support.source_tree import CHECKOUT

DEMO = "python3 installer/bootstrap.py demo"
TEST = "python3 installer/bootstrap.py test"


def test_readme_shows_both_commands_on_its_first_screen():
    first_screen = (CHECKOUT / "README.md").read_text(encoding="utf-8").splitlines()[:40]
    assert [line for line in first_screen if line.startswith("python3 ")] == [DEMO, TEST]
    assert any("py -3" in line for line in first_screen)
    (picture,) = re.findall(r"!\[.+\]\((.+)\)", "\n".join(first_screen))
    assert (CHECKOUT / picture).is_file()


def test_ci_runs_the_second_command_and_nothing_else():
    lines = (CHECKOUT / ".ci/run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == [f'cd "$(dirname "$0")/.." && exec {TEST}']


def test_installer_offers_both_commands_and_no_other():
    assert re.findall(r"python3 installer/bootstrap\.py \w+", bootstrap.USAGE) == [DEMO, TEST]


def test_installer_explains_itself_when_asked_for_something_else():
    asked = [sys.executable, str(CHECKOUT / "installer/bootstrap.py"), "tset"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert told.stdout.strip() == bootstrap.USAGE
