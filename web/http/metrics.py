"""Count requests and their durations, as Prometheus reads them (text format 0.0.4)."""

import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from flask import Blueprint, Flask, Response, g, request

from search.searcher import Searcher

_KIND = "text/plain; version=0.0.4; charset=utf-8"


@dataclass(slots=True)
class Metrics:
    """Counts the answers of an application. Threads may share it."""

    searcher: Searcher
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    _seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def register(self, app: Flask) -> None:
        """Time each answer until it is made; of an export its beginning, as the rest goes at its reader's pace."""
        metrics = Blueprint("metrics", __name__)
        metrics.add_url_rule("/metrics", view_func=self.metrics)
        app.register_blueprint(metrics)
        app.before_request(self._begun)
        app.after_request(self._answered)

    def metrics(self) -> Response:
        """The counters since the server started."""
        with self._lock:
            told = "".join(f"{line}\n" for line in self._lines())
        response = Response(told, content_type=_KIND)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _lines(self) -> Iterator[str]:
        yield from ("# HELP dateline_articles Articles in the index.", "# TYPE dateline_articles gauge")
        yield f"dateline_articles {self.searcher.count()}"
        yield from ("# HELP dateline_requests_total Answers given.", "# TYPE dateline_requests_total counter")
        for (route, status), count in sorted(self._answers.items()):
            yield f'dateline_requests_total{{route="{route}",status="{status}"}} {count}'
        yield "# HELP dateline_request_seconds Time until an answer is made, or the beginning of an export."
        yield "# TYPE dateline_request_seconds summary"
        for route, seconds in sorted(self._seconds.items()):
            count = sum(each for (of, _), each in self._answers.items() if of == route)
            yield f'dateline_request_seconds_sum{{route="{route}"}} {seconds:.6f}'
            yield f'dateline_request_seconds_count{{route="{route}"}} {count}'

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
            with self._lock:
                self._answers[route, status] += 1
                self._seconds[route] += time.perf_counter() - begun

        return count
