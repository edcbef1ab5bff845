"""Count requests and their durations, as Prometheus reads them (text format 0.0.4)."""

import threading
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from flask import Blueprint, Flask, Response, g, request

from corpus.errors import DatelineError
from index.ingest.manifest import refused_articles
from search.engine import Engine

_KIND = "text/plain; version=0.0.4; charset=utf-8"
_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds."""


@dataclass(slots=True)
class Metrics:
    """Counts the answers of an application. Threads may share it."""

    searcher: Engine
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    _seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _within: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * (len(_BOUNDS) + 1)))
    """Answers of each route by the first of the bounds that they were within."""

    def register(self, app: Flask) -> None:
        """Time each answer until it is made; of an export its beginning, as the rest goes at its reader's pace."""
        metrics = Blueprint("metrics", __name__)
        metrics.add_url_rule("/metrics", view_func=self.metrics)
        app.register_blueprint(metrics)
        app.before_request(self._begun)
        app.after_request(self._answered)

    def metrics(self) -> Response:
        """The counters since the server started, and the state of the index, also where it cannot be read."""
        lines = [*self._of_index(), *self._of_answers()]
        response = Response("".join(f"{line}\n" for line in lines), content_type=_KIND)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _of_index(self) -> Iterator[str]:
        yield from ("# HELP dateline_index_up Whether the index can be read.", "# TYPE dateline_index_up gauge")
        try:
            articles, generation = self.searcher.count(), self.searcher.generation
        except DatelineError:
            yield "dateline_index_up 0"
            return
        yield "dateline_index_up 1"
        yield from ("# HELP dateline_articles Articles in the index.", "# TYPE dateline_articles gauge")
        yield f"dateline_articles {articles}"
        if isinstance(self.searcher.location, Path):  # a cluster is loaded from elsewhere, which knows what it refused
            yield from ("# HELP dateline_refused Files and records that were refused.", "# TYPE dateline_refused gauge")
            yield f"dateline_refused {refused_articles(self.searcher.location)}"
        yield from (
            "# HELP dateline_generation_info The commit that is shown.",
            "# TYPE dateline_generation_info gauge",
        )
        yield f'dateline_generation_info{{generation="{generation}"}} 1'

    def _of_answers(self) -> Iterator[str]:
        with self._lock:
            answers, seconds = sorted(self._answers.items()), sorted(self._seconds.items())
            within = {route: list(counts) for route, counts in self._within.items()}
        yield from ("# HELP dateline_requests_total Answers given.", "# TYPE dateline_requests_total counter")
        for (route, status), count in answers:
            yield f'dateline_requests_total{{route="{route}",status="{status}"}} {count}'
        yield "# HELP dateline_request_seconds Time until an answer is made, or the beginning of an export."
        yield "# TYPE dateline_request_seconds histogram"
        for route, taken in seconds:
            total = 0
            for bound, count in zip((*_BOUNDS, "+Inf"), within[route], strict=True):
                total += count
                yield f'dateline_request_seconds_bucket{{route="{route}",le="{bound}"}} {total}'
            yield f'dateline_request_seconds_sum{{route="{route}"}} {taken:.6f}'
            yield f'dateline_request_seconds_count{{route="{route}"}} {total}'

    def _begun(self) -> None:
        g.count = self._counter()

    def _answered(self, response: Response) -> Response:
        g.get("count", self._counter())(response.status_code)
        return response

    def _counter(self) -> Callable[[int], None]:
        """Counts the answer to the request at hand, when it is called with its status."""
        begun = time.perf_counter()
        # Of what is not there the address is not kept: anybody could fill the memory with them.
        route = request.url_rule.rule if request.url_rule else ""

        def count(status: int) -> None:
            took = time.perf_counter() - begun
            with self._lock:
                self._answers[route, status] += 1
                self._seconds[route] += took
                self._within[route][bisect_left(_BOUNDS, took)] += 1

        return count
