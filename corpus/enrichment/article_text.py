"""An article's title and text as names are looked for in them, and who made the article by what they say."""

from corpus.article import Article, Author
from corpus.enrichment.credits.credits import credits_of
from corpus.enrichment.credits.stated_authors import with_stated
from corpus.enrichment.gazetteer.capitalized_runs import level
from corpus.enrichment.names.publisher import publication
from corpus.enrichment.names.text_noise import without_noise


def plain_text(article: Article) -> str:
    """Title and text as names are looked for in them."""
    return without_noise(level(f"{own_title(article)}\n\n{article.text}", publication(article)))


def authors_of(article: Article) -> tuple[Author, ...]:
    """Those who made an article, by its author line and by the credits in its text."""
    return with_stated(article, credits_of(plain_text(article), article.removed, article.author).authors)


def own_title(article: Article) -> str:
    """The title, unless it is the beginning of the text, which would count twice."""
    begins = article.title.rstrip("…")
    repeated = article.text.startswith(begins) and not article.text.startswith("\n", len(begins))
    return "" if repeated else article.title
