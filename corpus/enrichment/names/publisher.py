"""Find the publication that an article is from: its name is not what the article is about."""

import re

from corpus.article import Article
from corpus.enrichment.aliases.aliases import entity_type

_TAIL = re.compile(r"[a-z].* [-–—|] ((?:[A-Z][\w.&']*)(?: [A-Z][\w.&']*){1,4})$")


def publication(article: Article) -> str | None:
    """The name of more than one word that the article's source has, or that stands behind its title."""
    if article.source and " " in article.source.strip():
        return article.source
    tail = _TAIL.search(article.title)
    return tail[1] if tail and entity_type(tail[1]) is None else None
