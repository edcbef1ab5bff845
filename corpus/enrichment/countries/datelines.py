"""Find the dateline that an article begins with, and its country: `TROY, Mich., March 3 (Example Wire) -`."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from corpus.article import EntityType, Span
from corpus.enrichment.countries.toponym_resolution import city_abroad, regions
from corpus.enrichment.gazetteer.gazetteer import Atom, Entry, Rank, lookup
from corpus.enrichment.gazetteer.towns import towns
from corpus.late_pattern import late

_LONGEST = 240
_DATELINE = late(
    r"\s*(?:[^\n]+\n\s*)?"
    r"(?P<place>[^\W\d_][\w .'/-]{1,40}(?:, [^\W\d_][\w .'-]{1,30})??)"
    r"(?P<day>, (?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9}\.?)(?:,? \d{4})?)?(?P<agency> \([^)\n]{2,24}\))? ?[-–—]{1,2} "
)


class Dateline(NamedTuple):
    """Where the place of a dateline stands, empty where there is none; `certain`: a day or an agency follows it."""

    span: Span
    certain: bool = False

    @classmethod
    def of(cls, text: str, shift: int) -> "Dateline":
        """The dateline of a text made level; `shift` is where the text begins, behind its title."""
        found = _DATELINE.match(text, shift, shift + _LONGEST)
        if not found or not (found["day"] or found["agency"] or found["place"].partition(",")[0].isupper()):
            return cls((shift, shift))
        return cls(found.span("place"), bool(found["day"] or found["agency"]))

    def places(self, text: str) -> Iterator[tuple[Atom, str]]:
        """The places of a certain dateline with their countries: the largest of their name, or of the region behind.

        There a surname is a city (`CLEVELAND, March 3`), and a state is written as it comes (`MICH.`, `Penn`).
        """
        if not self.certain:
            return
        start, end = self.span
        cities, _, region = text[start:end].partition(", ")
        behind = _by_key().get(_key(region))
        for city in cities.split("/"):
            if code := behind or _country(city, region):
                yield Atom(city, start, start + len(city), "", Entry(city, EntityType.PLACE, code, Rank.CITY)), code
            start += len(city) + 1


def _country(city: str, region: str) -> str | None:
    """The country of a city of note, or of any town that no region tells."""
    name = city.title() if city.isupper() else city
    known = lookup(city) or lookup(name)
    found = towns(name) or towns(name.replace("St. ", "Saint "))
    country = lookup(region) if region else None
    if country and country.code and (not found or any(town.code == country.code for town in found)):
        return country.code  # not where it is `ATLANTA, Georgia`
    if known and known.code:
        return known.code
    if abroad := city_abroad(name):
        return abroad
    return found[0].code if found and not region else None


def _key(region: str) -> str:
    return region.replace(".", "").casefold()


@lru_cache(maxsize=1)
def _by_key() -> Mapping[str, str]:
    """What a state or province is called in a dateline, without dots, in small letters -> the code of its country."""
    return {_key(name): code for name, (code, _) in regions().items()}
