"""What all records of a run have in common."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Context:
    """What all records of a run are prepared for: an index at a location as it is now, and its language.

    `anew`: nothing is taken from the witnesses of the index that is replaced.
    """

    location: Path
    generation: str
    language: str
    anew: bool = False
