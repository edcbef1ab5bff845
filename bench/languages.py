"""How right are names and countries in other languages than English? On the articles of `bench/gold/languages.txt`."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article, EntityType
from corpus.enrichment.annotation import annotate

GOLD = Path(__file__).parent / "gold" / "languages.txt"
_TYPES = {"p": EntityType.PERSON, "o": EntityType.ORGANIZATION, "l": EntityType.PLACE}
_TOGETHER = ("all", "held out")
_HELD_OUT = " held-out"
_MARKED = re.compile(r"\[([pol]) ([^\]]+)\]")
Mention = tuple[int, int, EntityType]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with what it names, and the countries that it is about; `held_out` from whoever wrote the rules."""

    article: Article
    mentions: frozenset[Mention]
    countries: frozenset[str]
    held_out: bool


def gold() -> Iterator[GoldArticle]:
    """The articles of the gold."""
    for number, block in enumerate(GOLD.read_text(encoding="utf-8").split("\n== ")[1:]):
        head, marked = block.strip().split("\n", 1)
        language, *countries = head.removesuffix(_HELD_OUT).split()
        text, mentions = _plain(re.sub(r"\n\n#[^\n]*$", "", marked))
        article = Article(f"{language}-{number}", "", text, language=language)
        yield GoldArticle(article, mentions, frozenset(countries), head.endswith(_HELD_OUT))


def scores() -> Mapping[str, tuple[float, float]]:
    """F1 of typed mentions and of countries, by language, and of all together."""
    names: dict[str, Counter[str]] = {}
    countries: dict[str, Counter[str]] = {}
    for each in gold():
        found = annotate(each.article)
        mentions = {(begin, end, entity.type) for entity in found.entities for begin, end in entity.mentions}
        part = "held out" if each.held_out else each.article.language
        for language in (part, *([] if each.held_out else ["all"])):
            names.setdefault(language, Counter()).update(_counted(mentions, each.mentions))
            codes = {country.code for country in found.countries}
            countries.setdefault(language, Counter()).update(_counted(codes, each.countries))
    return {language: (_f1(names[language]), _f1(countries[language])) for language in names}


def table() -> Iterator[str]:
    """The scores as a table."""
    yield "| language | names: typed mentions, F1 | countries, F1 |\n| --- | ---: | ---: |"
    for language, (names, countries) in scores().items():
        if language not in _TOGETHER:
            yield f"| {language} | {names:.3f} | {countries:.3f} |"
    for part in _TOGETHER:
        yield "| {} | {:.3f} | {:.3f} |".format(part, *scores()[part])


def _plain(marked: str) -> tuple[str, frozenset[Mention]]:
    text, mentions, at = "", set[Mention](), 0
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        mentions.add((len(text), len(text) + len(found[2]), _TYPES[found[1]]))
        text, at = text + found[2], found.end()
    return text + marked[at:], frozenset(mentions)


def _counted(found: set[Mention] | set[str], wanted: frozenset[Mention] | frozenset[str]) -> dict[str, int]:
    right = len(set(found) & set(wanted))
    return {"right": right, "found": len(found), "wanted": len(wanted)}


def _f1(counts: Counter[str]) -> float:
    return 2 * counts["right"] / max(counts["found"] + counts["wanted"], 1)


if __name__ == "__main__":
    print("\n".join(table()))
