"""A package index on this machine that breaks downloads on demand."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

WHEEL = "tiny-1.0-py3-none-any.whl"


@cache
def tiny_wheel() -> bytes:
    """Return a wheel that holds one module, ``tiny``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as wheel:
        wheel.writestr("tiny.py", "ANSWER = 42\n")
        wheel.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        wheel.writestr(
            "tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr("tiny-1.0.dist-info/RECORD", "tiny.py,,\ntiny-1.0.dist-info/METADATA,,\n")
    return out.getvalue()


def tiny_lock() -> str:
    """Return the lock file that asks for the wheel."""
    return f"tiny==1.0 \\\n    --hash=sha256:{hashlib.sha256(tiny_wheel()).hexdigest()}\n"


@contextmanager
def package_index(*, broken: int) -> Iterator[str]:
    """Serve the wheel, only its first half for the first ``broken`` times; give the address of the index."""
    times = iter(range(1000))

    class Index(BaseHTTPRequestHandler):
        def do_GET(self):
            page = f'<a href="/{WHEEL}">{WHEEL}</a>'.encode()
            is_wheel = self.path.endswith(WHEEL)
            body = tiny_wheel() if is_wheel else page
            self.send_response(200)
            self.send_header("Content-Type", "application/zip" if is_wheel else "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if is_wheel and next(times) < broken else body)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Index) as server:
        thread = Thread(target=server.serve_forever, name="package index")
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/simple"
        finally:
            server.shutdown()
            thread.join()
