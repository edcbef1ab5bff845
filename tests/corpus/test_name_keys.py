"""The table of keys of known names that ships: what `make tables` derives from the aliases, to the last byte."""

import pytest
from babel import Locale

from corpus.enrichment.aliases.aliases import canonical
from corpus.enrichment.aliases.language_names import TWO_LETTER_CODES
from corpus.extraction.metadata.entity_fields import COUNTRY_CODES
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


def test_the_codes_of_countries_are_those_of_cldr() -> None:
    codes = map(str, Locale("en").territories)
    letters = {code for code in codes if len(code) == len("SY") and code.isalpha()}
    assert letters - COUNTRY_CODES == {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
    assert letters > COUNTRY_CODES


def test_the_codes_of_languages_are_those_of_cldr() -> None:
    assert {code for code in map(str, Locale("en").languages) if len(code) == len("de")} == TWO_LETTER_CODES
