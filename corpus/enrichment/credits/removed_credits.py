"""Find who made an article among the lines that cleaning took from it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.article import Author, AuthorRole
from corpus.enrichment.credits.byline_parts import looks
from corpus.enrichment.credits.bylines import dated_byline
from corpus.enrichment.credits.copyrights import COPYRIGHT, owner_of
from corpus.enrichment.credits.credit_lines import credits_in
from corpus.enrichment.credits.credit_names import Credit, looks_like_a_person
from corpus.enrichment.credits.phrased_credits import LONGEST_LINE, SENTENCE_END, by_phrases, is_listed
from corpus.enrichment.credits.picture_credits import picture_credit
from corpus.enrichment.credits.uncased_credits import uncased_credits
from corpus.late_pattern import late

_OF_THIS_STORY = late(
    r"\W*(?:To contact (?:the )?(?:reporter|editor|author|writer)s?\b|(?:Reporting|Writing|Editing|Edited|Written) by"
    r"|责任编辑|責任編輯|责编)"
)


_TAKEN = late(r"\b(?:by|von|par|por|di|av|af|door)\b|/|, ?[A-Z]{2,4}\W*$")
"""A word for `by` or an agency, without which a line may be a headline: `Photos: Ann Lund`."""


def of_removed(lines: Sequence[str], stated: Sequence[str] = ()) -> Iterator[Credit]:
    """The credits among lines that went for what else they say: `To contact the reporter on this story: …`.

    Where an article has persons `stated` as its authors, a byline with a day that names none of them is of a comment.
    Where several lines name somebody in one role, they are of the stories that a page points to.
    """
    short = [line for line in lines if len(line) <= LONGEST_LINE]
    read = [_of_line(line) for line in short if _OF_THIS_STORY.match(line)]
    read += [[Credit((0, 0), found)] for line in short if (found := _whole(line, frozenset(stated)))]
    told = Counter(role for found in read for role in {author.role for each in found for author in each.authors})
    for each in (each for found in read for each in found):
        yield each._replace(authors=tuple(author for author in each.authors if told[author.role] == 1))


def _whole(line: str, stated: frozenset[str]) -> tuple[Author, ...]:
    """Those whom a line names that is a byline beside a day, a copyright of a picture, or says who took one."""
    if _OF_THIS_STORY.match(line):
        return ()
    if COPYRIGHT.fullmatch(line):
        return tuple(owner_of(line))
    if any(map(str.isdigit, line)):
        found = dated_byline(line)
        others = any(map(looks_like_a_person, stated)) and stated.isdisjoint(author.name for author in found)
        return () if others else found
    *caption, tail = SENTENCE_END.split(line)
    beside = picture_credit(line, last=False) if caption else None
    found = credits_in(tail, lambda _: False) if _TAKEN.search(tail) else ()
    found = found or (beside[1] if beside else ())
    taken = all(author.role is AuthorRole.PHOTOGRAPHER and looks(author.name) for author in found)
    return found if taken else ()


def _of_line(line: str) -> Sequence[Credit]:
    phrased = by_phrases(line if is_listed(line) else SENTENCE_END.split(line)[0])
    return [*phrased, *uncased_credits(f"-\n{line}")]
