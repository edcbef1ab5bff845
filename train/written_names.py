"""`make tables`: derive the table of all names of each known name from the tables of aliases and from CLDR."""

from corpus.enrichment.aliases.aliases import variants
from corpus.folding import exact_key, name_key
from train.alias_tables import SHIPPED as _KEYS
from train.alias_tables import derived as _keys
from train.tables import write_table

SHIPPED = _KEYS.with_name("written_names.tsv")
_HEADING = "key\tnames"


def derived() -> str:
    """The table as tab-separated lines: the key of a canonical name, and all names that fold to it."""
    folded = _keys().folded
    found: dict[str, list[str]] = {}
    for name in variants():
        found.setdefault(exact_key(folded[name_key(name)].name), []).append(name)
    rows = [[key, *names] for key, names in found.items()]
    if any("\t" in column or len(column.splitlines()) != 1 for row in rows for column in row):
        raise ValueError("a name holds a tab or a line break: such a table cannot be written with tabs")
    return "\n".join([_HEADING, *map("\t".join, rows)]) + "\n"


if __name__ == "__main__":
    write_table(derived, SHIPPED, __doc__)
