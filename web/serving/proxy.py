"""What stands in front of a server: the address that people use, and proxies whose word on a client is taken."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class BehindProxy:
    """A WSGI application as it is seen from outside.

    With a `base_url` every address that is made begins with it, whatever name was asked. Of requests from `trusted`
    addresses the header X-Forwarded-For names the client, by the last of its addresses that is not trusted itself.
    """

    app: Callable[..., Iterable[bytes]]
    base_url: str = ""
    trusted: frozenset[str] = frozenset()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""
        environ["dateline.host"] = environ.get("HTTP_HOST", "")
        if environ.get("REMOTE_ADDR") in self.trusted:
            named = [each.strip() for each in environ.get("HTTP_X_FORWARDED_FOR", "").split(",")]
            client = next((each for each in reversed(named) if each and each not in self.trusted), "")
            environ["REMOTE_ADDR"] = client or environ["REMOTE_ADDR"]
        if self.base_url:
            base = urlsplit(self.base_url)
            environ["wsgi.url_scheme"], environ["HTTP_HOST"] = base.scheme, base.netloc
            environ["SCRIPT_NAME"] = base.path.rstrip("/")
        return self.app(environ, start_response)
