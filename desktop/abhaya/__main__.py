"""Starts Abhaya: with a command in the terminal, without one in a window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program and return its exit code."""
    from abhaya import app

    return app.start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
