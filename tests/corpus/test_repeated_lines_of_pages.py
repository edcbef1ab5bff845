"""Lines that the web pages of a publication repeat, within the body too, are page furniture."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from corpus.document import Document
from index.ingest.annotating import annotated
from index.ingest.pipeline import refresh
from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.corpus.test_repeated_lines import story
from tests.files import warc
from tests.index.test_indexing import age

ONCE = "Our Morning Update letter has the stories of the day, on weekdays before seven."
BETWEEN = "Advertisement: the story goes on below."
LETTER = "Get Dawn Watch, the newsletter with the stories of the harbour, on weekdays before seven in the morning."
LABEL = "Story text"
BACKGROUND = (
    "The town has been without a mayor since the last one left it in the spring of the year before, "
    "when the lock was closed."
)
FURNITURE = {BETWEEN, LETTER, LABEL, ONCE}


def page(number: int, host: str = "post.example", extra: str = "") -> str:
    """A page with furniture amid its text, which says its address."""
    title, first, second, third = story(number)
    again = f"The mason, who is {number + 30} years old, was heard by the council for the first time on that day."
    body = [LABEL, first, BETWEEN, extra, ONCE, second, LETTER, BETWEEN, third, LABEL, again]
    paragraphs = "".join(f"<p>{part}</p>" for part in body if part)
    return (
        f'<html lang="en"><head><title>{title}</title><link rel="canonical" href="https://{host}/{number}"></head>'
        f"<body><nav><a>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


def texts(paths: Iterable[Path]) -> dict[str, str]:
    return {each.article.id: each.article.text for each in annotated([*paths], "en") if isinstance(each, Document)}


def lines(text: str) -> set[str]:
    return {*text.split("\n\n")}


def in_folder(folder: Path, pages: list[str]) -> Path:
    for number, each in enumerate(pages):
        (folder / f"{number}.html").write_text(each, encoding="utf-8")
    return folder


def in_lines(folder: Path, pages: list[str]) -> Path:
    path = folder / "pages.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "html": each}) + "\n" for n, each in enumerate(pages)))
    return path


def in_web_archive(folder: Path, pages: list[str]) -> Path:
    path = folder / "pages.warc.gz"
    found = ((f"https://post.example/{n}", "200 OK", "text/html; charset=utf-8", each) for n, each in enumerate(pages))
    path.write_bytes(warc(*((address, status, kind, each.encode()) for address, status, kind, each in found)))
    return path


@pytest.mark.parametrize("kept", [in_folder, in_lines, in_web_archive])
def test_what_pages_have_amid_their_text_goes_however_they_are_kept(
    tmp_path: Path, kept: Callable[[Path, list[str]], Path]
) -> None:
    found = texts([kept(tmp_path, [page(number, extra=BACKGROUND) for number in range(14)])])
    assert len(found) == 14
    for text in found.values():
        assert not lines(text) & FURNITURE
        assert BACKGROUND in lines(text), "a long sentence that a page has once may be what all articles tell"
        assert len(lines(text)) == 5


def test_each_host_of_a_folder_is_a_publication_of_its_own(tmp_path: Path) -> None:
    others = [page(number, f"paper-{number}.example").replace(BETWEEN, "") for number in range(20, 40)]
    found = texts([in_folder(tmp_path, [*map(page, range(12)), *others])])
    assert [number for number in range(32) if lines(found[f"{number}.html"]) & FURNITURE] == [*range(12, 32)]


def test_nine_pages_tell_nothing(tmp_path: Path) -> None:
    assert all(BETWEEN in text for text in texts([in_folder(tmp_path, [*map(page, range(9))])]).values())


def test_an_index_of_pages_does_not_depend_on_how_they_came(tmp_path: Path) -> None:
    folder, steps, whole = tmp_path / "pages", tmp_path / "steps", tmp_path / "whole"
    folder.mkdir()

    def add(numbers: Iterable[int]) -> None:
        for number in numbers:
            (folder / f"{number}.html").write_text(page(number), encoding="utf-8")
            age(folder / f"{number}.html")

    def indexed(index: Path) -> dict[str, str]:
        return {each.article.id: each.article.text for each in Searcher(index).matches(SearchRequest())}

    add(range(6))
    refresh(steps, [folder])
    assert BETWEEN in indexed(steps)["3.html"], "six pages tell nothing yet"
    add(range(6, 36))
    assert refresh(steps).indexed == 36, "those that were indexed before are read again"
    add(range(36, 40))
    third = refresh(steps)
    assert (third.indexed, third.unchanged) == (4, 36)
    refresh(whole, [folder])
    assert indexed(steps) == indexed(whole)
    assert not any(lines(text) & FURNITURE for text in indexed(whole).values())
