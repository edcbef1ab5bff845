"""Lists of references, and exports of press databases that have no form of their own elsewhere."""

from pathlib import Path

import pytest

from corpus.article import Article
from tests.files import REST, STORY, articles, remarks

ROWS = [("Harbour opens", "2019-03-22"), ("Bridge closes", "2019-03-21")]


def every(form: str) -> str:
    """A form filled for both articles; `D` is the day of March."""
    filled = (form.replace("TITLE", title).replace("DD", day[8:]) for title, day in ROWS)
    return "".join(each.replace("STORY", STORY).replace("REST", REST) for each in filled)


RIS = every("""TY  - NEWS
TI  - TITLE
AU  - Lund, Maria
T2  - Daily Post
PY  - 2019
DA  - 2019/03/DD/
AB  - STORY

REST
ER  -\x20

""")
REFER = every(
    "%0 Newspaper Article\n%T TITLE\n%A Lund, Maria\n%B Daily Post\n%D 2019\n%8 March DD\n%X STORY\n\nREST\n\n"
)
BIBTEX = every("""@article{lundDD,
  title = {{TITLE}}, author = "Lund, Mari{a}", journal = {Daily Post}, year = 2019, month = mar, day = DD,
  abstract = {STORY

REST}
}

""")
DIALOG = every("""1/9/1
DIALOG(R)File 611:Daily Post
(c) 2019 Daily Post. All rts. reserv.

103377
TITLE
Daily Post (DP) - Friday, March DD, 2019
By: Maria Lund, Staff Writer
Edition: FINAL  Section: NEWS  Page: A01

TEXT:
STORY

REST

Copyright (c) 2019

""")
NEWSBANK = every("""TITLE

Daily Post - March DD, 2019
Author: Maria Lund
Section: News
Page: A1

STORY

REST

Record Number: 1903DD01
Copyright (c) 2019 Daily Post

""")
NEWSBANK_BELOW = every("""Daily Post

March DD, 2019

TITLE

Author: Maria Lund
Page: A1

Article Text:
STORY

REST

Copyright 2019 Daily Post
Record Number: 1903DD01

""")
GENIOS = every("""1 von 2

Daily Post vom DD.03.2019, S. 4 / Politik

TITLE

Maria Lund

STORY

REST

Ressort: Politik
Dokumentnummer: DP2019DD

Dauerhafte Adresse des Dokuments:
https://www.wiso.example/document/DP__DD
Alle Rechte vorbehalten: (c) Daily Post

""")
FORMS = {
    "RIS": RIS,
    "EndNote": REFER,
    "BibTeX": BIBTEX,
    "Dialog": DIALOG,
    "Genios": GENIOS,
    "NewsBank": NEWSBANK,
    "NewsBank, title below": NEWSBANK_BELOW,
}


def facts(article: Article) -> tuple[str, str | None, str | None, str | None, str]:
    return article.title, article.published.iso, article.author, article.source, article.text


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_each_reference_and_each_article_of_a_database_is_an_article(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    wanted = [(title, day, "Maria Lund", "Daily Post", f"{STORY}\n\n{REST}") for title, day in ROWS]
    assert [facts(each) for each in articles(tmp_path).values()] == wanted
    assert remarks(tmp_path) == []


@pytest.mark.parametrize(("name", "text"), [("a.ris", RIS), ("a.enw", REFER), ("a.bib", f"% mine\n\n{BIBTEX}")])
def test_lists_of_references_are_read_by_their_endings(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert [each.title for each in articles(tmp_path).values()] == [title for title, _ in ROWS]


def test_an_article_of_trove_is_told_by_its_address(tmp_path: Path) -> None:
    address = "https://trove.nla.gov.au/newspaper/article/18DD"
    listed = every(f"TITLE\nDD Mar 2019 - Daily Post (Oslo : 1890 - 2020) - p4\n{address}\n\nSTORY\nREST\n\n")
    (tmp_path / "a.txt").write_text(listed)
    found = [*articles(tmp_path).values()]
    assert [(each.title, each.published.iso) for each in found] == ROWS
    assert (found[0].source, found[0].url) == ("Daily Post (Oslo : 1890 - 2020)", address.replace("DD", "22"))


def test_latex_is_read_as_the_letters_that_it_stands_for(tmp_path: Path) -> None:
    entry = r"@misc{a, title = {Stra{\ss}e \& Caf\'{e} in \r{A}rhus \# {\"U}bung}, author = {M{\"u}ller, J{\'o}n and "
    (tmp_path / "a.bib").write_text(f"{entry}Bo Ek}}, date = {{2019-03}}, note = {{{STORY}}}}}\n")
    (found,) = articles(tmp_path).values()
    assert (found.title, found.author) == ("Straße & Café in Århus # Übung", "Jón Müller, Bo Ek")
    assert (found.published.iso, found.text) == ("2019-03", STORY)


def test_a_text_that_speaks_of_records_is_one_article(tmp_path: Path) -> None:
    lines = [STORY, "Record Number: the harbour master keeps one for each ship.", REST, "@maria, are you there?"]
    (tmp_path / "a.txt").write_text("Harbour opens\n\n" + "\n\n".join(lines))
    assert len(articles(tmp_path)) == 1


def test_numbers_of_records_without_a_form_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("".join(f"{STORY}\n\n{REST}\n\nRecord Number: 10{n}\n\n" for n in range(3)))
    assert len(articles(tmp_path)) == 1
    assert "Record Number: 100" in remarks(tmp_path)[0].text
