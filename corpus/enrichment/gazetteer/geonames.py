"""Read the tables that are derived from GeoNames (`make tables`; their licence: `data/geonames/README.md`)."""

from collections.abc import Iterator
from importlib.resources import files


def table(name: str) -> Iterator[list[str]]:
    """The rows of a table as strings, in the order of the file, without its heading."""
    text = files("corpus.enrichment.gazetteer").joinpath(f"data/geonames/{name}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines()[1:])
