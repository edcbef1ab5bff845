"""How an article is cited."""

from corpus.article import Article, Basis, PartialDate
from index.document import Document
from tests.newsroom import AMMAN, INTERPRETERS, WASHINGTON
from web.citation import bibtex, plain, ris

HOSTILE = Document(
    Article("x}", "50% {of} \\it\n all\r\nER  - & more", "", author="A_B", url="https://a.example/x}y", source="S#1"),
    (),
    (),
    PartialDate(2019, basis=Basis.INFERRED),
)


def test_in_plain_words_with_an_inferred_date_in_brackets() -> None:
    assert plain(AMMAN) == "Kerry leaves for Amman to forge a coalition. dawn.example, 8 September 2014."
    assert plain(WASHINGTON) == (
        "Washington works to keep its coalition together. herald.example, [9 April 2019]. https://herald.example/washington"
    )
    assert plain(INTERPRETERS) == "What is owed to interpreters. undated."


def test_for_bibtex() -> None:
    assert bibtex(AMMAN) == (
        "@article{kerryleaves2014,\n"
        "  title = {{Kerry leaves for Amman to forge a coalition}},\n"
        "  journal = {dawn.example},\n"
        "  year = {2014},\n  month = {9},\n  day = {8},\n}\n"
    )
    hostile = bibtex(HOSTILE)
    assert r"  title = {{50\% \{of\} \textbackslash{}it all ER - \& more}}," in hostile
    assert r"  author = {{A\_B}}," in hostile
    assert "  url = {https://a.example/x%7Dy}," in hostile
    assert "  note = {The date is inferred" in hostile
    assert hostile.count("{") == hostile.count("}")


def test_for_reference_managers() -> None:
    assert ris(AMMAN).split("\r\n") == [
        "TY  - NEWS",
        "TI  - Kerry leaves for Amman to forge a coalition",
        "T2  - dawn.example",
        "PY  - 2014",
        "DA  - 2014/09/08/",
        "LA  - en",
        "ER  - ",
        "",
    ]
    assert ris(HOSTILE).count("\r\nER  - ") == 1
