"""The table of months and weekdays that ships: what `make tables` derives, to the last byte, and what is read by it."""

import pytest

from corpus.extraction.dates.calendar_names import months_of, weekdays_of
from train.calendar_tables import SHIPPED, derived


def test_the_shipped_table_is_the_one_that_is_derived() -> None:
    assert SHIPPED.read_bytes().decode() == derived()


@pytest.mark.parametrize(
    ("name", "number"), [("settembre", 9), ("Février", 2), ("prosinca", 12), ("syyskuuta", 9), ("tháng 3", 3)]
)
def test_a_month_is_known_in_a_widespread_language(name: str, number: int) -> None:
    assert number in months_of(name, rare=False)


@pytest.mark.parametrize(("name", "number"), [("Mittwoch", 2), ("segunda", 0), ("Perşembe", 3), ("perjantaina", 4)])
def test_a_weekday_is_known_in_a_widespread_language(name: str, number: int) -> None:
    assert number in weekdays_of(name, lambda: None)


@pytest.mark.parametrize(("name", "number"), [("Mee", 5), ("Genver", 1), ("Zenâr", 1), ("Mezheven", 6)])
def test_a_month_is_known_in_a_language_that_is_seldom_met(name: str, number: int) -> None:
    assert number in months_of(name, rare=True)


def test_what_one_language_calls_a_month_is_no_name_of_another() -> None:
    assert months_of("aprel", rare=True) == {4: {"az", "uz"}}
