"""Accept connections on a socket: one thread reads and writes them all, others answer what is asked.

Whoever is slow holds a connection and no thread. What a supervisor asks does not wait behind the others.
"""

import contextlib
import resource
import socket
import time
from collections.abc import Callable
from typing import Any

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from web.serving.channel import Busy, Channel
from web.serving.limits import Limits

_OUTSIDE = frozenset({"/healthz", "/metrics"})
"""What is answered by threads of its own."""
_OUTSIDE_THREADS = 2
_IN_MEMORY = 1 << 20
_AHEAD = 4 << 20
"""Bytes of one answer that are made before its client has taken any."""
_FULL, _EASED = 0.9, 0.8
_BACKLOG = 1_024


class Listener(TcpWSGIServer):  # type: ignore[misc]  # waitress has no annotations
    """A WSGI application on a socket that is listened on, within limits."""

    channel_class = Channel
    accepting: bool  # waitress's own

    def __init__(self, app: Callable[..., Any], listening: socket.socket, limits: Limits) -> None:
        self.limits = limits
        self.stopping: float | None = None
        """When it ends at the latest, once it is told to stop."""
        self._next_look = 0.0
        self._outside = ThreadedTaskDispatcher()
        self._outside.set_thread_count(_OUTSIDE_THREADS)
        _raise_open_files(limits.connections)
        where = (listening.family, listening.type, listening.proto, listening.getsockname())
        adjusted = _adjusted(listening, limits)
        super().__init__(app, {}, _sock=listening, adj=adjusted, bind_socket=False, sockinfo=where)

    def add_task(self, channel: Channel) -> None:
        """Have the first request of a connection answered."""
        channel.queued = time.monotonic()
        request = channel.requests[0]
        if request.error is not None or request.path in _OUTSIDE:  # what is malformed may have no path
            self._outside.add_task(channel)
        elif len(self.task_dispatcher.queue) >= self.limits.waiting:
            request.error = Busy("The server has too much to do; try again soon.")
            self._outside.add_task(channel)
        else:
            self.task_dispatcher.add_task(channel)

    def readable(self) -> bool:
        """Whether connections are taken."""
        return self.stopping is None and len(self.active_channels) < self.limits.connections

    def run(self) -> None:
        """Answer until `stop`, and then what is under way, as long as the limits allow."""
        while self._map:
            wasyncore.loop(timeout=self.limits.pause, map=self._map, use_poll=True, count=1)
            now = time.monotonic()
            if now >= self._next_look or self.stopping is not None:
                self._next_look = now + self.limits.pause
                self._look(now)
            if self.stopping is not None and (not self.active_channels or now >= self.stopping):
                break
        wasyncore.close_all(self._map, ignore_all=True)
        self._outside.shutdown(timeout=1)
        self.task_dispatcher.shutdown(timeout=1)

    def stop(self) -> None:
        """Take no more connections, and let `run` end. Any thread, or a signal, may call it."""
        if self.stopping is None:
            self.stopping = time.monotonic() + self.limits.stop
        with contextlib.suppress(OSError):  # it has ended meanwhile
            self.trigger.pull_trigger()

    def _look(self, now: float) -> None:
        """Close connections whose clients had their time; where there are too many, those that nothing is done for."""
        channels = list(self.active_channels.values())
        for channel in channels:
            if channel.overdue(now, self.limits):
                channel.drop()
        if self.stopping is not None:
            self._end(channels)
        elif len(channels) > _FULL * self.limits.connections:
            idle = [channel for channel in channels if not (channel.requests or channel.total_outbufs_len)]
            idle.sort(key=lambda channel: channel.quiet_since)
            for channel in idle[: len(channels) - int(_EASED * self.limits.connections)]:
                channel.drop()

    def _end(self, channels: list[Channel]) -> None:
        """Let go of the socket, and of the connections on which nothing is under way."""
        if self.accepting:
            for _ in range(_BACKLOG):  # connections that were made already are answered
                before = len(self.active_channels)
                self.handle_accept()
                if len(self.active_channels) == before:
                    break
            self.accepting = False
            wasyncore.dispatcher.close(self)
            return
        for channel in channels:
            if not channel.busy and time.monotonic() - channel.quiet_since > self.limits.pause:
                channel.drop()


def _adjusted(listening: socket.socket, limits: Limits) -> Adjustments:
    return Adjustments(
        sockets=[listening],
        threads=limits.threads,
        ident=None,
        backlog=_BACKLOG,
        max_request_body_size=limits.body_bytes,
        max_request_header_size=limits.head_bytes,
        inbuf_overflow=limits.body_bytes + 1,
        outbuf_overflow=_IN_MEMORY,
        outbuf_high_watermark=_AHEAD,
        connection_limit=limits.connections,
        log_socket_errors=False,
    )


def _raise_open_files(connections: int) -> None:
    """Let this process have as many files open as connections, and some more, as far as it may."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + 500
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
