"""Finds the shared libraries and programs that the system lacks, and installs them where it may."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from progress import Progress, SetUpError

LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What the window loads on Linux, and the Debian or Ubuntu package that holds it."""

PROGRAMS = {
    "Xvfb": "xvfb",
    "setxkbmap": "x11-xkb-utils",
    "xdotool": "xdotool",
    "pdftotext": "poppler-utils",
}
"""What the tests start, and the package that holds it."""

JAVA = {"javac": "default-jdk-headless"}
"""Compiles and runs the judges veraPDF and JavaRosa."""

QT_FILES = ("QtWidgets.abi3.so", "QtSvg.abi3.so", "Qt/plugins/platforms/libqxcb.so")

APT_OPTIONS = ("-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0")


def missing_libraries() -> list[str]:
    """Return the packages of those libraries that the loader cannot open."""
    return sorted({package for library, package in LIBRARIES.items() if not _opens(library)})


def missing_programs(programs: dict[str, str]) -> list[str]:
    """Return the packages of those programs that are not on the path."""
    return sorted(package for program, package in programs.items() if not shutil.which(program))


def missing_venv() -> list[str]:
    """Return the package that Debian and Ubuntu split off from Python, if it is absent."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]
    return []


def unresolved(pyside: Path) -> list[str]:
    """Ask the loader itself (``ldd``) which libraries Qt still lacks; Qt blames xcb-cursor whatever it is."""
    lacking = set()
    for name in QT_FILES:
        told = subprocess.run(["ldd", str(pyside / name)], capture_output=True, text=True, check=False)
        lacking |= {line.split()[0] for line in told.stdout.splitlines() if line.endswith("not found")}
    return sorted(lacking)


def install_line(packages: list[str]) -> str:
    """Return the one line that a person with the right to may run."""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def may_install() -> bool:
    """Whether ``install`` can work: an apt system, and root or sudo (which may ask if somebody is there)."""
    return shutil.which("apt-get") is not None and _privilege() is not None


def install(packages: list[str], progress: Progress) -> None:
    """Install packages with apt-get; refresh its lists only if the first try fails.

    Raises SetUpError with the one line to run when this may not be done here, or failed.
    """
    if not may_install():
        raise SetUpError(f"System packages are missing; please run this line:\n    {install_line(packages)}")
    apt = [*(_privilege() or []), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", *APT_OPTIONS]
    command = [*apt, "install", "-y", "--no-install-recommends", *packages]
    pattern = r"^(?:Get:\S+ \S+ \S+ \S+|Unpacking|Setting up) (\S+)"
    try:
        progress.follow(command, pattern)
    except SetUpError:
        progress.note("      asking for the newest package lists")
        # a dead extra source makes this fail, which matters only if the packages then are not found
        subprocess.run([*apt, "update"], stdout=subprocess.DEVNULL, check=False)
        progress.follow(command, pattern)


def _privilege() -> list[str] | None:
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and (sys.stdin.isatty() or _succeeds("sudo", "-n", "true")):
        return ["sudo"]
    return None


def _succeeds(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
