"""A hub on this machine that speaks the real one's protocol for single files: HEAD and GET with ranges."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "0123456789abcdef0123456789abcdef01234567"
_BLOCK = 64 << 10


class LocalHub:
    """Serves ``content`` under every file name; tells what was asked of it, and can stop in the middle."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.etag = hashlib.sha256(content).hexdigest()
        self.status = 200
        self.stall_after: int | None = None
        """Bytes of the whole file after which every answer waits for ``go_on``."""
        self.break_after: int | None = None
        """Bytes after which one answer, the next, ends too early."""
        self.go_on = threading.Event()
        self.ranges: list[str] = []
        """The ``Range`` of every GET, empty where there was none."""
        self.url = ""


@contextmanager
def serving(hub: LocalHub) -> Iterator[LocalHub]:
    """Answer requests for ``hub`` on a free port until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self._head(0)

        def do_GET(self) -> None:
            asked = self.headers.get("Range", "")
            hub.ranges.append(asked)
            found = re.fullmatch(r"bytes=(\d+)-", asked)
            begin = int(found[1]) if found else 0
            self._head(begin)
            limit, hub.break_after = hub.break_after, None
            for start in range(begin, len(hub.content), _BLOCK):
                if limit is not None and start >= limit:
                    self.close_connection = True
                    return
                if hub.stall_after is not None and start >= hub.stall_after:
                    hub.go_on.wait()
                self.wfile.write(hub.content[start : start + _BLOCK])

        def _head(self, begin: int) -> None:
            self.send_response(206 if begin and hub.status == 200 else hub.status)
            self.send_header("Content-Length", str(len(hub.content) - begin))
            if begin:
                self.send_header("Content-Range", f"bytes {begin}-{len(hub.content) - 1}/{len(hub.content)}")
            self.send_header("Accept-Ranges", "bytes")
            self.send_header("ETag", f'"{hub.etag}"')
            self.send_header("X-Linked-Size", str(len(hub.content)))
            self.send_header("X-Linked-Etag", f'"{hub.etag}"')
            self.send_header("X-Repo-Commit", COMMIT)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that is gone is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield hub
    finally:
        hub.go_on.set()
        server.shutdown()
        server.server_close()
        thread.join()
