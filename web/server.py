"""Serving the page: in this process, whose threads share one snapshot."""

import logging
import signal
import socket
import threading
from collections.abc import Callable, Sequence

from flask import Flask

from corpus.errors import DatelineError
from search.searcher import Searcher
from web.app import create_app
from web.serving.exports import FewExports
from web.serving.limits import Limits
from web.serving.listener import Listener
from web.views.edit import Editing


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


def serve(
    searcher: Searcher,
    host: str,
    port: int,
    *,
    examples: Sequence[str] = (),
    editing: Editing | None = None,
    origin: str | None = None,
    announce: Callable[[str], object] = lambda _: None,
) -> None:
    """Serve the page and the endpoint until SIGTERM or Ctrl-C; a second one ends at once. Raises `CannotServe`.

    `announce` is told the address once it answers.
    """
    # It would write a line for each request that waits, when there are most of them.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = Server(create_app(searcher, examples=examples, editing=editing, origin=origin), host, port)
    if threading.current_thread() is threading.main_thread():
        _stop_at_signals(server)
    announce(server.address)
    server.run()


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
