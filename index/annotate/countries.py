"""First countries: placeholder matching."""
import re
from functools import lru_cache
from corpus.article import Article, Country
from index.countries import names_of, people_of, territories

@lru_cache(maxsize=1)
def _pattern():
    t = {}
    for c in territories():
        for n in (*names_of(c), *people_of(c)):
            t.setdefault(n, c)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(t, key=len, reverse=True))) + r")(?!\w)"), t

def countries_in(article: Article) -> tuple[Country, ...]:
    pattern, codes = _pattern()
    counts = {}
    for m in pattern.finditer(article.title + "\n" + article.text):
        counts[codes[m[0]]] = counts.get(codes[m[0]], 0) + 1
    return tuple(Country(c, n) for c, n in sorted(counts.items(), key=lambda i: -i[1]))
