"""What the system lacks is found by trying, installed where that is allowed, and else told in one line."""

from __future__ import annotations

import os

import pytest

import system_packages
from progress import Progress, SetUpError

APT = """#!/bin/sh
echo "$@" >> {folder}/asked
case "$*" in
  *update*) touch {folder}/lists ;;
  *) test -e {folder}/lists || {{ echo "E: Unable to locate package"; exit 100; }} ;;
esac
"""


@pytest.fixture
def apt(tmp_path, monkeypatch):
    """A system with nothing but an apt-get that wants fresh lists first; gives what it was asked."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("env", "sh", "touch"):
        (programs / name).symlink_to(f"/usr/bin/{name}")
    (programs / "apt-get").write_text(APT.format(folder=tmp_path), encoding="utf-8")
    (programs / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return lambda: [line.split() for line in (tmp_path / "asked").read_text(encoding="utf-8").splitlines()]


def test_lists_are_refreshed_only_when_the_first_try_fails(apt):
    system_packages.install(["libgl1"], Progress(1))
    system_packages.install(["xvfb"], Progress(1))
    assert ["update" if "update" in words else words[-1] for words in apt()] == [
        "libgl1",
        "update",
        "libgl1",
        "xvfb",
    ]
    assert not any("--install-recommends" in words for words in apt())


def test_without_the_right_to_install_one_line_is_told(apt, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert not system_packages.may_install()
    with pytest.raises(SetUpError) as refused:
        system_packages.install(["libgl1", "xvfb"], Progress(1))
    last = str(refused.value).splitlines()[-1].strip()
    assert last == "sudo apt-get install -y --no-install-recommends libgl1 xvfb"


def test_without_apt_nothing_is_tried(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SetUpError, match="libgl1"):
        system_packages.install(["libgl1"], Progress(1))


def test_libraries_are_missed_by_trying_them(monkeypatch):
    libraries = {"libc.so.6": "libc6", "libnot-there.so.7": "libnot-there7"}
    monkeypatch.setattr(system_packages, "LIBRARIES", libraries)
    assert system_packages.missing_libraries() == ["libnot-there7"]


def test_programs_are_missed_by_looking_on_the_path(apt):
    assert system_packages.missing_programs({"apt-get": "apt", "Xvfb": "xvfb"}) == ["xvfb"]


def test_loader_names_what_a_library_lacks(tmp_path, monkeypatch):
    ldd = tmp_path / "ldd"
    ldd.write_text(
        "#!/bin/sh\nprintf '\\tlibshape.so.0 => not found\\n\\tlibc.so.6 => /lib/libc.so.6 (0x1)\\n'\n"
    )
    ldd.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert system_packages.unresolved(tmp_path) == ["libshape.so.0"]
