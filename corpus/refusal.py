"""What could not be read, where it stands, and why."""

from dataclasses import dataclass

from corpus.remark import place_of


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file, or a piece of it, that was not taken. `origin` is its absolute path, `reason` says what to mend.

    `entry` is a path within an archive or the address of a record of a web archive, `line` a line of a file of lines,
    `id` that of the article where it is known. `passing`: the same bytes may be read another time, as after a change of
    permissions.
    """

    origin: str
    line: int | None
    reason: str
    entry: str | None = None
    id: str | None = None
    passing: bool = False

    @property
    def where(self) -> str:
        """`path`, `path:line`, `path/entry` or `path/entry:line`."""
        return place_of(self.origin, self.entry, self.line)
