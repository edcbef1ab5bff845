"""What the content of a record says of its article, before the fields given with it are laid over."""

from dataclasses import dataclass

from corpus.article import UNDATED, PartialDate


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its content tells it. `text` holds paragraphs, `removed` the lines that were taken away."""

    title: str
    text: str
    removed: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    language: str | None = None
    published: PartialDate = UNDATED
    author: str | None = None
    remarks: tuple[str, ...] = ()
