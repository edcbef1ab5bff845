"""`make tables`: derive the keys of known names that ship with the package from the tables of aliases and from CLDR."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from corpus.article import EntityType
from corpus.enrichment.aliases.aliases import transliterated_persons, variants
from corpus.enrichment.aliases.name_keys import MARKS, REGION, CanonicalName, NameKeys
from corpus.enrichment.aliases.spelling import comparable, sounds
from corpus.folding import name_key
from train.tables import write_table

SHIPPED = Path(__file__).parent.parent / "corpus" / "enrichment" / "aliases" / "data" / "name_keys.tsv"
_HEADING = "marks\tkey\tname\ttype"


def derived() -> NameKeys:
    """The keys of all names; one that several names have is that of the first."""
    persons = {name: CanonicalName(name, EntityType.PERSON) for name in transliterated_persons()}
    surnames: dict[str, CanonicalName] = {}
    for name, others in transliterated_persons().items():
        surnames |= dict.fromkeys((sounds(other) for other in others if " " not in other), persons[name])
    return NameKeys(
        folded=_first(name_key, variants()),
        comparable=_first(comparable, variants()),
        sound={sounds(name): known for name, known in persons.items()},
        surname=surnames,
    )


def written(keys: NameKeys) -> str:
    """The table as tab-separated lines: marks and key, and the name and its type where they are not those before."""
    lines = [_HEADING]
    before: CanonicalName | None = None
    for marks, key, known in _rows(keys):
        type_ = REGION if known.region else known.type.value
        columns = [marks, key] if known == before else [marks, key, known.name, type_]
        if any("\t" in column or len(column.splitlines()) != 1 for column in columns):
            raise ValueError(f"{known.name} holds a tab or a line break: such a table cannot be written with tabs")
        lines.append("\t".join(columns))
        before = known
    return "\n".join(lines) + "\n"


def _first(key: Callable[[str], str], names: Mapping[str, CanonicalName]) -> dict[str, CanonicalName]:
    found: dict[str, CanonicalName] = {}
    for name, known in names.items():
        found.setdefault(key(name), known)
    return found


def _rows(keys: NameKeys) -> Iterator[tuple[str, str, CanonicalName]]:
    """Each key with its marks: once where the first two kinds know it as the same, which keeps the table small."""
    folded, comparable_, sound, surname = MARKS
    for key, known in keys.folded.items():
        yield folded + comparable_ * (keys.comparable.get(key) == known), key, known
    rest = {key: known for key, known in keys.comparable.items() if keys.folded.get(key) != known}
    for mark, found in ((comparable_, rest), (sound, keys.sound), (surname, keys.surname)):
        for key, known in found.items():
            yield mark, key, known


if __name__ == "__main__":
    write_table(lambda: written(derived()), SHIPPED, __doc__)
