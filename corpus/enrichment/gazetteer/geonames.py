"""Read the tables that are derived from GeoNames (`make tables`; their licence: `data/geonames/README.md`)."""

from collections.abc import Iterator, Sequence
from importlib.resources import files

import numpy as np
import numpy.typing as npt


def table(name: str) -> Iterator[list[str]]:
    """The rows of a table as strings, in the order of the file, without its heading."""
    return (line.split("\t") for line in _text(name).splitlines()[1:])


def columns(name: str) -> Sequence[Sequence[str]]:
    """The columns of a table, which has a value for each in every row; many rows are so read in less time."""
    return parted(_text(name))


def parted(text: str) -> Sequence[Sequence[str]]:
    """The columns of such a table, given as its text."""
    heading, _, body = text.partition("\n")
    values, count = body.rstrip("\n").replace("\n", "\t").split("\t"), heading.count("\t") + 1
    return [values[place::count] for place in range(count)]


def checksums(name: str) -> npt.NDArray[np.uint32]:
    """The checksums of a table of names, in order."""
    with files("corpus.enrichment.gazetteer").joinpath(f"data/geonames/{name}.npy").open("rb") as stored:
        found: npt.NDArray[np.uint32] = np.load(stored, allow_pickle=False)
    return found


def _text(name: str) -> str:
    return files("corpus.enrichment.gazetteer").joinpath(f"data/geonames/{name}.tsv").read_text(encoding="utf-8")
