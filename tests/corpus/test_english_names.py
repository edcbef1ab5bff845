"""The table of English names of countries and languages that ships: what `make tables` derives, to the last byte."""

import subprocess
import sys

import pytest

from corpus.enrichment.aliases.country_names import country_code, country_name
from corpus.enrichment.aliases.language_names import language_code, language_name
from corpus.errors import Refused
from corpus.extraction.metadata.entity_fields import given_countries
from train.english_names import SHIPPED, derived


def test_the_shipped_table_is_the_one_that_is_derived() -> None:
    assert SHIPPED.read_bytes().decode() == derived()


def test_countries_and_languages_have_their_names() -> None:
    assert [country_name("sy"), country_name("HK"), country_name("DE", "fr"), country_name("XX")] == [
        "Syria",
        "Hong Kong",
        "Allemagne",
        "XX",
    ]
    assert [country_code("Türkiye"), country_code("eu")] == ["TR", None]
    assert [language_name("de"), language_name("de", "fr"), language_name("xx")] == ["German", "allemand", "xx"]
    assert [language_code("pt-BR"), language_code("Klingon"), language_code("Elvish")] == ["pt", "tlh", None]


def test_in_english_nothing_else_is_read_for_them() -> None:
    names = "country_names.country_name('FR'), language_names.language_name('fr')"
    given = "entity_fields.given_countries(['fr', 'Kosovo'])[1].code"
    told = "'babel' in __import__('sys').modules"
    begin = "from corpus.enrichment.aliases import country_names, language_names\n"
    begin += "from corpus.extraction.metadata import entity_fields\n"
    ran = subprocess.run(
        [sys.executable, "-c", f"{begin}print({names}, {given}, {told})"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["France", "French", "XK", "False"]


@pytest.mark.parametrize("group", ["EU", "UN", "ZZ", "419"])
def test_a_group_of_countries_is_none(group: str) -> None:
    with pytest.raises(Refused, match="which is no country"):
        given_countries([group])
