"""Count requests and their durations, as Prometheus reads them (text format 0.0.4)."""

import threading
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from http import HTTPStatus
from mmap import mmap
from pathlib import Path

from flask import Blueprint, Flask, Response, g, request

from corpus.errors import DatelineError
from index.ingest.manifest import refused_articles
from search.engine import Engine

_KIND = "text/plain; version=0.0.4; charset=utf-8"
_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds."""
_STATUSES = tuple(int(each) for each in HTTPStatus)
_ELSEWHERE = ""
"""The route of what is not there: its address is not kept, as anybody could fill the memory with them."""


class Metrics:
    """Counts the answers of an application; threads may share it, and so may `processes` that are forked of this one.

    Each process counts in memory of its own, which all of them read: whichever is asked tells the sum.
    """

    def __init__(self, searcher: Engine, processes: int = 1) -> None:
        self._searcher = searcher
        self._processes = processes
        self._process = 0
        self._lock = threading.Lock()
        self._table = _Table([_ELSEWHERE], processes)

    def register(self, app: Flask) -> None:
        """Time each answer until it is made; of an export its beginning, as the rest goes at its reader's pace."""
        metrics = Blueprint("metrics", __name__)
        metrics.add_url_rule("/metrics", view_func=self.metrics)
        app.register_blueprint(metrics)
        app.before_request(self._begun)
        app.after_request(self._answered)
        app.extensions["metrics"] = self

    def cover(self, app: Flask) -> None:
        """Count the routes of an application, which has all of them by now, and is not yet forked."""
        self._table = _Table([_ELSEWHERE, *sorted({rule.rule for rule in app.url_map.iter_rules()})], self._processes)

    def count_as(self, process: int) -> None:
        """Count as one of the processes from now on; 0 is the first."""
        self._process = process

    def metrics(self) -> Response:
        """The counters since the server started, and the state of the index, also where it cannot be read."""
        lines = [*self._of_index(), *self._of_answers()]
        response = Response("".join(f"{line}\n" for line in lines), content_type=_KIND)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _of_index(self) -> Iterator[str]:
        yield from ("# HELP dateline_index_up Whether the index can be read.", "# TYPE dateline_index_up gauge")
        try:
            articles, generation = self._searcher.count(), self._searcher.generation
        except DatelineError:
            yield "dateline_index_up 0"
            return
        yield "dateline_index_up 1"
        yield from ("# HELP dateline_articles Articles in the index.", "# TYPE dateline_articles gauge")
        yield f"dateline_articles {articles}"
        if isinstance(self._searcher.location, Path):  # a cluster is loaded from elsewhere, which knows what it refused
            yield from ("# HELP dateline_refused Files and records that were refused.", "# TYPE dateline_refused gauge")
            yield f"dateline_refused {refused_articles(self._searcher.location)}"
        yield from (
            "# HELP dateline_generation_info The commit that is shown.",
            "# TYPE dateline_generation_info gauge",
        )
        yield f'dateline_generation_info{{generation="{generation}"}} 1'

    def _of_answers(self) -> Iterator[str]:
        told = self._table.read()
        yield from ("# HELP dateline_requests_total Answers given.", "# TYPE dateline_requests_total counter")
        for route, counted in told.items():
            for status, count in counted.answers.items():
                yield f'dateline_requests_total{{route="{route}",status="{status}"}} {count}'
        yield "# HELP dateline_request_seconds Time until an answer is made, or the beginning of an export."
        yield "# TYPE dateline_request_seconds histogram"
        for route, counted in told.items():
            total = 0
            for bound, count in zip((*_BOUNDS, "+Inf"), counted.within, strict=True):
                total += count
                yield f'dateline_request_seconds_bucket{{route="{route}",le="{bound}"}} {total}'
            yield f'dateline_request_seconds_sum{{route="{route}"}} {counted.seconds:.6f}'
            yield f'dateline_request_seconds_count{{route="{route}"}} {total}'

    def _begun(self) -> None:
        g.count = self._counter()

    def _answered(self, response: Response) -> Response:
        (g.get("count") or self._counter())(response.status_code)
        return response

    def _counter(self) -> Callable[[int], None]:
        """Counts the answer to the request at hand, when it is called with its status."""
        begun = time.perf_counter()
        route = request.url_rule.rule if request.url_rule else _ELSEWHERE

        def count(status: int) -> None:
            took = time.perf_counter() - begun
            with self._lock:
                self._table.add(self._process, route, status, took)

        return count


class _Counted:
    """What was answered on a route."""

    def __init__(self) -> None:
        self.answers = Counter[int]()
        """By status."""
        self.within = [0] * (len(_BOUNDS) + 1)
        """By the first of the bounds that they were within."""
        self.seconds = 0.0


class _Table:
    """A row of counters for each route, once for each process, in memory that forked processes share.

    In a row stand the answers by status, those by duration, and the seconds that all of them took.
    """

    _WIDTH = len(_STATUSES) + len(_BOUNDS) + 2

    def __init__(self, routes: list[str], processes: int) -> None:
        self._routes = {route: number for number, route in enumerate(routes)}
        self._processes = processes
        self._cells = memoryview(mmap(-1, 8 * self._WIDTH * len(routes) * processes)).cast("d")

    def add(self, process: int, route: str, status: int, seconds: float) -> None:
        """Count an answer. Only one thread at a time, of this process alone, may."""
        row = self._row(process, route)
        for place, more in (
            (bisect_left(_STATUSES, status), 1),
            (len(_STATUSES) + bisect_left(_BOUNDS, seconds), 1),
            (self._WIDTH - 1, seconds),
        ):
            self._cells[row + place] += more

    def read(self) -> dict[str, _Counted]:
        """What all processes counted, by route, without those that nobody asked for."""
        told = {}
        for route in self._routes:
            counted = _Counted()
            for process in range(self._processes):
                row = self._row(process, route)
                cells = self._cells[row : row + self._WIDTH].tolist()
                by_status, within = cells[: len(_STATUSES)], cells[len(_STATUSES) : -1]
                counted.answers.update(
                    {status: int(count) for status, count in zip(_STATUSES, by_status, strict=True) if count}
                )
                counted.within = [before + int(count) for before, count in zip(counted.within, within, strict=True)]
                counted.seconds += cells[-1]
            if counted.answers:
                told[route] = counted
        return told

    def _row(self, process: int, route: str) -> int:
        return (process * len(self._routes) + self._routes.get(route, 0)) * self._WIDTH
