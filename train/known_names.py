"""`make tables`: derive the known names that ship, from the tables of places, countries, aliases and words."""

from collections.abc import Mapping
from pathlib import Path

from corpus.article import EntityType
from corpus.enrichment.aliases.aliases import variants
from corpus.enrichment.aliases.country_names import country_table, names_of, official_names_of, people_of, territories
from corpus.enrichment.aliases.name_keys import CanonicalName
from corpus.enrichment.gazetteer.gazetteer import CITY_OF_NOTE, WEAK, Entry, Rank
from corpus.enrichment.gazetteer.geonames import table
from corpus.enrichment.gazetteer.towns import plain, rows
from corpus.enrichment.gazetteer.word_lists import lexicon
from train.tables import write_table
from train.tables import written as written_table

SHIPPED = Path(__file__).parent.parent / "corpus" / "enrichment" / "gazetteer" / "data" / "known_names.tsv"
_MUCH = 10
"""How many times larger a city must be than its namesakes in other countries to be meant beyond doubt."""
_TRANSLITERATED = frozenset("āēīōūĀĪŪ‘")


def derived() -> dict[str, Entry]:
    """All known names, but for those in capitals."""
    entries = _cities() | _countries()
    for name, known in variants().items():
        if known.type is EntityType.PERSON and name.partition(" ")[0] in lexicon().roles:
            continue  # a title is no part of a name in a text, though users may look for `Pope Francis`
        there = entries.get(name) or entries.get(known.name)
        same = there and not known.region and (known.type is EntityType.PLACE or there.rank is not Rank.CITY)
        entries[name] = there._replace(name=known.name, type=known.type) if there and same else _named(known)
    for word in sorted(lexicon().adjectives):
        entries.setdefault(word, Entry(word, None, None, Rank.NAME))
    return entries


def written(entries: Mapping[str, Entry]) -> str:
    """The table as tab-separated lines; a label is empty where it is the name itself."""
    rows = [
        (
            name,
            "" if entry.name == name else entry.name,
            entry.type.value if entry.type else "",
            entry.code or "",
            f"{entry.rank.value}{WEAK if entry.weak else ''}",
            " ".join(entry.rivals),
        )
        for name, entry in entries.items()
    ]
    return written_table((("name", "label", "type", "code", "rank", "rivals"), rows))


def _named(known: CanonicalName) -> Entry:
    return Entry(known.name, known.type, None, Rank.NAME)


def _countries() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    place, names = EntityType.PLACE, territories()
    for code in names:
        entries |= dict.fromkeys(official_names_of(code), Entry(names[code], place, code, Rank.COUNTRY))
    for (state,) in table("us_states"):
        entries[state] = Entry(state, place, "US", Rank.PART)
    for code, row in country_table().items():
        entries |= {name: Entry(name, place, code, Rank.PART) for name in row["places"]}
        entries |= {name: Entry(name, place, code, Rank.SEAT) for name in row["seats"]}
    for code in names:
        entries |= {word: Entry(word, None, code, Rank.PEOPLE) for word in people_of(code)}
        entries |= dict.fromkeys(names_of(code), Entry(names[code], place, code, Rank.COUNTRY))
    return entries


def _cities() -> dict[str, Entry]:
    """City names, the largest city of each name; capitals whatever their size."""
    capitals = {(name, code) for name, code in table("capitals")}
    words = lexicon()
    weak = words.weak_places | words.stop | words.given_names | words.topics | words.roles
    entries: dict[str, Entry] = {}
    sizes: dict[str, dict[str, int]] = {}
    for name, (code, population, _) in sorted(rows(), key=lambda row: row[1][1]):
        capital = (name, code) in capitals
        namesakes = sizes.get(name)
        if namesakes is None:
            sizes[name] = {code: population}
        else:
            namesakes[code] = population
        if population < CITY_OF_NOTE and " " not in name and not capital:
            continue
        rivals = () if namesakes is None else _rivals(code, population, namesakes)
        without_accents = plain(name)
        doubtful = without_accents in weak and not capital
        label = name if name.isascii() or _TRANSLITERATED.isdisjoint(name) else without_accents
        entries[name] = Entry(label, EntityType.PLACE, code, Rank.CITY, doubtful, rivals)
    return {plain(name): entry for name, entry in entries.items() if not name.isascii()} | entries


def _rivals(code: str, population: int, namesakes: Mapping[str, int]) -> tuple[str, ...]:
    """The other countries that have a city of a name which is not much smaller."""
    return tuple(rival for rival, size in namesakes.items() if rival != code and size * _MUCH > population)


if __name__ == "__main__":
    write_table(lambda: written(derived()), SHIPPED, __doc__)
