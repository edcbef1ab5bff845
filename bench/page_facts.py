"""How many titles and authors that pages show are found? `python -m bench.page_facts ../shared/data`."""

import argparse
import gzip
from pathlib import Path

from corpus.errors import Refused
from corpus.extraction.extract import to_article
from corpus.extraction.metadata.author_names import author_names
from corpus.folding import fold
from corpus.readers.streams.decoding import decode
from corpus.record import ContentKind, Record

_LABELS = Path(__file__).parent / "page_facts.txt"


def main() -> None:
    """Print the share of titles and of authors that are right, and what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of html/")
    folder = parser.parse_args().data / "html"
    rows = [line.split("\t") for line in _LABELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    wrong: dict[str, list[str]] = {"titles": [], "authors": []}
    for name, title, author in rows:
        found = _found(decode(gzip.decompress((folder / f"{name}.html.gz").read_bytes()), html=True))
        if _words(found[0]) != _words(title):
            wrong["titles"].append(f"  {name}: {found[0]!r} instead of {title!r}")
        if {*map(fold, author_names(found[1]))} != {*map(fold, author_names(author))}:
            wrong["authors"].append(f"  {name}: {found[1]!r} instead of {author!r}")
    for kind, faults in wrong.items():
        print(f"{kind}: {1 - len(faults) / len(rows):.3f} of {len(rows)} right", *faults, sep="\n")


def _found(page: str) -> tuple[str, str | None]:
    try:
        article = to_article(Record("page", "page", None, ContentKind.HTML, page))
    except Refused:
        return "", None
    return article.title, article.author


def _words(title: str) -> str:
    return "".join(filter(str.isalnum, fold(title)))


if __name__ == "__main__":
    main()
