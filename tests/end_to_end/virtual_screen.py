"""A screen that nobody sees: an X server of its own, with an InScript keyboard beside the English one."""

from __future__ import annotations

import os
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

PROGRAMS = ("Xvfb", "setxkbmap", "xdotool")
"""What must be on the path."""


class VirtualScreen:
    """``display`` as in the environment; sizes in pixels."""

    def __init__(self, display: str, framebuffer: Path) -> None:
        self.display = display
        self._framebuffer = framebuffer

    def picture(self) -> Image.Image:
        """What is on the screen now, read from the server's memory (an X window dump)."""
        dump = self._framebuffer.read_bytes()
        words = struct.unpack(">25I", dump[:100])
        header, width, height, stride, colours = words[0], words[4], words[5], words[12], words[19]
        pixels = dump[header + 12 * colours :]
        return Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1).copy()


@contextmanager
def virtual_screen(folder: Path, width: int = 1366, height: int = 768) -> Iterator[VirtualScreen]:
    """Start a server on a free display; it ends with the ``with`` block."""
    told, tell = os.pipe()
    size = ("-screen", "0", f"{width}x{height}x24", "-fbdir", str(folder))
    command = ("Xvfb", "-displayfd", str(tell), "-nolisten", "tcp", "-noreset", *size)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, pass_fds=(tell,), **quiet) as server:
        os.close(tell)
        try:
            with os.fdopen(told) as pipe:
                display = f":{pipe.readline().strip()}"  # comes when the server is ready
            subprocess.run(("setxkbmap", "-display", display, "-layout", "us,in"), check=True, **quiet)
            yield VirtualScreen(display, folder / "Xvfb_screen0")
        finally:
            server.terminate()
