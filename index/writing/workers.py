"""Who does the work? This process as long as there is little of it, then as many as there are processors."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

Result = TypeVar("Result")

_ALONE = 1.5
"""Seconds of the processor after which processes are started; each takes about as long to begin."""


class Workers(Executor):
    """Runs functions: here and at once, until they have taken a second and a half; then in processes of their own.

    A small run starts no process, and what the first chunk of a large run teaches is known to the others.
    """

    def __init__(self, processes: int | None = None) -> None:
        self.processes = processes or processors()
        self._worked = 0.0
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> "Future[Result]":
        """Run a function, which every process can import, now or soon."""
        if self.processes > 1 and self._worked > _ALONE:
            if self._pool is None:
                # Not forked: the terminal's progress bar has a thread, and a fork in its midst may hang.
                context = multiprocessing.get_context("spawn")
                self._pool = ProcessPoolExecutor(self.processes, context, initializer=_begin)
            return self._pool.submit(fn, *args, **kwargs)
        begun = time.process_time()
        done: Future[Result] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as fault:  # noqa: BLE001 - raised to whoever asks for the result, as another process's would be
            done.set_exception(fault)
        self._worked += time.process_time() - begun
        return done

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as in Executor
        """Let the processes go."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    """What a new process does first: it leaves interrupts to its parent, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=[multiprocessing.parent_process()], daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)
