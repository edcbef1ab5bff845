"""Run the costly work of an index: here as long as there is little of it, then in as many processes as processors.

A process that is ended from outside, for want of memory say, is replaced, and its task is done again.
"""

import math
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from corpus.errors import DatelineError
from corpus.time_limit import end_process_when_stuck
from index.writing.garbage import collect_seldom, end_uncollected

Result = TypeVar("Result")

_ALONE = 1.5
"""Seconds of the processor after which processes are started; each takes about as long to begin."""

_WORTH = 5.0
"""So many more must be left to do: each process learns the words of the articles anew."""


_EARLY = 15
"""So many times as much must be left as is about to be done here, for processes to be started meanwhile."""


class WorkerDied(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """The process of a task was ended from outside, and once more when it had a process of its own."""


class Workers(Executor):
    """Runs functions: here and at once, until they have taken a second and a half; then in processes of their own.

    Processes are started where five more seconds seem to be left. A small run starts none, and what the first chunk of
    a large run teaches is known to the others: it is done here, even if processes are started beside it (`start`). A
    task whose process is ended is run again, in a process of its own, as another one may have been at fault; where that
    is ended too, its result is the error `WorkerDied`.
    """

    def __init__(self, processes: int | None = None) -> None:
        self.processes = processes or processors()
        self.left: Callable[[], float] = lambda: math.inf
        """How many times as much is left to do as was done, as far as its caller knows."""
        self._worked = 0.0
        self._pool: ProcessPoolExecutor | None = None
        self._single: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> "Future[Result]":
        """Run a function, which every process can import, now or soon."""
        if self.processes > 1 and ((self._pool and self._worked) or self._many()):
            return self.submit_apart(fn, *args, **kwargs)
        begun = time.process_time()
        done: Future[Result] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as fault:  # noqa: BLE001 - raised to whoever asks for the result, as another process's would be
            done.set_exception(fault)
        self._worked += time.process_time() - begun
        return done

    def start(self, fn: Callable[..., object], /, *args: Any) -> None:
        """Start the processes now where very much is left to do; each begins with a function, to be warm for the rest.

        What becomes of that nobody asks.
        """
        if self.processes > 1 and self._pool is None and self.left() > _EARLY:
            self._pool = _pool(self.processes)
            for _ in range(self.processes):
                self._pool.submit(fn, *args)

    def left_for_each(self) -> float:
        """How many times as much as was done is left for each process, where several are at work."""
        return self.left() / self.processes if self._pool else math.inf

    def _many(self) -> bool:
        """Whether there is so much to do that processes are worth their beginning."""
        return self._worked > _ALONE and self._worked * self.left() > _WORTH

    def submit_apart(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> "Future[Result]":
        """Run a function in another process, also where there is little work: it may end the process it runs in."""
        if self.processes == 1:
            return self.submit(fn, *args, **kwargs)
        try:
            self._pool = self._pool or _pool(self.processes)
            running = self._pool.submit(fn, *args, **kwargs)
        except BrokenProcessPool:
            self._pool = _pool(self.processes)
            running = self._pool.submit(fn, *args, **kwargs)
        return _Task(running, lambda: self.run_alone(fn, *args, **kwargs))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as in Executor
        """Let the processes go."""
        for pool in (self._pool, self._single):
            if pool is not None:
                pool.shutdown(wait, cancel_futures=cancel_futures)

    def run_alone(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Result:
        """Run a function in a process of its own, and wait for it. Raises `WorkerDied` where the process is ended."""
        self._single = self._single or _pool(1)
        try:
            return self._single.submit(fn, *args, **kwargs).result()
        except BrokenProcessPool as fault:
            self._single = None
            raise WorkerDied("the process that worked on it was ended, for want of memory it may be") from fault


class _Task(Future[Result]):
    """A call in another process; where that is ended, the call is made once more when its result is asked for."""

    def __init__(self, running: "Future[Result]", again: Callable[[], Result]) -> None:
        super().__init__()
        self._running = running
        self._again = again

    def result(self, timeout: float | None = None) -> Result:
        """What the call gives."""
        try:
            return self._running.result(timeout)
        except BrokenProcessPool:
            return self._again()

    def exception(self, timeout: float | None = None) -> BaseException | None:
        """What the call raises."""
        return self._running.exception(timeout)

    def done(self) -> bool:
        """Whether it is over."""
        return self._running.done()

    def cancel(self) -> bool:
        """Do not begin, where it has not begun."""
        return self._running.cancel()


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pool(processes: int) -> ProcessPoolExecutor:
    # Not forked: the terminal's progress bar has a thread, and a fork in its midst may hang.
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """What a new process does first: it leaves interrupts to its parent, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    end_uncollected()
    end_process_when_stuck()
    threading.Thread(target=_end_with, args=[multiprocessing.parent_process()], daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)
