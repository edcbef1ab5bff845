"""The tables of places that ship: what `make tables` derives, to the last byte."""

import numpy as np
import pytest

from corpus.enrichment.gazetteer.towns import Town, towns
from train import known_names, person_tables
from train.tables import SHIPPED, derived, villages, written


def test_the_shipped_tables_are_those_that_are_derived() -> None:
    tables = {f"{name}.tsv": written(table) for name, table in derived().items()}
    assert tables == {path.name: path.read_bytes().decode() for path in SHIPPED.glob("*.tsv")}


def test_the_other_tables_that_ship_are_those_that_are_derived() -> None:
    assert np.array_equal(np.load(SHIPPED / "villages.npy"), villages())
    assert {f"{kind}.txt": words for kind, words in person_tables.derived().items()} == {
        path.name: path.read_bytes().decode() for path in person_tables.SHIPPED.iterdir()
    }


def test_a_city_of_the_table_is_known_with_its_namesakes_the_largest_first() -> None:
    paris = towns("Paris")
    assert paris[0].code == "FR"
    assert ("US", "TX") in {(town.code, town.region) for town in paris}
    assert list(paris) == sorted(paris, key=lambda town: -town.population)
    assert isinstance(towns("Malmo")[0], Town)
    assert towns("Malmo") == towns("Malmö")


def test_a_name_that_would_break_its_line_is_refused() -> None:
    with pytest.raises(ValueError, match="tab or a line break"):
        written((("name", "country"), [("A\tB", "FR")]))


def test_the_known_names_that_ship_are_those_that_are_derived() -> None:
    assert known_names.SHIPPED.read_bytes().decode() == known_names.written(known_names.derived()), "run `make tables`"
