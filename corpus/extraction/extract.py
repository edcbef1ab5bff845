"""Extract the article of a record: its text without boilerplate, its title, date, author and language."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.article import Article, Entity, PartialDate
from corpus.errors import Refused, refusing
from corpus.extraction.boilerplate.plain_text import cleaned
from corpus.extraction.metadata.draft import Draft
from corpus.extraction.metadata.file_names import in_file_name
from corpus.extraction.metadata.language import language_of
from corpus.extraction.metadata.metadata_fields import Given, given
from corpus.extraction.metadata.titles import made_title, without_source
from corpus.extraction.text.legible import visible
from corpus.publication_day import begins_after
from corpus.record import ContentKind, Record


@refusing()
def to_article(record: Record, language: str = "en") -> Article:
    """The article of a record; what its fields give wins over what its content tells.

    `language` is meant where the article gives none and its text is too short to tell. Raises `Refused` with the
    reason.
    """
    facts = given(record.fields, record.content if record.kind is ContentKind.TEXT else "")
    draft = _draft(record, facts)
    headline_alone = bool(facts.title) and " ".join(record.content.split()) in {"", facts.title}
    if not draft.text.strip() and not headline_alone:
        raise Refused("nothing is left after cleaning; the text is boilerplate alone")
    entities, remarks = _mentioned(facts.entities, record.content, draft.text)
    source = facts.source or draft.source
    title = without_source(visible(facts.title), source) if facts.title else draft.title
    written = facts.language or language_of(draft.text or title, draft.language, language)
    return Article(
        id=record.id,
        title=title,
        text=draft.text,
        removed=draft.removed,
        source=source,
        url=facts.url or draft.url,
        language=written,
        published=facts.published or _possible(draft.published, facts.captured) or in_file_name(record, title, written),
        entities=entities,
        countries=facts.countries,
        author=facts.author or draft.author,
        captured=facts.captured,
        authors=facts.authors,
        remarks=(*record.remarks, *facts.remarks, *draft.remarks, *remarks),
        settled=facts.settled and entities is not None,
    )


def _possible(published: PartialDate, captured: date | None) -> PartialDate | None:
    """A date that a page states, where it is no later than the page was fetched."""
    late = captured and begins_after(published, captured)
    return None if late or published.year is None else published


def _draft(record: Record, facts: Given) -> Draft:
    if facts.clean and record.kind is ContentKind.TEXT:
        text = visible(record.content)
        return Draft(facts.title or made_title(text), text)
    match record.kind:
        case ContentKind.HTML:
            from corpus.extraction.html.page import extracted  # noqa: PLC0415 - trafilatura is slow to import

            return extracted(record.content, facts.url, record.repeated)
        case ContentKind.MARKDOWN:
            from corpus.extraction.markdown import unmarked  # noqa: PLC0415 - only Markdown needs its parser

            return unmarked(record.content, facts.title)
        case ContentKind.PDF:
            from corpus.readers.documents.pdf import paper  # noqa: PLC0415 - only PDF needs its parser

            read = paper(record.data)
            draft = cleaned(read.text, facts.title or read.title)
            return replace(draft, author=read.author, removed=(*draft.removed, *read.removed))
        case ContentKind.DOCX:
            from corpus.readers.documents.docx import manuscript  # noqa: PLC0415 - only Word documents need it

            written = manuscript(record.data)
            return replace(cleaned(written.text, facts.title or written.title), author=written.author)
        case ContentKind.TEXT:
            return cleaned(record.content, facts.title, record.repeated, facts.language)


def _mentioned(
    entities: Sequence[Entity] | None, content: str, text: str
) -> tuple[Sequence[Entity] | None, tuple[str, ...]]:
    """Given entities with mentions that hold, and what is remarked: those that point into another text are left out."""
    if entities is None or not any(entity.mentions for entity in entities):
        return entities, ()
    beyond = content == text and any(end > len(text) for entity in entities for _, end in entity.mentions)
    if content == text and not beyond:
        return entities, ()
    remark = f"the field entities has a mention beyond the text of {len(text)} characters; mentions left out"
    return tuple(replace(entity, mentions=()) for entity in entities), (remark,) * beyond
