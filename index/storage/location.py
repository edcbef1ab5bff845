"""Where an index lives: a directory with a commit, its segments and a small description beside them.

The description says which format the files have, the language of the analysis, and the paths that the index was built
from. Nothing in the directory is code, or run as such.
"""

import json
import secrets
import shutil
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.errors import DatelineError
from corpus.readers.streams.part import LARGEST_ARTICLE
from corpus.time_limit import ARTICLE_SECONDS
from index.arrays.array_file import Damaged
from index.storage.commit import IndexCommit
from index.storage.commit_file import Commit, read_commit
from index.storage.durable_storage import BESIDE, write_durably
from index.storage.files import DESCRIPTION, KEPT, MADE, path_of
from index.storage.os_errors import obstacle

FORMAT = 9
_SEGMENTS = ("MAIN_", "_MAIN_", "MAIN.tmp")
"""How the names of the files of segments and of Whoosh's tables begin."""


class NoIndex(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """There is no index at the location, or none that this version reads."""


@dataclass(frozen=True, slots=True)
class Description:
    """What an index says of itself. `identity` changes whenever it is created anew.

    `largest_article` is in bytes, `article_seconds` are those of a processor, `fields` the user's names and ours.
    """

    identity: str
    language: str = "en"
    roots: tuple[str, ...] = ()
    format: int = FORMAT
    largest_article: int = LARGEST_ARTICLE
    article_seconds: float = ARTICLE_SECONDS
    fields: tuple[tuple[str, str], ...] = ()


def exists(location: Path) -> bool:
    """Whether there is an index at a location, readable or not."""
    return (location / DESCRIPTION).exists()


def check_place(location: Path) -> None:
    """Raise `NoIndex` where something else stands in the place of an index."""
    if exists(location) or not location.exists():
        return
    if not location.is_dir() or not all(_ours(path.name) for path in location.iterdir()):
        raise NoIndex(f"{location} holds other files and no index; name an empty or a new folder with --index")


def describe(location: Path) -> Description:
    """Read the description of the index at a location. Raises `NoIndex`, with what to do."""
    try:
        stored = _checked(json.loads((location / DESCRIPTION).read_text(encoding="utf-8")))
        description = Description(
            stored["identity"],
            stored["language"],
            tuple(stored["roots"]),
            stored["format"],
            int(stored.get("largest_article", LARGEST_ARTICLE)),
            float(stored.get("article_seconds", ARTICLE_SECONDS)),
            tuple((str(name), str(ours)) for name, ours in stored.get("fields", ())),
        )
    except FileNotFoundError as fault:
        raise NoIndex(f"there is no index at {location}; build one with: dateline index FOLDER") from fault
    except OSError as fault:
        raise NoIndex(obstacle(fault, location) or f"the index at {location} cannot be read ({fault})") from fault
    except (ValueError, LookupError, TypeError) as fault:
        raise NoIndex(f"the index at {location} cannot be read ({fault}); {_mend()}") from fault
    if description.format != FORMAT:
        raise NoIndex(f"the index at {location} has format {description.format}, this is format {FORMAT}; {_mend()}")
    return description


def create(location: Path, language: str) -> Description:
    """Make an empty index in a folder, under its lock.

    What another index left there is removed; a folder of anything else is refused with `NoIndex`.
    """
    check_place(location)
    clear(location)
    IndexCommit.create(location, language)
    description = Description(secrets.token_hex(8), language)
    save(location, description)
    return description


def clear(location: Path) -> None:
    """Remove every file of an index that can be made anew. What is not ours stays."""
    for path in location.iterdir():
        if path.is_dir() and path.name.startswith(_SEGMENTS):
            shutil.rmtree(path)
        elif path.name not in KEPT and _ours(path.name):
            path.unlink()


def save(location: Path, description: Description) -> None:
    """Store the description as a whole."""
    told = asdict(description)
    told["checksum"] = _checksum(json.loads(json.dumps(told)))
    content, path = json.dumps(told, indent=1).encode() + b"\n", location / DESCRIPTION
    if not (path.exists() and path.read_bytes() == content):  # flushing it to the disk takes longer
        write_durably(path, content)


def _checksum(told: Mapping[str, Any]) -> str:
    return f"{zlib.crc32(json.dumps(told, sort_keys=True).encode()):08x}"


def _checked(stored: dict[str, Any]) -> dict[str, Any]:
    """A stored description, which is as it was written if it is of this format."""
    told = {name: value for name, value in stored.items() if name != "checksum"}
    if stored["format"] == FORMAT and stored.get("checksum") != _checksum(told):
        raise ValueError(f"{DESCRIPTION} is not as it was written")
    return told


def identity(location: Path) -> str:
    """What tells the index at a location from any other; cheap enough to ask for at each request. Raises `NoIndex`."""
    try:
        file = path_of(location, DESCRIPTION).stat()
    except OSError:
        return describe(location).identity  # which says what is the matter
    return _identity(location, file.st_ino, file.st_mtime_ns, file.st_size)


@lru_cache(maxsize=64)
def _identity(location: Path, *_file: int) -> str:
    return describe(location).identity


def damage(location: Path, fault: Damaged) -> str:
    """What to tell of an index in which a damaged file was met."""
    return f"the index at {location} is damaged: {fault}; {_mend()}"


def no_index(location: Path, fault: Damaged) -> NoIndex:
    """The same as an error, to be raised where the file was met."""
    return NoIndex(damage(location, fault))


@contextmanager
def damage_told(location: Path) -> Iterator[None]:
    """Turn whatever is raised over damaged files, anything at all, into `NoIndex`.

    What the machine refuses (permissions, too many open files) is no damage, and told as what it is.
    """
    try:
        yield
    except Damaged as fault:
        raise no_index(location, fault) from fault
    except DatelineError:
        raise
    except Exception as fault:  # numbers that nothing fits raise what they like
        told = obstacle(fault, location) if isinstance(fault, OSError) else None
        raise NoIndex(told or f"the index at {location} is damaged ({fault!r}); {_mend()}") from fault


def open_commit(location: Path) -> Commit:
    """What the last commit names. Raises `NoIndex` where it is damaged."""
    with damage_told(location):
        return read_commit(location)


def _mend() -> str:
    return "build it anew with: dateline index --rebuild PATH"


def _ours(name: str) -> bool:
    return name.removesuffix(BESIDE) in MADE | KEPT or name.startswith(_SEGMENTS)
