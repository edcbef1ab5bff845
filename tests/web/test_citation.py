"""How an article is cited."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Basis, PartialDate
from corpus.document import Document
from tests.newsroom import AMMAN, INTERPRETERS, WASHINGTON
from web.formatting.citation import bibtex, plain, ris

HOSTILE = Document(
    Article("x}", "50% {of} \\it\n all\r\nER  - & more", "", author="A_B", url="https://a.example/x}y", source="S#1"),
    (),
    (),
    PartialDate(2019, basis=Basis.INFERRED),
)


def test_in_plain_words_with_an_inferred_date_in_brackets() -> None:
    assert plain(AMMAN) == "Kerry leaves for Amman to forge a coalition. dawn.example, 8 September 2014."
    assert plain(WASHINGTON) == (
        "Washington works to keep its coalition together. herald.example, [9 April 2019, inferred]. https://herald.example/washington"
    )
    assert plain(INTERPRETERS) == "What is owed to interpreters. Undated."


HERE = "http://archive.example/articles/a"


def test_for_bibtex() -> None:
    assert bibtex(AMMAN, HERE) == (
        "@article{kerryleaves2014,\n"
        "  title = {{Kerry leaves for Amman to forge a coalition}},\n"
        "  journal = {dawn.example},\n"
        "  year = {2014},\n  month = {9},\n  day = {8},\n"
        "  url = {http://archive.example/articles/a},\n  note = {Dateline id: wire/amman.txt},\n}\n"
    )
    hostile = bibtex(HOSTILE, HERE)
    assert r"  title = {{50\% \{of\} \textbackslash{}it all ER - \& more}}," in hostile
    assert r"  author = {{A\_B}}," in hostile
    assert "  url = {https://a.example/x%7Dy}," in hostile
    assert "  note = {The date is inferred" in hostile
    bare = re.sub(r"\\[{}]", "", hostile)
    assert bare.count("{") == bare.count("}")


def test_for_reference_managers() -> None:
    assert ris(AMMAN, HERE).split("\r\n") == [
        "TY  - NEWS",
        "TI  - Kerry leaves for Amman to forge a coalition",
        "T2  - dawn.example",
        "PY  - 2014",
        "DA  - 2014/09/08/",
        "ID  - wire/amman.txt",
        "UR  - http://archive.example/articles/a",
        "LA  - en",
        "ER  - ",
        "",
    ]
    assert ris(HOSTILE, HERE).count("\r\nER  - ") == 1


def article(text: str, **given: str) -> Document:
    return Document(Article(given.pop("id", "a"), text, "", **given), (), (), PartialDate())  # type: ignore[arg-type]


MEANT = {
    r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^",
    r"\{": "{", r"\}": "}", r"\$": "$", r"\&": "&", r"\#": "#", r"\%": "%", r"\_": "_",
}  # fmt: skip
WRITTEN = re.compile("|".join(map(re.escape, MEANT)))


def fields_of(entry: str) -> dict[str, str]:
    """Read an entry by the rules: a type and a key, then a field a line, its value in braces that are balanced."""
    found = re.fullmatch(r"@(article|misc)\{[a-z0-9]+,\n((?:  [a-z]+ = \{.*\},\n)*)\}\n", entry)
    assert found, entry
    fields = dict(re.findall(r"^  ([a-z]+) = \{(.*)\},$", found[2], re.MULTILINE))
    for name, value in fields.items():
        bare = re.sub(r"\\[{}]", "", value)
        depth = [bare[:at].count("{") - bare[:at].count("}") for at in range(len(bare) + 1)]
        assert min(depth) == depth[-1] == 0, value
        if name != "url":
            assert not re.search(r"[$&#%_^~]", WRITTEN.sub("", value)), value
    return fields


@given(st.text(), st.text(), st.text())
def test_any_article_can_be_read_back_from_bibtex(title: str, author: str, source: str) -> None:
    fields = fields_of(bibtex(article(title, author=author, source=source), HERE))
    told = {name: WRITTEN.sub(lambda match: MEANT[match[0]], value) for name, value in fields.items()}
    assert told["title"] == f"{{{line(title or 'a')}}}"
    assert told.get("author", "{}") == f"{{{line(author)}}}"
    assert told.get("journal", "") == line(source)


def line(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", text).split())


@given(st.text(), st.text(), st.text())
def test_any_article_is_one_record_for_reference_managers(title: str, author: str, url: str) -> None:
    lines = ris(article(title, author=author, url=url), HERE).split("\r\n")
    assert lines.pop() == ""
    tags = [line[:6] for line in lines]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - ", tag) for tag in tags)
    assert (tags[0], tags[-1]) == ("TY  - ", "ER  - ")
    assert tags.count("TY  - ") == tags.count("ER  - ") == 1
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "".join(lines))


@pytest.mark.parametrize(
    ("date", "line"),
    [(PartialDate(2019, 4, 9), "2019/04/09/"), (PartialDate(2019, 4), "2019/04//"), (PartialDate(2019), "2019///")],
)
def test_a_date_for_reference_managers_has_its_three_slashes(date: PartialDate, line: str) -> None:
    assert f"\r\nDA  - {line}\r\n" in ris(Document(Article("a", "A", ""), (), (), date), HERE)


def test_a_title_in_another_script_and_none_at_all_have_a_key() -> None:
    assert bibtex(article("平和への道"), HERE).startswith("@misc{article,\n  title = {{平和への道}},\n")
    assert bibtex(article("", id="Wire/a b.txt"), HERE).startswith("@misc{wirea,\n  title = {{Wire/a b.txt}},\n")
    assert bibtex(article("Élection à Genève"), HERE).startswith("@misc{electiona,\n")
