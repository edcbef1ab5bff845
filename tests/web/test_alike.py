"""Names that are offered to be merged."""

import pytest

from search.types.result import FacetValue
from web.views.alike import alike


def offered(*names: str, kind: str = "person") -> list[tuple[str, str]]:
    """Pairs among names, of which the first has the most articles."""
    values = [FacetValue(name, name, 100 - at, kind) for at, name in enumerate(names)]
    return [(pair.name, pair.into) for pair in alike(values)]


def test_a_surname_is_that_of_its_one_bearer() -> None:
    assert offered("Merkel", "Angela Merkel", "Nicolas Sarkozy") == [("Merkel", "Angela Merkel")]
    assert offered("Bush", "George Bush", "Laura Bush") == []
    assert offered("George Bush", "Laura Bush") == []


def test_an_acronym_is_that_of_its_words() -> None:
    names = ("African Union", "AU", "IMF", "International Monetary Fund", "Bank of Italy", "BOI")
    assert offered(*names, kind="organization") == [("IMF", "International Monetary Fund")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Viktor Yanukovych", "Viktor Yanukovich", True),
        ("Muammar Gaddafi", "Muammar Gadafi", True),
        ("United Nations", "The United-Nations", True),
        ("Boeing 747", "Boeing 737", False),
        ("Iran", "Iraq", False),
        ("Group Alpha", "Group Omega", False),
    ],
)
def test_a_letter_more_or_less_is_perhaps_the_same(one: str, other: str, *, same: bool) -> None:
    assert bool(offered(one, other, kind="organization")) is same


def test_names_of_different_types_are_not_the_same() -> None:
    values = [FacetValue("Washington", "Washington", 9, "place"), FacetValue("Washington", "Washington", 5, "person")]
    assert alike(values) == []


def test_those_of_the_most_articles_come_first() -> None:
    assert offered("Ann Abend", "Bo Birk", "Birk", "Abend") == [("Birk", "Bo Birk"), ("Abend", "Ann Abend")]


def test_two_countries_are_never_the_same() -> None:
    assert offered("Ireland", "Iceland", "Brussels", "Brusels", kind="place") == [("Brusels", "Brussels")]
