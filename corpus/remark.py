"""A remark on something that was read all the same: a column that was not used, a field that was left empty."""

from dataclasses import dataclass


def place_of(origin: str, entry: str | None, line: int | None) -> str:
    """`path`, `path:line`, `path/entry` or `path/entry:line`."""
    place = origin if entry is None else f"{origin}/{entry}"
    return place if line is None else f"{place}:{line}"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a user should know about a file, or an article in it, that was taken.

    `origin` is the absolute path of the file, `entry` the path within it where it is an archive, `line` a line of a
    file of lines; both are None where the remark is about the file as a whole.
    """

    origin: str
    entry: str | None
    line: int | None
    text: str

    @property
    def where(self) -> str:
        """`path`, `path:line`, `path/entry` or `path/entry:line`."""
        return place_of(self.origin, self.entry, self.line)
