"""Few exports at once: each holds a thread as long as its reader takes it."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from web.serving.limits import RETRY

_BODY = json.dumps(
    {
        "type": "about:blank",
        "title": "Service Unavailable",
        "status": 503,
        "detail": "as many exports as this server allows are under way; try again soon",
    }
).encode()
_HEADERS = [("Content-Type", "application/problem+json"), ("Retry-After", RETRY), ("Cache-Control", "no-store")]


class FewExports:
    """A WSGI application of which so many answers at addresses that begin with `/export.` are sent at once."""

    def __init__(self, app: Callable[..., Iterable[bytes]], most: int) -> None:
        self._app = app
        self._free = threading.Semaphore(most)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""
        if not environ.get("PATH_INFO", "").startswith("/export."):
            return self._app(environ, start_response)
        if not self._free.acquire(blocking=False):
            start_response("503 Service Unavailable", [*_HEADERS, ("Content-Length", str(len(_BODY)))])
            return [_BODY]
        try:
            return _Sent(self._app(environ, start_response), self._free)
        except BaseException:
            self._free.release()
            raise


class _Sent:
    """What is sent of an export; its place is free once it is closed."""

    def __init__(self, pieces: Iterable[bytes], free: threading.Semaphore) -> None:
        self._pieces = pieces
        self._free = free
        self._open = True

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)

    def close(self) -> None:
        """Let the next export begin."""
        if self._open:
            self._open = False
            self._free.release()
            close = getattr(self._pieces, "close", None)
            if close is not None:
                close()
