"""Ask a cluster within the time that a search may take: it is asked again as long as there is time, and then no more.

What the nodes still do for a search that is given up is cancelled there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import isinf
from typing import Any

from cluster.connection import Answer, Cluster
from cluster.errors import ClusterError, ClusterUnavailable
from search.types.deadline import NO_DEADLINE, Deadline

_GRACE = 1.0
"""Seconds that an answer may be under way beyond the time that the nodes have for it."""


@dataclass(frozen=True, slots=True)
class Bounded:
    """A cluster that is asked until a deadline."""

    cluster: Cluster
    deadline: Deadline = NO_DEADLINE

    @property
    def name(self) -> str:
        """The name of the index of articles."""
        return self.cluster.name

    def ask(self, body: Mapping[str, Any], *, index: str | None = None, **params: Any) -> Answer:
        """Search: the whole answer. Raises `SearchTimeout` where it takes too long, and `ClusterError`."""
        if isinf(self.deadline.left):
            return self.cluster.ask(body, index=index, **params)
        one_try, tried = replace(self.cluster, tries=1), 0
        while True:
            self.deadline.check()
            left = max(self.deadline.left, 0.001)
            bounds = {"cancel_after_time_interval": f"{int(left * 1000) + 1}ms", "request_timeout": left + _GRACE}
            try:
                return one_try.ask(body, index=index, **bounds, **params)
            except ClusterUnavailable:
                if self.deadline.left <= 0:
                    raise
                tried += 1
                self.cluster.rest(tried)
                if self.deadline.left <= 0:
                    raise
            except ClusterError:
                self.deadline.check()  # it may have been cancelled
                raise
