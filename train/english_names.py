"""`make tables`: derive the table of English names of countries and languages that ships from CLDR, as Babel has it."""

from pathlib import Path

from babel import Locale

from corpus.english_names import LANGUAGES, TERRITORIES
from train.tables import write_table, written

SHIPPED = Path(__file__).parent.parent / "corpus" / "data" / "english_names.tsv"


def derived() -> str:
    """The table: the kind, the code and the name of each in a line."""
    english = Locale("en")
    named = ((TERRITORIES, english.territories), (LANGUAGES, english.languages))
    rows = [(kind, str(code), str(name)) for kind, names in named for code, name in names.items()]
    return written((("kind", "code", "name"), rows))


if __name__ == "__main__":
    write_table(derived, SHIPPED, __doc__)
