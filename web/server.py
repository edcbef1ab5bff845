"""Serving the page: from this process, whose threads share one snapshot, or from several that are forked of it."""

import errno
import gc
import logging
import signal
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask

from corpus.errors import DatelineError
from index.storage.location import NoIndex
from search.engine import Engine
from web.app import create_app
from web.http.access import Access, Names, Rate, is_loopback
from web.serving.exports import FewExports
from web.serving.limits import Limits
from web.serving.listener import Listener
from web.serving.proxy import BehindProxy
from web.serving.workers import Workers
from web.views.edit import Editing

_LOG = logging.getLogger(__name__)
_SCRUBBED = 3_600.0
"""Seconds after which the index is verified again while it is served."""
_LOOKED = 1.0
"""Seconds between two looks whether a commit has brought what is not verified yet."""


class CannotServe(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """The address cannot be listened on."""


class Server:
    """An application on an address that is listened on already. Port 0 takes any free port. Raises `CannotServe`.

    One of the `workers` that serve it is this process; several are forked of it. Each calls `begun` with its number.
    """

    def __init__(
        self,
        app: Flask,
        host: str,
        port: int,
        limits: Limits | None = None,
        *,
        workers: int = 1,
        begun: Callable[[int], object] = lambda _: None,
    ) -> None:
        self._limits = limits or Limits()
        self._app = FewExports(app, self._limits.exports)
        self._listening = _listen(host, port)
        self._begun = begun
        self._alone = workers == 1
        self._running = self._listener() if self._alone else Workers(workers, self._work)
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{self._listening.getsockname()[1]}"

    def run(self) -> None:
        """Answer until `stop` is called."""
        if self._alone:
            self._begun(0)
        self._running.run()

    def stop(self) -> None:
        """Take no more connections, answer what is under way within the limits, and end `run`."""
        self._running.stop()

    def _listener(self) -> Listener:
        return Listener(self._app, self._listening, self._limits)

    def _work(self, number: int) -> None:
        """What a forked process does."""
        listener = self._listener()
        _stop_at_signals(listener, (signal.SIGTERM,))
        self._begun(number)
        listener.run()


@dataclass(frozen=True, slots=True)
class Exposure:
    """To whom a server shows itself, and how: by default to whoever reaches its address, under the names of that."""

    base_url: str = ""
    """The address that people use, where something stands in front of the server."""
    names: frozenset[str] = frozenset()
    """Further names under which it answers."""
    trusted: frozenset[str] = frozenset()
    """Addresses of proxies whose word is taken on who asks."""
    password: str = field(default="", repr=False)
    edit_password: str = field(default="", repr=False)
    rate: float = 0
    """Requests a second that each client may send; 0: any number."""
    log_queries: bool = False

    def access(self, host: str) -> Access:
        """What is asked of every request, where a host is listened on."""
        outside = urlsplit(self.base_url).hostname
        names = Names(host, self.names | ({outside} if outside else set()))
        return Access(names, self.password, self.edit_password, Rate(self.rate) if self.rate else None)

    def editing(self, location: Path, host: str) -> Editing:
        """Corrections from the page, as it is reached."""
        return Editing(location, urlsplit(self.base_url).hostname or host)

    def warning(self, host: str) -> str | None:
        """What to know where others than this machine reach it; None where they do not."""
        if is_loopback(host):
            return None
        read = "" if self.password else "reads every article, as --password-file is not given"
        plain = "" if self.base_url.startswith("https:") else "sees what is searched, as nothing is encrypted"
        told = " and ".join(filter(None, (read, plain)))
        return f"whoever reaches {host} {told}: see docs/deploy.md" if told else None


def serve(
    searcher: Engine,
    host: str,
    port: int,
    *,
    examples: Sequence[str] = (),
    editing: Editing | None = None,
    origin: str | None = None,
    exposure: Exposure | None = None,
    workers: int = 1,
    announce: Callable[[str], object] = lambda _: None,
) -> None:
    """Serve the page and the endpoint until SIGTERM or Ctrl-C; a second one ends at once. Raises `CannotServe`.

    `announce` is told the address once it answers. Several `workers` are processes, each with a snapshot of its own.
    """
    shown = exposure or Exposure()
    access, queries = shown.access(host), shown.log_queries
    # It would write a line for each request that waits, when there are most of them.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    app = create_app(
        searcher,
        examples=examples,
        editing=editing,
        origin=origin,
        access=access,
        log_queries=queries,
        processes=workers,
    )
    app.wsgi_app = BehindProxy(app.wsgi_app, shown.base_url, shown.trusted)  # type: ignore[method-assign]
    ended = threading.Event()

    def begun(number: int) -> None:
        app.extensions["metrics"].count_as(number)
        threading.Thread(target=_verify, args=(searcher, ended), daemon=True).start()

    server = Server(app, host, port, workers=workers, begun=begun)
    if threading.current_thread() is threading.main_thread():
        _stop_at_signals(server)
    announce(server.address)
    # What is there by now stays: neither looking for garbage nor a forked process needs to touch it.
    gc.collect()
    gc.freeze()
    server.run()
    ended.set()


def _verify(searcher: Engine, ended: threading.Event) -> None:
    """Verify what is served: soon after it was opened what no question has read by then, and all of it each hour."""
    due, told = time.monotonic() + _SCRUBBED, ""
    while not ended.wait(_LOOKED):
        try:
            if time.monotonic() < due:
                searcher.verify_unread()
            else:
                due = time.monotonic() + _SCRUBBED
                searcher.scrub()
        except NoIndex as fault:
            if str(fault) != told:
                _LOG.error("%s", fault)
            told = str(fault)


def _stop_at_signals(
    server: Server | Listener, signals: Sequence[signal.Signals] = (signal.SIGINT, signal.SIGTERM)
) -> None:
    def told(number: int, _frame: object) -> None:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        server.stop()

    for number in signals:
        signal.signal(number, told)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError, UnicodeError) as fault:
        if isinstance(fault, OSError) and fault.errno == errno.EADDRINUSE:
            raise CannotServe(f"{host}:{port} is in use already; choose another port with --port") from fault
        raise CannotServe(f"cannot serve on {host}:{port} ({fault}); choose others with --host and --port") from fault
