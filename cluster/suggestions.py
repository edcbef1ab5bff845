"""What a user of a cluster may have meant, or may be about to type: see `search.suggest`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cluster.counting import Counter
from cluster.facet_pages import TooMany, beginning
from cluster.reader import Reader, Understood
from cluster.translate import Query, Translator
from corpus.folding import fold
from index.analysis.tokenizer import split_pieces
from search.facets.value_prefixes import meant
from search.scoring.parameters import WEIGHTS
from search.suggest.completion import LOOKED_AT, MOST, MOST_WORDS, Completion, CompletionKind, put_together
from search.suggest.correction import suggestion
from search.types.deadline import SearchTimeout
from search.types.request import Facet, Match, SearchRequest

_EVERY: Query = {"match_all": {}}
_MOST_NAMED = 10_000
"""Values of which a word begins as what was typed does, that are looked through."""


def suggested(request: SearchRequest, found: Understood, reader: Reader, total: int) -> str | None:
    """What was probably meant, if there is time left to try it."""
    tried: dict[str, tuple[int, int]] = {}

    def trial(q: str) -> tuple[int, int]:
        if q not in tried:
            asked = replace(request, q=q, match=Match.ALL, cursor=None, page=1)
            if asked == replace(request, cursor=None, page=1):
                tried[q] = (0, total) if found.relaxed else (total, 0)
            else:
                tried[q] = _tried(asked, Reader(reader.archive, reader.deadline))
        return tried[q]

    try:
        return reader.lexicon.settled(lambda: suggestion(request.q, reader.lexicon, trial))
    except SearchTimeout:
        return None


def _tried(asked: SearchRequest, reader: Reader) -> tuple[int, int]:
    found = reader.answer(asked)
    count = reader.total(found)
    return (0, count) if found.relaxed else (count, 0)


def completions(typed: str, reader: Reader, most: int = MOST) -> list[Completion]:
    """Completions of what was typed, each with the number of articles that its search finds, which is never 0."""

    def values(facet: Facet, kind: CompletionKind, start: str) -> Iterable[Completion]:
        return _values(facet, kind, start, reader, most)

    return put_together(
        typed, values, lambda begun: _words(begun, reader), lambda whole: _count(_query(whole, reader), reader)
    )


def _values(facet: Facet, kind: CompletionKind, start: str, reader: Reader, most: int) -> Iterator[Completion]:
    """Values of a facet, what is wholly another name of one first, then the most frequent."""
    aliases, counter = reader.archive.aliases, Counter(reader)
    wholly = [aliases.key(each) if facet is Facet.ENTITY else each for each in meant(facet, start, wholly=True)]
    try:
        keys = beginning(facet, start, reader, _MOST_NAMED)
    except TooMany:  # a letter: too many names begin so to be worth anything
        keys = wholly
    totals = counter.totals(facet, list(dict.fromkeys([*wholly, *keys])), _EVERY)
    there = sorted((key for key in keys if totals.get(key)), key=lambda key: (-totals[key], key.encode()))
    chosen = list(dict.fromkeys([*(key for key in wholly if totals.get(key)), *there[:most]]))[:most]
    shown = counter.shown(facet, chosen)
    for key in chosen:
        value, of_type = shown.get(key, (key, ""))
        yield Completion(kind, facet.field.label(value), value, totals[key], of_type or None)


def _words(typed: str, reader: Reader) -> list[Completion]:
    """Completions of the last word, of each term in its most frequent form; the most frequent first."""
    pieces = split_pieces(typed)
    if len(pieces) < 2 or pieces[-1]:  # noqa: PLR2004 - nothing but signs, or a word that is at its end
        return []
    before, begun = "".join(pieces[:-2]), pieces[-2]
    texts = [before + form for form in _beside(before, fold(begun), reader)[:MOST_WORDS]]
    counts = reader.asking.count([_query(text, reader) for text in texts]) if texts else []
    found = [Completion(CompletionKind.WORD, text, text, count) for text, count in zip(texts, counts, strict=True)]
    return sorted(filter(lambda each: each.count, found), key=lambda each: -each.count)


def _beside(before: str, begun: str, reader: Reader) -> list[str]:
    """Words that begin so and stand in articles that match what is typed before them, the most frequent first."""
    context = _query(before, reader) if any(map(str.isalnum, before)) else _EVERY
    lexicon = reader.lexicon
    forms = lexicon.settled(lambda: list(lexicon.forms_like(f"{begun}*")))[:LOOKED_AT]
    met, terms = set(lexicon.languages.terms(begun)), list[tuple[str, str]]()
    for form in forms:
        new = set(lexicon.languages.terms(form)) - met
        met |= new
        terms += [(form, term) for term in new]
    queries = [{"term": {field: term}} for _, term in terms for field in WEIGHTS]
    counts = reader.asking.count(queries, context) if queries else []
    counted: dict[str, int] = {}
    for place, (form, _) in enumerate(terms):
        own = counts[place * len(WEIGHTS) : (place + 1) * len(WEIGHTS)]
        counted[form] = counted.get(form, 0) + sum(own)
    return sorted(filter(counted.__getitem__, counted), key=lambda form: -counted[form])


def _query(q: str, reader: Reader) -> Query:
    tree = reader.question(q).all_words
    return reader.lexicon.settled(lambda: Translator(reader.lexicon).query(tree))


def _count(query: Query, reader: Reader) -> int:
    return reader.asking.count([query])[0]
