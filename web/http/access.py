"""Who may ask, under which name, and how often: looked at before anything else of a request is."""

import hashlib
import hmac
import ipaddress
import json
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from math import ceil

from flask import Flask, Response, abort, request

from web.http.headers import for_programs

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_EVERYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - compared with, not bound to
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]{2,45})\]|([\w.-]{1,255}))(?::\d{1,5})?")
"""The value of the header: a name, an address, or an address of IPv6 in brackets; and a port (RFC 9110, 7.2)."""
_OPEN = frozenset({"/healthz"})
"""What a supervisor asks without a password: it tells how many articles there are."""
_CLIENTS = 10_000
"""Clients that are counted; those that asked longest ago are forgotten."""
_BURST = 5
"""Seconds' worth of requests that a client may send at once."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names under which a server answers: those of the address it listens on, and `others`.

    A page of elsewhere whose name is made to lead here (DNS rebinding) comes under that name, and is refused. Where the
    server listens everywhere, any address is a name of it: what can be rebound is no address.
    """

    host: str
    others: frozenset[str] = frozenset()

    def __contains__(self, host: object) -> bool:
        written = _HOST.fullmatch(str(host))
        if written is None:
            return False
        name = (written[1] or written[2]).lower().rstrip(".")
        if name in _HERE or name in self.others or (name == self.host.lower() and name not in _EVERYWHERE):
            return True
        return self.host in _EVERYWHERE and _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether an address to listen on is reached from this machine alone."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


@dataclass(slots=True)
class Rate:
    """So many requests a second for each client, and `_BURST` times as many at once. Threads may share it."""

    a_second: float
    clock: Callable[[], float] = time.monotonic
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, client: str) -> float:
        """Count a request; how many seconds it comes too early, 0 where it may be answered."""
        most = max(1.0, self.a_second * _BURST)
        with self._lock:
            now = self.clock()
            left, before = self._left.pop(client, (most, now))
            left = min(most, left + (now - before) * self.a_second)
            early = 0.0 if left >= 1 else (1 - left) / self.a_second
            self._left[client] = left - (not early), now
            if len(self._left) > _CLIENTS:
                self._left.popitem(last=False)
        return early


@dataclass(frozen=True, slots=True)
class Access:
    """What is asked of every request. None, or empty: nothing is.

    `password` is for everything, `edit_password` for corrections; whoever has the second may read as well.
    """

    names: Names | None = None
    password: str = field(default="", repr=False)
    edit_password: str = field(default="", repr=False)
    rate: Rate | None = None

    def register(self, app: Flask) -> None:
        """Look at each request before the application does."""
        app.before_request(self._check)

    def _check(self) -> Response | None:
        if (
            self.names is not None
            and request.environ.get("dateline.host", request.headers.get("Host", request.host)) not in self.names
        ):
            abort(HTTPStatus.FORBIDDEN, "This server does not answer under that name (--allow-host).")
        if request.path in _OPEN:
            return None
        if self.rate and (early := self.rate.wait(request.remote_addr or "")):
            return _refused(HTTPStatus.TOO_MANY_REQUESTS, "too many requests; ask more slowly", Retry_After=ceil(early))
        needed = self.edit_password if request.method == "POST" else ""
        needed = needed or self.password
        if needed and not self._knows(needed):
            told = "this needs a password; any user name will do"
            return _refused(HTTPStatus.UNAUTHORIZED, told, WWW_Authenticate='Basic realm="Dateline", charset="UTF-8"')
        return None

    def _knows(self, needed: str) -> bool:
        given = request.authorization
        word = (given.password or "") if given and given.type == "basic" else ""
        # Both are compared, each in a time that tells nothing of it, nor of how long it is.
        right, editor = (hmac.compare_digest(_digest(word), _digest(each)) for each in (needed, self.edit_password))
        return right or (editor and bool(self.edit_password))


def _digest(word: str) -> bytes:
    return hashlib.sha256(word.encode()).digest()


def _refused(status: HTTPStatus, detail: str, **headers: object) -> Response:
    """A problem (RFC 9457) for programs, a line for people: no page is made for whoever may not read one."""
    if for_programs():
        told = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": f"{detail}."}
        response = Response(json.dumps(told), status, mimetype="application/problem+json")
    else:
        response = Response(f"{status.phrase}: {detail}.\n", status, mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    for name, value in headers.items():
        response.headers[name.replace("_", "-")] = str(value)
    return response
