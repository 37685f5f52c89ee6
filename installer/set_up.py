"""The steps from a bare machine to a checkout that runs, skipped once the stamp says they are done."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import system_packages as system
from progress import Progress, SetUpError
from virtual_environment import VirtualEnvironment

LOCKS = Path(__file__).resolve().parent / "locks"


def set_up_for_use(checkout: Path, *, needs_window: bool) -> Path:
    """Make the program run and return the Python to run it with; raises SetUpError.

    Without a window the program needs no Qt libraries: where they may not be installed they are only told.
    """
    return _set_up(checkout, ("runtime",), needs_window=needs_window, programs=[], helpful=[])


def set_up_for_tests(checkout: Path) -> Path:
    """Make the program and its tests run and return the Python to run them with; raises SetUpError."""
    programs = system.missing_programs(system.PROGRAMS)
    java = system.missing_programs(system.JAVA)
    return _set_up(checkout, ("runtime", "test"), needs_window=True, programs=programs, helpful=java)


def _set_up(
    checkout: Path, locks: tuple[str, ...], *, needs_window: bool, programs: list[str], helpful: list[str]
) -> Path:
    environment = VirtualEnvironment(checkout)
    packages = {lock: _fingerprint(LOCKS / f"{lock}.txt") for lock in locks}
    wanted = {**packages, "forms": _fingerprint(*sorted((checkout / "forms").rglob("*.yaml")))}
    if needs_window:
        wanted["libraries"] = "complete"
    if wanted.items() <= environment.stamp().items() and not programs and not helpful:
        return environment.python
    progress = Progress(5)
    progress.step("Packages of the system")
    _install_for_system(progress, programs, helpful, needs_window=needs_window)
    progress.step("Python environment in .venv")
    environment.make()
    progress.step(f"Python packages of {locks[-1]}.txt, each checked by its hash")
    if not packages.items() <= environment.stamp().items():
        environment.install(LOCKS / f"{locks[-1]}.txt", progress)
        environment.note(**packages)
    progress.step("Libraries of the window")
    _check_libraries(environment, needed=needs_window)
    progress.step("Forms, compiled once")
    progress.follow([str(environment.python), "-m", "abhaya_forms.compile_catalogue"], r"(\S+)")
    environment.note(**wanted)
    return environment.python


def _install_for_system(
    progress: Progress, programs: list[str], helpful: list[str], *, needs_window: bool
) -> None:
    if not sys.platform.startswith("linux"):
        return
    python, libraries = system.missing_venv(), system.missing_libraries()
    if libraries and not needs_window and not python and not system.may_install():
        progress.note(f"      The window will need this line:\n    {system.install_line(libraries)}")
    elif missing := [*python, *libraries, *programs]:
        system.install(missing, progress)
    if helpful:
        try:
            system.install(helpful, progress)
        except SetUpError as trouble:
            progress.note(f"{trouble}\n      Going on: the tests that need a JDK will be skipped and named.")


def _check_libraries(environment: VirtualEnvironment, *, needed: bool) -> None:
    if not (needed and sys.platform.startswith("linux")):
        return
    if lacking := system.unresolved(environment.packages / "PySide6"):
        raise SetUpError(
            f"The window needs shared libraries that the system lacks: {', '.join(lacking)}.\n"
            "Please install the packages that hold them."
        )


def _fingerprint(*files: Path) -> str:
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
