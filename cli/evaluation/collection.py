"""A collection of articles, queries and judgements, as BEIR keeps them in a folder.

`corpus.jsonl` (`_id`, `title`, `text`), `queries.jsonl` (`_id`, `text`) and `qrels/test.tsv` (query, article, grade).
Thakur et al.: BEIR, a heterogeneous benchmark for zero-shot evaluation of information retrieval models (NeurIPS 2021).
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from corpus.errors import DatelineError

Judgements = Mapping[str, Mapping[str, int]]
"""Of each query its articles, each with its grade: above zero it is relevant."""

_FIELDS = 3


class BadCollection(DatelineError):  # noqa: N818 - it reads as a sentence where it is raised
    """A collection or run that cannot be used: the message names the file, the line and the mend."""


class Record(NamedTuple):
    """One article of a collection."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder in BEIR's form; of its queries those that have a relevant article."""

    folder: Path
    queries: Mapping[str, str]
    judgements: Judgements

    @property
    def articles_file(self) -> Path:
        """The file that has the articles."""
        return self.folder / "corpus.jsonl"

    def articles(self) -> Iterator[Record]:
        """The articles, one after the other. Raises `BadCollection`."""
        path = self.articles_file
        met: set[str] = set()
        for number, record in _records(path):
            each = Record(*(_text(record, name, path, number) for name in ("_id", "title", "text")))
            if each.id in met:
                raise BadCollection(f"{path}:{number}: the article {each.id!r} comes twice; leave one out")
            met.add(each.id)
            yield each


def collection(folder: Path) -> Collection:
    """Read the queries and judgements of a folder. Raises `BadCollection`."""
    path, judged = folder / "queries.jsonl", folder / "qrels" / "test.tsv"
    texts = {
        _text(record, "_id", path, number): _text(record, "text", path, number) for number, record in _records(path)
    }
    judgements = _judgements(judged)
    told = {query: grades for query, grades in judgements.items() if any(grade > 0 for grade in grades.values())}
    if not told:
        raise BadCollection(f"{judged} judges no article relevant; write lines of query, article and grade")
    unknown = next((query for query in told if query not in texts), None)
    if unknown is not None:
        raise BadCollection(f"{judged} judges the query {unknown!r}, which is not in {path}; add it there")
    return Collection(folder, {query: texts[query] for query in told}, told)


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file that are not empty, with their numbers. Raises `BadCollection`."""
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line.rstrip("\n")
    except FileNotFoundError as fault:
        raise BadCollection(f"{path} is not there; name a folder in BEIR's form, or a file") from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise BadCollection(f"{path} cannot be read as text in UTF-8 ({fault})") from fault


def _records(path: Path) -> Iterator[tuple[int, dict[str, object]]]:
    for number, line in lines(path):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as fault:
            raise BadCollection(f"{path}:{number}: this is no JSON ({fault}); write an object a line") from fault
        if not isinstance(record, dict):
            raise BadCollection(f"{path}:{number}: this is no object; write an object a line")
        yield number, record


def _text(record: dict[str, object], name: str, path: Path, number: int) -> str:
    value = record.get(name, "" if name == "title" else None)
    if name == "_id" and isinstance(value, int):
        value = str(value)
    if not isinstance(value, str) or (name == "_id" and not value):
        raise BadCollection(f"{path}:{number}: {name} is {value!r}; write a text")
    return value.encode("utf-8", "replace").decode()


def _judgements(path: Path) -> dict[str, dict[str, int]]:
    judged: dict[str, dict[str, int]] = {}
    for number, line in lines(path):
        fields = line.split("\t")
        if fields[0] == "query-id":
            continue
        try:
            query, article, grade = fields[:_FIELDS]
            judged.setdefault(query, {})[article] = int(float(grade))
        except (ValueError, OverflowError) as fault:
            raise BadCollection(
                f"{path}:{number}: {line[:60]!r} is no judgement; write query, article and grade, parted by tabs"
            ) from fault
    return judged
