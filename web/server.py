"""Serving the page: waitress, in this process, with its threads."""

import logging
import socket
from collections.abc import Callable, Sequence

from flask import Flask
from waitress import wasyncore
from waitress.server import create_server

from corpus.errors import DatelineError
from search.searcher import Searcher
from web.app import create_app
from web.views.edit import Editing

_THREADS = 8


class CannotServe(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """The address cannot be listened on."""


class Server:
    """An application on an address that is listened on already. Port 0 takes any free port. Raises `CannotServe`."""

    def __init__(self, app: Flask, host: str, port: int) -> None:
        listening = _listen(host, port)
        self._server = create_server(app, sockets=[listening], threads=_THREADS, ident=None)
        shown = f"[{host}]" if ":" in host else host
        self.address = f"http://{shown}:{listening.getsockname()[1]}"

    def run(self) -> None:
        """Answer until `stop` is called, or Ctrl-C."""
        self._server.run()
        self._server.task_dispatcher.shutdown()

    def stop(self) -> None:
        """End `run`, which another thread is in, and let the address go."""
        # Waitress's sockets belong to the loop in `run`: it closes them itself, and ends when none is left.
        self._server.trigger.pull_trigger(lambda: wasyncore.close_all(self._server._map, ignore_all=True))  # noqa: SLF001


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
    """Serve the page and the endpoint until Ctrl-C. Raises `CannotServe`.

    `announce` is told the address once it answers.
    """
    # It would write a line for each request that waits, when there are most of them.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = Server(create_app(searcher, examples=examples, editing=editing, origin=origin), host, port)
    announce(server.address)
    server.run()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError, UnicodeError) as fault:
        raise CannotServe(f"cannot serve on {host}:{port} ({fault}); choose others with --host and --port") from fault
