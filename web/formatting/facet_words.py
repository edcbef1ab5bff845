"""What the page says of each facet."""

from dataclasses import dataclass

from index.segments.facets import Facet
from web.formatting.language import message, messages


@dataclass(frozen=True, slots=True)
class FacetWords:
    """Messages; `counted` and `every` are for a number, and the latter says where it leads."""

    heading: str
    find: str
    counted: tuple[str, str]
    every: tuple[str, str]


_WORDS = {
    Facet.ENTITY: FacetWords(
        message("Who"),
        message("Find a name"),
        messages("%(num)s name", "%(num)s names"),
        messages("all %(num)s name", "all %(num)s names"),
    ),
    Facet.COUNTRY: FacetWords(
        message("Where"),
        message("Find a country"),
        messages("%(num)s country", "%(num)s countries"),
        messages("all %(num)s country, on a larger map", "all %(num)s countries, on a larger map"),
    ),
    Facet.YEAR: FacetWords(
        message("When"),
        message("Find a year"),
        messages("%(num)s year", "%(num)s years"),
        messages("all %(num)s year, as a list", "all %(num)s years, as a list"),
    ),
    Facet.SOURCE: FacetWords(
        message("Source"),
        message("Find a source"),
        messages("%(num)s source", "%(num)s sources"),
        messages("all %(num)s source", "all %(num)s sources"),
    ),
    Facet.AUTHOR: FacetWords(
        message("Author"),
        message("Find an author"),
        messages("%(num)s author", "%(num)s authors"),
        messages("all %(num)s author", "all %(num)s authors"),
    ),
    Facet.LANGUAGE: FacetWords(
        message("Language"),
        message("Find a language"),
        messages("%(num)s language", "%(num)s languages"),
        messages("all %(num)s language", "all %(num)s languages"),
    ),
    Facet.TAG: FacetWords(
        message("Tags"),
        message("Find a tag"),
        messages("%(num)s tag", "%(num)s tags"),
        messages("all %(num)s tag", "all %(num)s tags"),
    ),
    Facet.BASIS: FacetWords(
        message("How dated"),
        message("Find a basis"),
        messages("%(num)s basis", "%(num)s bases"),
        messages("all %(num)s basis", "all %(num)s bases"),
    ),
}


def facet_words(facet: Facet) -> FacetWords:
    """What is said of a facet; for one of which nothing is said here, what its field says, in English."""
    if facet in _WORDS:
        return _WORDS[facet]
    one, many = (f"%(num)s {noun}" for noun in facet.field.noun)
    return FacetWords(facet.field.heading, f"Find: {facet.field.noun[0]}", (one, many), (f"all {one}", f"all {many}"))
