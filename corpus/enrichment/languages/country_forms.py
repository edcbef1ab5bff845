"""Every form by which a language names countries, their peoples and cities, and what it means: from CLDR and tables."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from corpus.article import EntityType
from corpus.enrichment.aliases.aliases import entity_type, variants
from corpus.enrichment.aliases.country_names import country_name, formal_names, territories
from corpus.enrichment.gazetteer.gazetteer import CITY_OF_NOTE, Entry, Rank, lookup
from corpus.enrichment.gazetteer.towns import city_forms, rows
from corpus.enrichment.languages.inflection import name_forms, people_forms
from corpus.enrichment.languages.tables import countries_of_language, names_of_language, words_of

_SHORTEST = 2
_LONG = 5
_SMALL = "America/Thule"
"""A time zone whose place is called as others are in some cases (`в Туле`)."""

_SCRIPTS = {
    **dict.fromkeys(("ru", "uk", "bg", "be", "sr", "mk", "kk", "ky"), ("Cyrl",)),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb"), ("Arab",)),
    "zh": ("Hani",),
    "ja": ("Hani", "Kana"),
    "ko": ("Hang",),
    "he": ("Hebr",),
    "el": ("Grek",),
}
"""Language -> the scripts in which it writes names of cities (ISO 15924)."""
_HOMES = {
    "de": frozenset({"DE", "AT", "CH"}),
    **{language: frozenset({code}) for language, code in (("pl", "PL"), ("cs", "CZ"), ("sk", "SK"), ("hu", "HU"))},
    **{language: frozenset({code}) for language, code in (("fi", "FI"), ("tr", "TR"), ("ro", "RO"), ("hr", "HR"))},
    **{language: frozenset({code}) for language, code in (("sl", "SI"), ("lt", "LT"), ("lv", "LV"), ("et", "EE"))},
}
_NOUNS = frozenset(
    """
    Essen Halle Hagen Münster Kiel Siegen Hamm Rheine Marl Herne Wesel Worms Kassel Fulda Minden Ordu Van Siirt
    """.split()  # noqa: SIM905 - words
)
"""Cities that are nouns, verbs or persons where they stand."""

_LATIN = frozenset(
    {"de", "fr", "es", "it", "pt", "nl", "tr", "sv", "da", "nb", "no", "fi", "pl", "cs", "sk", "hu", "ro"}
)
"""Languages that CLDR gives no city for that is called as in English."""


@lru_cache(maxsize=32)
def country_forms(language: str) -> Mapping[str, Entry]:
    """Every form, in the case that it has within a sentence, and its entry; empty for a language that CLDR lacks."""
    if not formal_names(language):
        return {}
    found = (
        *_known(language),
        *_home_cities(language),
        *_cities_in_script(language),
        *_cities(language),
        *_peoples(language),
        *_countries(language),
        *_bodies(language),
    )
    return {form: entry for form, entry in found if len(form) >= _SHORTEST}


def _countries(language: str) -> Iterator[tuple[str, Entry]]:
    names, formal, others = territories(language), formal_names(language), countries_of_language(language, "names")
    for code in formal:
        entry = Entry(country_name(code), EntityType.PLACE, code, Rank.COUNTRY)
        for name in (formal[code], names[code], *others.get(code, ())):
            yield from ((form, entry) for form in name_forms(language, name.replace("\xad", "")))


def _peoples(language: str) -> Iterator[tuple[str, Entry]]:
    for code, words in countries_of_language(language, "people").items():
        entry = Entry(country_name(code), None, code, Rank.PEOPLE)
        for word in words:
            for form in people_forms(language, word):
                yield form, entry
                yield form[0].upper() + form[1:], entry


def _cities(language: str) -> Iterator[tuple[str, Entry]]:
    """The cities after which CLDR names time zones, most capitals among them, and those of the table."""
    zones, zones_in_english, territory_of = _zones(language), _zones("en"), get_global("zone_territories")
    for zone, row in zones.items():
        if zone == _SMALL:
            continue
        code, name = territory_of.get(zone), str(row.get("city", "")).replace("\xad", "")
        if code and name and code in territories():
            shown = str(zones_in_english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " "))
            entry = Entry(shown, EntityType.PLACE, code, Rank.CITY)
            yield from ((form, entry) for form in name_forms(language, name))
    if language in _LATIN:
        for zone, code in territory_of.items():
            if "/" in zone and code in territories() and "city" not in zones.get(zone, {}):
                name = zone.rpartition("/")[2].replace("_", " ")
                yield name, Entry(name, EntityType.PLACE, code, Rank.CITY)
    alike = countries_of_language("latin", "cities") if language in _LATIN else {}
    for code, cities in (*alike.items(), *countries_of_language(language, "cities").items()):
        for city in cities:
            name, _, english = city.partition("=")
            entry = Entry(english or name, EntityType.PLACE, code, Rank.CITY)
            yield from ((form, entry) for form in name_forms(language, name))


def _cities_in_script(language: str) -> Iterator[tuple[str, Entry]]:
    """Cities as the language's script has them, by the alternate names of GeoNames; persons are called by none."""
    for script in _SCRIPTS.get(language, ()):
        for name, code, form in city_forms(script):
            entry = Entry(name, EntityType.PLACE, code, Rank.CITY)
            yield from ((each, entry) for each in name_forms(language, form))


def _home_cities(language: str) -> Iterator[tuple[str, Entry]]:
    """The larger cities of the countries where the language is spoken, as they are called there."""
    homes = _HOMES.get(language, frozenset())
    for name, town in rows() if homes else ():
        entry = lookup(name) if town.code in homes and town.population >= CITY_OF_NOTE else None
        if entry and entry.code == town.code and not entry.weak and name not in _NOUNS:
            yield name, entry


def _bodies(language: str) -> Iterator[tuple[str, Entry]]:
    """What the alias table has under its English name, and what only begins like a country's name."""
    for other in countries_of_language(language, "others").get("", ()):
        yield other, Entry(other, None, None, Rank.NAME)
    for variant, name in names_of_language(language).items():
        entry = Entry(name, entity_type(name) or EntityType.ORGANIZATION, None, Rank.NAME)
        yield from ((form, entry) for form in name_forms(language, variant))


def _known(language: str) -> Iterator[tuple[str, Entry]]:
    """The organizations and persons that the alias table has, which languages of Latin script write alike.

    Left out is what may be a noun there, as German writes it: one short word, or one that the table of nouns has.
    """
    words = words_of(language)
    if words is None or language not in _LATIN:
        return
    for name, known in variants().items():
        kinds = {EntityType.ORGANIZATION, EntityType.PERSON}
        if known.type in kinds and not known.region and (" " in name or len(name) >= _LONG) and name not in words.nouns:
            yield name, Entry(known.name, known.type, None, Rank.NAME)


def _zones(language: str) -> Mapping[str, Mapping[str, object]]:
    try:
        found: Mapping[str, Mapping[str, object]] = Locale.parse(language, sep="-").time_zones
    except (UnknownLocaleError, ValueError):
        return {}
    return found
