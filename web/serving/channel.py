"""One connection, with deadlines for whatever its client does."""

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import Error

from web.serving.limits import RETRY, Limits
from web.serving.parser import Parser

if TYPE_CHECKING:
    from web.serving.listener import Listener

_TIMEOUT = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class Busy(Error):  # type: ignore[misc]  # noqa: N818 - as waitress names them
    """503, with the time after which to try again."""

    code = 503
    reason = "Service Unavailable"

    def to_response(self, _ident: object = None) -> tuple[str, list[tuple[str, str]], bytes]:
        """Status, headers and body."""
        status, headers, _ = super().to_response()
        return status, [*headers, ("Retry-After", RETRY)], f"{self.body}\n".encode()


class _Headed:
    """What answers HEAD: whatever is answered, nothing follows its head."""

    def write(self, data: bytes) -> None:
        """Send some of an answer."""
        super().write(b"" if self._is_head() else data)  # type: ignore[misc]

    def finish(self) -> None:
        """Send the end of an answer."""
        if not self.wrote_header:  # type: ignore[attr-defined]
            self.write(b"")
        self.chunked_response = self.chunked_response and not self._is_head()  # type: ignore[has-type]
        super().finish()  # type: ignore[misc]

    def _is_head(self) -> bool:
        return getattr(self.request, "command", "") == "HEAD"  # type: ignore[attr-defined]


class _Task(_Headed, WSGITask):  # type: ignore[misc]
    pass


class _ErrorTask(_Headed, ErrorTask):  # type: ignore[misc]
    pass


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection of a `Listener`. The time is that of `time.monotonic`."""

    server: "Listener"
    parser_class = Parser
    task_class = _Task
    error_task_class = _ErrorTask

    def __init__(self, *args: Any, **options: Any) -> None:
        self.opened = self.quiet_since = time.monotonic()
        self.queued = 0.0
        self._begun: float | None = None
        self._taken = 0
        self._window: tuple[float, int] | None = None
        self._answered = False
        super().__init__(*args, **options)

    def received(self, data: bytes) -> bool:
        """Take what a client sends."""
        if self.request is None:
            data = data.lstrip(b"\r\n")  # between requests, which takes waitress as long as a request
        if self._begun is None:
            self._begun = time.monotonic()
        done: bool = super().received(data)
        if self.request is None:
            self._begun = None
        with self.requests_lock:
            self._shorten()
        return done

    def _shorten(self) -> None:
        """Take no more requests at once than may be answered before their client has taken any answer."""
        most = self.server.limits.ahead
        if len(self.requests) > most:
            self.requests[most - 1].headers["CONNECTION"] = "close"
            for request in self.requests[most:]:
                request.close()
            del self.requests[most:]

    def send(self, data: bytes, do_close: bool = True) -> int:  # noqa: FBT001, FBT002 - waitress's own
        """Give a client what it takes of an answer."""
        sent: int = super().send(data, do_close=do_close)
        self._taken += sent
        return sent

    def service(self) -> None:
        """Answer one request, unless it waited for too long."""
        limits, request = self.server.limits, self.requests[0]
        if request.error is None and time.monotonic() - self.queued > limits.wait:
            request.error = Busy("The server has too much to do; try again soon.")
        if self.server.stopping:
            request.headers["CONNECTION"] = "close"
        super().service()
        self._answered = True
        self.quiet_since = time.monotonic()

    @property
    def busy(self) -> bool:
        """Whether something is received, answered or sent."""
        return bool(self.requests or self.total_outbufs_len or self.request is not None)

    def overdue(self, now: float, limits: Limits) -> bool:
        """Whether its client had its time; what is answered takes the time that it takes."""
        if self.total_outbufs_len:
            return self._stalled(now, limits)
        self._window = None
        if self.requests:
            return False
        if self.request is None:
            return now - self.quiet_since > (limits.idle if self._answered else limits.head)
        deadline = limits.body if self.request.headers_finished else limits.head
        return now - (self._begun or self.opened) > deadline

    def drop(self) -> None:
        """Close the connection now, whatever is under way."""
        if self.request is not None and not self.requests and not self.total_outbufs_len:
            with suppress(OSError):
                self.send(_TIMEOUT, do_close=False)
        self.handle_close()

    def _stalled(self, now: float, limits: Limits) -> bool:
        if self._window is None:
            self._window = now, self._taken
        since, taken = self._window
        if now - since <= limits.stalled:
            return False
        self._window = now, self._taken
        return self._taken - taken < limits.slowest * limits.stalled
