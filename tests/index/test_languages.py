"""Articles in many languages: each stemmed by its own, found by what is typed, in any of its forms."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import Document
from index.ingest.pipeline import refresh
from search.searcher import Searcher
from search.types.request import SearchRequest
from tests.archive import archive, document


def written(article_id: str, language: str, text: str, title: str = "") -> Document:
    made = document(article_id, text, title=title)
    return replace(made, article=replace(made.article, language=language))


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return archive(
        tmp_path_factory.mktemp("languages"),
        written(
            "en", "en", "The U.S. withdrew from the talks; Bashar al-Assad said O'Brien didn't stop the cease-fire."
        ),
        written("de", "de", "Die Verhandlungen in der Straße von Hormus dauern an.", "Größe der Schiffe"),
        written("fr", "fr", "Les négociations entre les gouvernements européens continuent."),
        written("ru", "ru", "Президент приехал в Москву на переговоры."),
        written("ar", "ar", "قال الرئيس إنّ المُفاوضات مستمرة في القاهرة، ووصل أحمد إلى المدرسة. الســـلام"),
        written("uk", "uk", "Переговори тривають у Києві."),
        written("zh", "zh", "中国外交部发言人表示，双方将继续谈判。"),
        written("ja", "ja", "東京で首脳会談が行われた。"),
        written("th", "th", "นายกรัฐมนตรีเดินทางไปกรุงเทพมหานครเพื่อประชุม"),
        written("ko", "ko", "대통령은 서울에서 회담을 가졌다."),
    )


@pytest.mark.parametrize(
    ("article_id", "typed"),
    [
        (
            "en",
            [
                "U.S.",
                "US",
                "u.s. talks",
                "al-Assad",
                "al Assad",
                "Al‑Assad",
                "O’Brien",
                "o'brien",
                "didn’t",
                "cease fire",
            ],
        ),
        (
            "en",
            [
                "„Bashar al-Assad“",
                "«Bashar al-Assad»",
                "“Bashar",
                '"Assad said"~3',
                "talk stops",
                "nowhere OR withdrew",
            ],
        ),
        (
            "de",
            ["Straße", "strasse", "STRASSE", "Größe", "grosse", "Verhandlung", "verhandlungen", '"Straße von Hormus"'],
        ),
        ("fr", ["négociation", "negociations", "gouvernement", "européenne", '"negociation entre"']),
        ("ru", ["Москва", "москву", "переговорах", "президента", '"в Москве"']),
        ("ar", ["المفاوضات", "مفاوضات", "القاهره", "احمد", "أحمد", "الى المدرسه", "السلام"]),
        ("uk", ["Києві", "КИЄВІ тривають"]),
        ("zh", ["中国", "谈判", '"外交部"', "外交部 谈判"]),
        ("ja", ["東京", "首脳会談"]),
        ("th", ["กรุงเทพ", "ประชุม", "นายกรัฐมนตรี"]),
        ("ko", ["대통령", "서울", "회담을"]),
    ],
)
def test_a_text_is_found_as_it_is_typed(searcher: Searcher, article_id: str, typed: list[str]) -> None:
    for each in typed:
        result = searcher.search(SearchRequest(q=each))
        assert [hit.document.article.id for hit in result.hits] == [article_id], each
        assert not result.relaxed, each


def test_what_only_lengthens_words_is_a_word_where_it_stands_alone(tmp_path: Path) -> None:
    line = "\u0640" * 20
    location = archive(tmp_path, document("a", f"Cairo\n\n{line}\n\nThe harbour \u0640 \ufcf2 of Cairo opened."))
    assert [hit.document.article.id for hit in location.search(SearchRequest(q="harbour")).hits] == ["a"]
    assert location.search(SearchRequest(q=line)).total == 1
    for typed in ("\u0640", "\ufcf2 " * 500, f"title:{line}", f'"{line} {line}"'):
        location.search(SearchRequest(q=typed))


def test_signs_in_another_order_are_another_word(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest(q="国中")).total == 0


def test_matches_are_marked_by_the_language_of_the_article(searcher: Searcher) -> None:
    [hit] = searcher.search(SearchRequest(q="Verhandlung Schiff")).hits
    [snippet] = hit.snippets
    assert [snippet.text[start:end] for start, end in snippet.highlights] == ["Verhandlungen"]
    assert [hit.title.text[start:end] for start, end in hit.title.highlights] == ["Schiffe"]


def test_a_pattern_stands_for_words_of_every_language(searcher: Searcher) -> None:
    assert [hit.document.article.id for hit in searcher.search(SearchRequest(q="verhandlung*")).hits] == ["de"]
    assert {hit.document.article.id for hit in searcher.search(SearchRequest(q="перегов*")).hits} == {"ru", "uk"}


def test_the_language_is_found_out_at_reading(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    german = (
        "Die Regierungen haben sich auf neue Verhandlungen geeinigt. Der Minister sagte, dass die Gespräche dauern."
    )
    (folder / "de.txt").write_text(f"Neue Gespräche\n\n{german}\n", encoding="utf-8")
    (folder / "en.txt").write_text("Talks go on\n\nThe ministers said that the talks would go on in spring.\n")
    refresh(tmp_path / "index", [folder])
    searcher = Searcher(tmp_path / "index")
    found = {typed: searcher.search(SearchRequest(q=typed)) for typed in ("Regierung", "Verhandlung", "minister")}
    assert {typed: [hit.document.article.id for hit in result.hits] for typed, result in found.items()} == {
        "Regierung": ["de.txt"],
        "Verhandlung": ["de.txt"],
        "minister": ["de.txt", "en.txt"],
    }
