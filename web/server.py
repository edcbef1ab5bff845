"""Serving the page: in this process, whose threads share one snapshot."""

import logging
import signal
import socket
import threading
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
from web.views.edit import Editing

_LOG = logging.getLogger(__name__)
_SCRUBBED = 3_600.0
"""Seconds after which the index is verified again while it is served."""


class CannotServe(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """The address cannot be listened on."""


class Server:
    """An application on an address that is listened on already. Port 0 takes any free port. Raises `CannotServe`."""

    def __init__(self, app: Flask, host: str, port: int, limits: Limits | None = None) -> None:
        limits = limits or Limits()
        listening = _listen(host, port)
        self._listener = Listener(FewExports(app, limits.exports), listening, limits)
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{listening.getsockname()[1]}"

    def run(self) -> None:
        """Answer until `stop` is called."""
        self._listener.run()

    def stop(self) -> None:
        """Take no more connections, answer what is under way within the limits, and end `run`."""
        self._listener.stop()


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
    announce: Callable[[str], object] = lambda _: None,
) -> None:
    """Serve the page and the endpoint until SIGTERM or Ctrl-C; a second one ends at once. Raises `CannotServe`.

    `announce` is told the address once it answers.
    """
    shown = exposure or Exposure()
    access, queries = shown.access(host), shown.log_queries
    # It would write a line for each request that waits, when there are most of them.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    app = create_app(searcher, examples=examples, editing=editing, origin=origin, access=access, log_queries=queries)
    app.wsgi_app = BehindProxy(app.wsgi_app, shown.base_url, shown.trusted)  # type: ignore[method-assign]
    server = Server(app, host, port)
    if threading.current_thread() is threading.main_thread():
        _stop_at_signals(server)
    ended = threading.Event()
    threading.Thread(target=_scrub, args=(searcher, ended), daemon=True).start()
    announce(server.address)
    server.run()
    ended.set()


def _scrub(searcher: Engine, ended: threading.Event) -> None:
    while not ended.wait(_SCRUBBED):
        try:
            searcher.scrub()
        except NoIndex as fault:
            _LOG.error("%s", fault)


def _stop_at_signals(server: Server) -> None:
    def told(number: int, _frame: object) -> None:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
        server.stop()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, told)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError, UnicodeError) as fault:
        raise CannotServe(f"cannot serve on {host}:{port} ({fault}); choose others with --host and --port") from fault
