"""The tables of known names that ship: what `make tables` derives from the aliases, to the last byte."""

import pytest

from corpus.enrichment.aliases.aliases import canonical
from train import alias_tables, written_names


def test_the_shipped_tables_are_those_that_are_derived() -> None:
    keys = alias_tables.written(alias_tables.derived())
    assert alias_tables.SHIPPED.read_bytes().decode() == keys, "run `make tables`"
    assert written_names.SHIPPED.read_bytes().decode() == written_names.derived(), "run `make tables`"


@pytest.mark.parametrize(
    ("written_so", "known"),
    [
        ("daesh", "Islamic State"),  # as it is folded
        ("U.N. Security Council", "United Nations Security Council"),  # as it is spelled otherwise
        ("Moammar Qadhafi", "Muammar Gaddafi"),  # as it sounds
        ("Gaddafi, Muammar", "Muammar Gaddafi"),  # turned round
        ("the netherlands", "Netherlands"),
        ("Zeltrova Quimby", "Zeltrova Quimby"),  # known to nobody
    ],
)
def test_a_name_is_known_however_it_is_spelled(written_so: str, known: str) -> None:
    assert canonical(written_so) == known
