"""How much of a server one client may take, and for how long."""

from dataclasses import dataclass

RETRY = "5"
"""Seconds after which one may ask again where too much is going on, or the index cannot be read."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server allows. Times are in seconds."""

    threads: int = 8
    """Requests that are answered at once, beside those of health and metrics."""
    waiting: int = 500
    """Requests that wait for a thread; more are answered with 503."""
    wait: float = 10
    """How long one waits for a thread, until it is answered with 503."""
    connections: int = 2_000
    """Beyond nine tenths of them, those that nothing is done for are closed, oldest first."""
    ahead: int = 8
    """Requests of one connection that are sent before the answer to the first; after so many it is closed."""
    head: float = 10
    """Until the head of a request is there, from its first byte or from the beginning of the connection."""
    body: float = 20
    """Until its body is there as well, from its first byte."""
    idle: float = 60
    """How long a connection stays open between requests."""
    stalled: float = 30
    """In so long, whoever is sent an answer must take `slowest` bytes of it a second, on average."""
    slowest: int = 1_000
    stop: float = 10
    """How long a server that is told to stop still answers what is under way."""
    body_bytes: int = 1_000_000
    head_bytes: int = 262_144
    exports: int = 2
    """Exports that are sent at once; more are answered with 503."""

    @property
    def pause(self) -> float:
        """How often connections are looked at."""
        return min(1.0, min(self.head, self.body, self.idle, self.stalled, self.stop) / 4)
