"""A machine without a network, as far as the tests can tell."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

LOCAL = {"127.0.0.1", "::1", "localhost"}


@contextmanager
def network_refused() -> Iterator[None]:
    """Let sockets reach this machine only; anything else raises, naming the address."""

    def only_local(method):
        def connect(self, address):
            if self.family != getattr(socket, "AF_UNIX", None) and address[0] not in LOCAL:
                raise AssertionError(f"Abhaya uses no network, yet something connects to {address}")
            return method(self, address)

        return connect

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_local(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", only_local(socket.socket.connect_ex))
        yield
