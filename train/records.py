"""Read annotated articles as training examples: tokens with a label each."""

import gzip
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.enrichment.tagging.tagger import KINDS
from corpus.enrichment.tagging.tokens import Tokens

FIRST_SET = "entities_train.jsonl.gz"
SECOND_SET = "entities_worldwide_train.jsonl.gz"
SOURCES = frozenset({"wikigold", "re3d"})
"""What is taken of the first set: running text that follows the conventions of news (see the model card)."""

_LETTERS = {kind.value: letter for letter, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class Record:
    """An annotated article: start, end and letter of each name in its text; whether it is of the first set."""

    text: str
    names: Sequence[tuple[int, int, str]]
    first_set: bool = False


def records(folder: Path, *, worldwide: bool = True) -> Iterator[Record]:
    """The articles of both sets, or of the first alone."""
    for name in (SECOND_SET, FIRST_SET) if worldwide else (FIRST_SET,):
        for fields in rows(folder / name):
            if name == SECOND_SET or str(fields["source"]).replace("/", " ").split()[0] in SOURCES:
                yield Record(fields["text"], list(map(_name, fields["entities"])), name == FIRST_SET)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a compressed file of JSON lines; ends the program where it is missing."""
    if not path.is_file():
        sys.exit(f"{path} is missing; train/README.md says where its articles are published and which form they take")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _name(fields: Mapping[str, object]) -> tuple[int, int, str]:
    return int(str(fields["start"])), int(str(fields["end"])), _LETTERS[str(fields["type"])]


def labels(tokens: Tokens, names: Sequence[tuple[int, int, str]]) -> list[str]:
    """The label of each token. A name that ends within a token takes the whole of it."""
    found = ["O"] * len(tokens.words)
    for start, end, letter in names:
        inside = [at for at in range(len(found)) if tokens.ends[at] > start and tokens.starts[at] < end]
        for at in inside:
            found[at] = f"I-{letter}"
        if inside:
            found[inside[0]] = f"B-{letter}"
            found[inside[-1]] = f"{'L' if len(inside) > 1 else 'U'}-{letter}"
    return found
