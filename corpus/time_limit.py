"""Limit the processor time of a piece of work, whatever library does it."""

import math
import signal
import threading
import time
from types import FrameType

from corpus.errors import Overrun

try:
    import resource
except ImportError:  # pragma: no cover - no POSIX system
    resource = None  # type: ignore[assignment]

ARTICLE_SECONDS = 60.0
"""Of the processor, for each step of an article, where the user sets no other limit."""

_AGAIN = 1.0
"""Seconds after which the limit is told again: a library may have swallowed it."""
_GRACE = 10.0
"""Seconds beyond the limit after which a process that may be ended is: it is in code that no signal interrupts."""


class _Limit:
    """The limit that is in force in this process. `fatal`: the system ends the process that goes far beyond it."""

    seconds: float | None = None
    installed = False
    fatal = False


_limit = _Limit()


def end_process_when_stuck() -> None:
    """Let the system end this process where a limited block goes on and on in code that no signal interrupts.

    For processes that can be replaced. It is the processor's time that counts, so that a machine that is busy, or
    sleeps, ends nothing.
    """
    if resource is not None:
        _limit.fatal = True
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


class ProcessorLimit:
    """A block that may take so many seconds of the processor, and raises `Overrun` when it takes more; 0: no limit.

    Works in the main thread and where there are POSIX timers; elsewhere nothing is limited. The time of all threads of
    the process counts. May be entered again and again, but not within another one.
    """

    def __init__(self, seconds: float) -> None:
        main = threading.current_thread() is threading.main_thread()
        self._seconds = seconds if main and hasattr(signal, "setitimer") else 0.0

    def __enter__(self) -> None:
        if self._seconds:
            _arm(self._seconds)

    def __exit__(self, *_: object) -> None:
        if self._seconds:
            _disarm()


def _arm(seconds: float) -> None:
    if not _limit.installed:
        signal.signal(signal.SIGPROF, _overrun)
        _limit.installed = True
    if _limit.fatal:
        _end_after(math.ceil(time.process_time() + seconds + _GRACE))
    _limit.seconds = seconds
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)


def _disarm() -> None:
    try:
        _limit.seconds = None
    finally:  # also where the signal comes at this very moment
        _limit.seconds = None
        signal.setitimer(signal.ITIMER_PROF, 0)
        if _limit.fatal:
            _end_after(None)


def _end_after(seconds: int | None) -> None:
    """Let the system end this process after so many seconds of the processor in all; None: never."""
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    unlimited = seconds is None or (most != resource.RLIM_INFINITY and seconds > most)
    resource.setrlimit(resource.RLIMIT_CPU, (most if unlimited or seconds is None else seconds, most))


def _overrun(_signal: int, _frame: FrameType | None) -> None:
    if _limit.seconds is not None:
        raise Overrun(
            f"took more than {_limit.seconds:g} s of a processor; leave it out, or allow more with --article-seconds"
        )
