"""The environment is made, mended and trusted only when it is the one that was set up."""

from __future__ import annotations

import json
import subprocess

import pytest

from progress import Progress, SetUpError
from support.package_index import package_index, tiny_lock
from virtual_environment import ATTEMPTS, VirtualEnvironment


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    environment = VirtualEnvironment(tmp_path_factory.mktemp("checkout"))
    environment.make()
    return environment


@pytest.fixture
def lock(tmp_path, monkeypatch):
    for name in ("PIP_FIND_LINKS", "PIP_CONSTRAINT", "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("PIP_RETRIES", "0")
    path = tmp_path / "lock.txt"
    path.write_text(tiny_lock(), encoding="utf-8")
    return path


@pytest.fixture
def as_good_as_new(monkeypatch):
    """Keep the environment where a new one would be made: that takes long, and other tests do it."""
    monkeypatch.setattr(VirtualEnvironment, "_create", lambda _: None)


def imports(environment, module):
    return subprocess.run([environment.python, "-c", f"import {module}"], check=False).returncode == 0


def test_installation_that_was_stopped_halfway_begins_anew(made, lock, monkeypatch):
    made.note(unfinished="lock.txt")
    (made.packages / "tiny-1.0.dist-info").mkdir(exist_ok=True)  # another test may have installed it
    (made.packages / "tiny-1.0.dist-info/METADATA").write_text("Name: tiny\nVersion: 1.0\n", encoding="utf-8")
    with package_index(broken=0) as address:
        monkeypatch.setenv("PIP_INDEX_URL", address)
        made.install(lock, Progress(1))
    assert imports(made, "tiny")
    assert made.stamp()["unfinished"] == ""


def test_packages_and_source_roots_can_be_imported(made, lock, monkeypatch):
    (made.folder.parent / "desktop").mkdir()
    (made.folder.parent / "desktop/rooted.py").touch()
    with package_index(broken=0) as address:
        monkeypatch.setenv("PIP_INDEX_URL", address)
        made.install(lock, Progress(1))
    assert imports(made, "tiny")
    assert imports(made, "rooted")


def test_broken_download_is_tried_again(made, lock, as_good_as_new, monkeypatch):
    subprocess.run([made.python, "-m", "pip", "uninstall", "-qy", "tiny"], check=False)
    with package_index(broken=ATTEMPTS - 1) as address:
        monkeypatch.setenv("PIP_INDEX_URL", address)
        made.install(lock, Progress(1))
    assert imports(made, "tiny")


def test_package_that_is_not_the_locked_one_is_refused(made, lock, as_good_as_new, monkeypatch):
    lock.write_text(f"tiny==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    subprocess.run([made.python, "-m", "pip", "uninstall", "-qy", "tiny"], check=False)
    with package_index(broken=0) as address, pytest.raises(SetUpError, match="HASH"):
        monkeypatch.setenv("PIP_INDEX_URL", address)
        made.install(lock, Progress(1))
    assert not imports(made, "tiny")


def test_work_is_remembered(made):
    made.note(runtime="abc")
    made.note(forms="def")
    assert {"runtime": "abc", "forms": "def"}.items() <= VirtualEnvironment(
        made.folder.parent
    ).stamp().items()


def test_working_environment_is_left_alone(made):
    mark = made.folder / "mark"
    mark.touch()
    made.make()
    assert mark.exists()


def test_environment_without_its_python_is_made_anew(made):
    made.note(runtime="abc")
    made.python.unlink()
    assert made.stamp() == {}
    made.make()
    assert imports(made, "pip")
    assert "runtime" not in made.stamp()


@pytest.mark.parametrize(
    "stamp",
    ["", "{", json.dumps({"runtime": "abc", "python": "another", "folder": "elsewhere"})],
    ids=["empty", "cut off", "of another Python"],
)
def test_stamp_that_fits_not_is_no_stamp(made, stamp):
    file = made.folder / "set-up.json"
    before = file.read_text(encoding="utf-8")
    file.write_text(stamp, encoding="utf-8")
    assert made.stamp() == {}
    file.write_text(before, encoding="utf-8")
