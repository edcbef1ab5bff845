"""An export that is indexed again has the same names and countries."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Entity, EntityType
from corpus.enrichment.aliases.aliases import canonical, canonical_as
from corpus.enrichment.annotation import annotate

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE


def again(article: Article) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """What is derived from an article, and what becomes of it when the article's export is read."""
    first = annotate(article)
    exported = Article(article.id, article.title, article.text, entities=first.entities, countries=first.countries)
    second = annotate(exported)
    assert second.countries == first.countries
    return first.entities, second.entities


def test_a_city_is_not_the_office_of_the_same_letters() -> None:
    first, second = again(Article("a", "", "Troops left Gao in Mali. People in Gao waited."))
    assert first == second
    assert ("Gao", PLACE) in {(entity.name, entity.type) for entity in second}


def test_a_town_with_an_article_of_its_own_is_one_name() -> None:
    for town in ("The Woodlands", "The Dalles", "The Hague"):
        first, second = again(Article("a", "", f"Workers in {town} waited. Officials in {town} spoke."))
        assert first == second


def test_a_surname_of_two_persons_stays_apart_from_both() -> None:
    for text in (
        "George W. Bush met George H.W. Bush. Bush spoke. Angela Merkel left. Nato waits.",
        "John A. Quimby, a cook, met John B. Quimby. Quimby left.",
    ):
        first, second = again(Article("a", "", text))
        assert first == second


def test_a_given_name_folds_to_another_one_of_its_type() -> None:
    given = [Entity("ISIS", ORGANIZATION), Entity("Gao", PLACE), Entity("Merkel", PERSON)]
    names = [entity.name for entity in annotate(Article("a", "", "Text.", entities=given)).entities]
    assert names == ["Islamic State", "Gao", "Angela Merkel"]


WORDS = """Weedlock Barr Quimby QRX Al El al-Quimbar The U.S. US United Nations J. W. Jr Jr. Sr Group of Army & and -
Inc Inc. INC Corp CORPORATION Co CO Company COMPANY Ltd LTD. AG SA S.A. LLC plc Limited Oyj , ’s""".split()  # noqa: SIM905


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), st.sampled_from(EntityType))
def test_a_name_that_is_shown_is_its_own_name(name: str, kind: EntityType) -> None:
    for written in (name, name.upper(), name.replace(" ,", ",")):
        assert canonical(canonical(written)) == canonical(written)
        shown = canonical_as(written, kind)
        assert canonical_as(shown, kind) == shown


def test_what_a_company_is_by_law_goes_in_capitals_too() -> None:
    assert {canonical(name) for name in ("WEEDLOCK & CO", "WEEDLOCK INC.", "WEEDLOCK CORPORATION")} == {"WEEDLOCK"}
    assert canonical("WEEDLOCK COSTA") == "WEEDLOCK COSTA"
