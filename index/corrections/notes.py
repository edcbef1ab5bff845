"""What a user notes of articles: tags, by which they are found again, and a text.

The file `notes.toml` in the folder of the index has a table for each article, named by its id:

    ["wire/doha.txt"]
    tags = ["to read", "front page"]
    note = "Compare with the agency's report."
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.folding import exact_key
from index.corrections.toml_file import TomlFile, stamp_of
from index.storage.files import NOTES_FILE, path_of

_MEND = 'write tags = ["one", "another"] or note = "…" under the id of an article, such as ["wire/doha.txt"]'


@dataclass(frozen=True, slots=True)
class Note:
    """What is noted of one article."""

    tags: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """What is noted, by the ids of articles, whether these are in the index or not."""

    of: Mapping[str, Note] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    """What in the file could not be understood, each with its line; it does not count."""

    def __getitem__(self, article_id: str) -> Note:
        return self.of.get(article_id, _NOTHING)


_NOTHING = Note()


def load(location: Path) -> Notes:
    """The notes of the index at a location, as far as their file can be understood."""
    return read(location / NOTES_FILE)


def read(path: Path) -> Notes:
    """The notes that a file has, as far as it can be understood; none where it is not there."""
    try:
        return parsed(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Notes()
    except (OSError, ValueError) as fault:
        said = getattr(fault, "strerror", None) or fault  # a page shows it: no path
        return Notes(faults=(f"the file cannot be read ({said}); mend it or move it away",))


def parsed(text: str) -> Notes:
    """What the text of the file says."""
    file = TomlFile.read(text, _MEND)
    found = dict(_notes(file))
    return Notes(found, tuple(map(str, sorted(file.faults, key=lambda fault: fault.line or 0))))


def stamp(location: Path) -> str:
    """What changes whenever the file of the index at a location does; nothing where there is none."""
    return stamp_of(path_of(location, NOTES_FILE))


def _notes(file: TomlFile) -> Iterator[tuple[str, Note]]:
    for article_id, told in file.tables.items():
        if not isinstance(told, dict):
            file.blame(f'{article_id} is no table; write ["{article_id}"] on a line of its own', article_id)
            continue
        for name in told.keys() - {"tags", "note"}:
            file.blame(f"there is no {name}; write tags or note", article_id, name)
        yield article_id, Note(_tags(file, article_id, told.get("tags", [])), _text(file, article_id, told))


def _tags(file: TomlFile, article_id: str, tags: object) -> tuple[str, ...]:
    if isinstance(tags, list) and all(isinstance(each, str) and each.strip() for each in tags):
        found: dict[str, str] = {}
        for each in tags:
            found.setdefault(exact_key(each), " ".join(each.split()))
        return tuple(found.values())
    file.blame(f'tags is {tags!r}, and no list of words; write ["one", "another"]', article_id, "tags")
    return ()


def _text(file: TomlFile, article_id: str, told: Mapping[str, object]) -> str:
    text = told.get("note", "")
    if isinstance(text, str):
        return text.strip()
    file.blame(f'note is {text!r}, and no text; write it in quotes: note = "…"', article_id, "note")
    return ""
