"""Sets Abhaya up on a bare machine, then opens the demo or runs every check."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent

USAGE = """\
Usage: python3 installer/bootstrap.py demo [--no-window]   set up, then open a demo station of invented cases
       python3 installer/bootstrap.py test                 set up, then check everything and run all tests
(On Windows: py -3 instead of python3.)"""

OLD_PYTHON = """\
Abhaya needs Python 3.11 or newer; this is Python {version}, and no newer one was found.
On Ubuntu 22.04, for example, run this line, then the same command again:
    sudo apt-get install -y python3.11 python3.11-venv"""

GO_ON = "Nothing is lost: run the same command again, and set-up goes on where it stopped."


def main(arguments: list[str]) -> int:
    """Carry out ``demo`` or ``test``; return the exit code."""
    if sys.version_info < (3, 11):
        return run_with_newer_python(arguments)
    from progress import SetUpError

    try:
        if arguments[:1] == ["demo"]:
            return demo(arguments[1:])
        if arguments == ["test"]:
            return test()
    except SetUpError as trouble:
        print(f"\n{trouble}\n\n{GO_ON}")
        return 1
    except KeyboardInterrupt:
        print(f"\nStopped. {GO_ON}")
        return 130
    print(USAGE)
    return 2


def demo(arguments: list[str]) -> int:
    """Set up what the program needs and hand over to it."""
    from set_up import set_up_for_use

    display = "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    python = set_up_for_use(CHECKOUT, needs_window=display and "--no-window" not in arguments)
    command = [str(python), "-m", "abhaya", "demo", *arguments]
    if sys.platform != "win32":
        os.execv(command[0], command)  # the program takes this process's place: signals and exit are its own
    return subprocess.call(command)


def test() -> int:
    """Set up what the program and its tests need and run every check."""
    from checks import run_checks
    from set_up import set_up_for_tests

    return run_checks(CHECKOUT, set_up_for_tests(CHECKOUT))


def run_with_newer_python(arguments: list[str]) -> int:
    """Start again under a newer Python of this machine, if it has one."""
    for name in ("python3.13", "python3.12", "python3.11"):
        newer = shutil.which(name)
        if newer and subprocess.call([newer, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return subprocess.call([newer, __file__, *arguments])
    print(OLD_PYTHON.format(version=sys.version.split()[0]))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
