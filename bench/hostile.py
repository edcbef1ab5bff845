"""Is each query answered, or refused, in a second and in little memory? `python -m bench.hostile INDEX` tries 600."""

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from search.searcher import Searcher
from web.app import create_app

_WORDS = ("the", "government", "talks", "a", "oslo", "US", "x" * 300, "日本", "é", "10,000", "re-election")
_PIECES = (*'"()*?-\\\0', "~2", "^9", "AND", "OR", "NOT", "w/5", "pre/3", "title:", "year:", "entity:", "..")
_LONGEST = 20_000
"""Characters of a query: the server takes no longer address."""
_MOST_SECONDS, _MOST_MIB = 1.0, 100


def main() -> None:
    """Print the worst, and what took too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("--queries", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    told, wrong = hostile(chosen.index, chosen.queries, chosen.seed)
    print(told)
    sys.exit(wrong > 0)


def hostile(index: Path, count: int, seed: int) -> tuple[str, int]:
    """Ask that many queries of the page and of the endpoint in turn; what to tell of it, and how many were too much."""
    client = create_app(Searcher(index)).test_client()
    client.get("/?q=talks")  # what is loaded with the first answer is not counted
    worst, wrong, statuses = (0.0, ""), 0, set[int]()
    before = _memory()
    for number, asked in enumerate(queries(count, seed)):
        begun = time.process_time()
        answer = client.get(f"{('/', '/api/search', '/api/suggest')[number % 3]}?{urlencode(asked)}")
        took = time.process_time() - begun
        worst = max(worst, (took, str(asked)[:100]))
        statuses.add(answer.status_code)
        wrong += took > _MOST_SECONDS or answer.status_code == 500
    grown = _memory() - before
    wrong += grown > _MOST_MIB
    told = f"{count} queries, {wrong} of them too much; statuses {sorted(statuses)}; at most {grown:.0f} MiB more"
    return f"{told}; the worst took {worst[0]:.2f} s: {worst[1]}", wrong


def queries(count: int, seed: int) -> Iterator[list[tuple[str, str]]]:
    """Repeated, nested, wild, long and random ones, each kind in turn."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    kinds = (_words, _nested, _phrases, _patterns, _negated, _random)
    for number in range(count):
        q = kinds[number % len(kinds)](chance, chance.choice((3, 30, 500, 4_000)))
        names = chance.choices(("source", "entity", "country", "year", "not_entity"), k=chance.choice((0, 0, 40)))
        yield [
            ("q", q[:_LONGEST]),
            ("page", chance.choice(("1", "9999"))),
            *((name, chance.choice(_WORDS)) for name in names),
        ]


def _words(chance: random.Random, size: int) -> str:
    return " ".join(chance.choices(_WORDS, k=size))


def _nested(chance: random.Random, size: int) -> str:
    return "(" * size + chance.choice(_WORDS) + ")" * size


def _phrases(chance: random.Random, size: int) -> str:
    return " ".join(f'"{_words(chance, chance.choice((2, 40)))}"' for _ in range(size))


def _patterns(chance: random.Random, size: int) -> str:
    ends = ("*", "?*", "~", "~2", "*a*")
    return " ".join(chance.choice("abcdestw") + chance.choice(ends) for _ in range(size))


def _negated(chance: random.Random, size: int) -> str:
    return " OR ".join(f"NOT {word}" for word in chance.choices(_WORDS, k=size))


def _random(chance: random.Random, size: int) -> str:
    return "".join(chance.choices((*_WORDS, *_PIECES, " "), k=size))


def _memory() -> float:
    """The most memory that this process ever had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
