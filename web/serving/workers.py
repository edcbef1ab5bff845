"""Serve an application from several processes that share one socket, and the memory that the files are mapped to.

One process answers as many requests at once as it has threads, but computes only one at a time.
"""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable
from typing import NoReturn

_LOG = logging.getLogger(__name__)
_STOPPING = (signal.SIGINT, signal.SIGTERM)
_BRIEF = 1.0
"""Seconds; of a process that lasted no longer the next one waits as long."""


class Workers:
    """So many processes, forked of this one, which does nothing but replace one that ends.

    Each does `work`, which is told its number and ends when the process gets SIGTERM. There must be no other threads
    yet: a forked process has none of them, only the locks that they held.
    """

    def __init__(self, count: int, work: Callable[[int], object]) -> None:
        self._count = count
        self._work = work
        self._numbers: dict[int, int] = {}
        """The number of each process by its pid."""
        self._stopping = False
        self._alive, self._held = os.pipe()
        """Nothing is ever written here: its end says that this process is no more."""

    def run(self) -> None:
        """Start them, and return when all of them have ended after `stop`."""
        begun = time.monotonic()
        for number in range(self._count):
            self._fork(number)
        while self._numbers:
            pid, status = os.waitpid(-1, 0)
            number = self._numbers.pop(pid)
            if self._stopping:
                continue
            _LOG.error("a process that served ended (%s); another one takes its place", _told(status))
            if time.monotonic() - begun < _BRIEF:
                time.sleep(_BRIEF)
            begun = time.monotonic()
            if not self._stopping:
                self._fork(number)
        os.close(self._held)
        os.close(self._alive)

    def stop(self) -> None:
        """Have each answer what is under way, and end. A signal handler may call it."""
        self._stopping = True
        for pid in list(self._numbers):
            os.kill(pid, signal.SIGTERM)

    def _fork(self, number: int) -> None:
        # Until a forked process has put its own in its place, the handler at hand is ours.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
        pid = os.fork()
        if not pid:
            self._begin(number, before)
        self._numbers[pid] = number
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _begin(self, number: int, before: Iterable[int]) -> NoReturn:
        """What a forked process does, from its first step to its last."""
        code = 1
        try:
            os.close(self._held)
            # The terminal sends Ctrl-C to all of them; the first one passes it on.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            threading.Thread(target=self._outlive, daemon=True).start()
            self._work(number)
            code = 0
        except Exception:  # noqa: BLE001 - whatever it is, this process has nowhere to raise it
            _LOG.exception("a process that served failed")
        finally:
            logging.shutdown()
            os._exit(code)

    def _outlive(self) -> None:
        """End soon after the first process, however it ended."""
        os.read(self._alive, 1)
        os.kill(os.getpid(), signal.SIGTERM)


def _told(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return f"signal {-code}" if code < 0 else f"exit code {code}"
