"""Bound how long a search may take: evaluation looks at the clock at every step."""

import math
import time
from dataclasses import dataclass
from typing import Self

from corpus.errors import DatelineError


class SearchTimeout(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """A search took longer than it may."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time, by the monotonic clock, and how many seconds there were until then."""

    at: float = math.inf
    seconds: float = math.inf

    @classmethod
    def after(cls, seconds: float | None) -> Self:
        """The time so many seconds from now; none where none are given."""
        return cls() if seconds is None else cls(time.monotonic() + seconds, seconds)

    @property
    def left(self) -> float:
        """Seconds until then; none or fewer where the time is over."""
        return self.at - time.monotonic()

    def check(self) -> None:
        """Raise `SearchTimeout` where the time is over."""
        if time.monotonic() > self.at:
            raise SearchTimeout(
                f"the search took more than {self.seconds:g} s and was stopped; "
                "search for fewer words, phrases or patterns"
            )


NO_DEADLINE = Deadline()
