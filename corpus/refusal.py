"""What could not be read, where it stands, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, or one line of it, that was not taken. `origin` is its absolute path, `reason` says what to mend."""

    origin: str
    line: int | None
    reason: str

    @property
    def where(self) -> str:
        """`path:line`, or the path alone."""
        return self.origin if self.line is None else f"{self.origin}:{self.line}"
