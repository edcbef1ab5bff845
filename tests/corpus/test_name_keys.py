"""The table of keys of known names that ships: what `make tables` derives from the aliases, to the last byte."""

import pytest

from corpus.enrichment.aliases.aliases import canonical
from train.alias_tables import SHIPPED, derived, written


def test_the_shipped_table_is_the_one_that_is_derived() -> None:
    assert SHIPPED.read_bytes().decode() == written(derived()), "run `make tables`"


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
