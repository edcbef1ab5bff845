"""Score entities and countries against the development data's gold, and time annotation.

python -m bench.annotation [--data FOLDER] [--scorer FILE]

Annotates the articles of both gold sets from their bare texts, in one process, as `dateline annotate` does, has the
scorer compare, measures the articles in other languages (`bench/languages.py`), and writes the tables into
`bench/annotation.md` between its two marks.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from bench import languages
from cli.annotation import annotation
from corpus.article import Article
from corpus.document import Document
from corpus.enrichment.annotation import annotate, annotate_all
from corpus.errors import DatelineError
from index.ingest.annotating import annotated

REPORT = Path(__file__).parent / "annotation.md"
_MARKED = re.compile(r"(<!-- figures -->\n).*(<!-- end -->)", re.DOTALL)
_AT_ONCE = 32
_TOKEN = re.compile(r"\w+|[^\w\s]")
_SPANS = {
    "span": "typed spans",
    "span worldwide_newswire": "— worldwide newswire",
    "span wikigold": "— WikiGold",
    "span re3d": "— re3d",
    "span:person": "— persons",
    "span:organization": "— organizations",
    "span:place": "— places",
    "span untyped": "spans, any type",
    "doc": "names of a document",
    "doc worldwide_newswire": "— worldwide newswire",
}
_COUNTRIES = {"micro": "all", "micro reuters21578": "Reuters", "micro LGL": "LGL", "micro TR-News": "TR-News"}


def main() -> None:
    """Measure, and write down what was measured."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--scorer", type=Path, default=Path("../shared/eval/score_facets.py"))
    given = options.parse_args()
    loading = _seconds(lambda: annotate(Article("first", "", "Iraq")))
    entities = score("entities", given.data, given.scorer)
    countries = score("countries", given.data, given.scorer)
    tables = [*_table("entities", _SPANS, entities), "", *_table("countries", _COUNTRIES, countries), ""]
    of_document, first = countries["macro over documents F"], countries["most mentioned is right (answered)"]
    tables += [
        f"Countries, mean F1 of a document: {of_document:.3f}; the most mentioned one is right: {first:.3f}.",
        "",
        *languages.table(),
        "",
        f"Speed, one core: {speed(given.data):,.0f} tokens a second; ready after {loading:.2f} s.",
        "",
    ]
    REPORT.write_text(_MARKED.sub(rf"\1{chr(10).join(tables)}\2", REPORT.read_text(encoding="utf-8")), encoding="utf-8")
    print("\n".join(tables))


def score(kind: str, data: Path, scorer: Path) -> Mapping[str, Mapping[str, float]]:
    """What the scorer says of one gold set's articles."""
    gold = data / f"{kind}.jsonl.gz"
    with tempfile.TemporaryDirectory() as scratch:
        bare, found = Path(scratch, "bare.jsonl"), Path(scratch, "found.jsonl")
        _write(bare, ({"id": record["id"], "text": record["text"]} for record in _records(gold)))
        _write(found, (annotation(each) for each in annotated([bare], "en") if isinstance(each, Document)))
        command = [sys.executable, *map(str, (scorer, kind, gold, found)), "--json"]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scores: Mapping[str, Mapping[str, float]] = json.loads(printed)
    return scores


def speed(data: Path) -> float:
    """Tokens (words and signs) annotated a second as a run annotates them, by the processor's time."""
    articles = [Article(str(record["id"]), "", str(record["text"])) for record in _records(data / "entities.jsonl.gz")]
    begin = time.process_time()
    for first in range(0, len(articles), _AT_ONCE):
        some = articles[first : first + _AT_ONCE]
        annotate_all(some, None, [None] * len(some))
    spent = time.process_time() - begin
    return sum(len(_TOKEN.findall(article.text)) for article in articles) / spent


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _table(name: str, rows: Mapping[str, str], scores: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield f"| {name} | precision | recall | F1 |\n| --- | ---: | ---: | ---: |"
    for key, label in rows.items():
        yield "| {} | {} |".format(label, " | ".join(f"{scores[key][part]:.3f}" for part in "PRF"))


def _records(path: Path) -> Iterator[Mapping[str, object]]:
    if not path.exists():
        raise DatelineError(f"there is no {path}; name the folder of the development data with --data")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _write(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


if __name__ == "__main__":
    main()
