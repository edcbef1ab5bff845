"""Let an executor work on many pieces, not too many of them at once, and take the results in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

_AHEAD = 2


def in_order(
    executor: Executor, at_once: int, work: Callable[[Piece], Result], pieces: Iterable[Piece]
) -> Iterator[tuple[Piece, Result]]:
    """Each piece with what came of it."""
    running: deque[tuple[Piece, Future[Result]]] = deque()
    for piece in pieces:
        running.append((piece, executor.submit(work, piece)))
        while running and (len(running) > _AHEAD * at_once or running[0][1].done()):
            first, future = running.popleft()
            yield first, future.result()
    while running:
        first, future = running.popleft()
        yield first, future.result()
