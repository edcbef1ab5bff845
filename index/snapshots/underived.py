"""In which languages of an index is not everything derived? For whoever built it, and for the page, to say so."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.enrichment.aliases.language_names import language_name
from corpus.enrichment.languages.coverage import Derivation, derivation
from index.segments.facets import Facet
from index.segments.segment import Segment

_NAMES = {
    Derivation.ALL: "names are derived",
    Derivation.AS_ENGLISH: "names are looked for by capitals, as in English",
    Derivation.KNOWN: "only names that the tables have are found",
    Derivation.NONE: "no names are derived",
}


@dataclass(frozen=True, slots=True)
class Underived:
    """A language, how many articles are in it, and what is derived of them."""

    language: str
    articles: int
    names: Derivation
    countries: bool

    def __str__(self) -> str:
        count = f"{self.articles:,} article{'s are' if self.articles > 1 else ' is'}"
        countries = "countries are derived" if self.countries else "no countries"
        return f"{count} in {language_name(self.language)}: {_NAMES[self.names]}, {countries}."


def underived(segments: Sequence[Segment]) -> list[Underived]:
    """The languages of some segments in which names or countries are not derived in full, the most frequent first."""
    counted: Counter[str] = Counter()
    for segment in segments:
        facet = segment.facets[Facet.LANGUAGE.field.column]
        for key, count in zip(facet.keys.all(), facet.totals.tolist(), strict=True):
            counted[key.decode()] += count
    return underived_of(counted)


def underived_of(counted: Mapping[str, int]) -> list[Underived]:
    """The same, of so many articles in each language."""
    found = [(code, count, derivation(code)) for code, count in counted.items() if count]
    partly = [each for each in found if each[2].names is not Derivation.ALL or not each[2].countries]
    return [
        Underived(code, count, what.names, what.countries)
        for code, count, what in sorted(partly, key=lambda each: (-each[1], each[0]))
    ]
