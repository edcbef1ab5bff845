"""Find the credits at the end of captions that put strokes between an agency and a name: `/ AFP PHOTO / ANN LUND`."""

from collections.abc import Iterator, Sequence

from corpus.article import Author, AuthorRole
from corpus.enrichment.credits.credit_names import CAPITAL, CREDIT_NAME, Credit, may_be_a_person
from corpus.enrichment.credits.credit_words import glue, role_word
from corpus.late_pattern import late

_STROKE = late(r"\s*[/|]\s*|\s+(?:via|for)\s+")
_BEGINS = late(r".*(?:[.!?\"”»][)\]]?\s+|[(\[]|• |© ?|: ?)")
"""What a credit stands behind that has no stroke before it: a sentence, or a bracket."""
_PICTURE_BODY = late(
    rf"(?:{CAPITAL}[\w.&'-]*(?: (?:{CAPITAL}[\w.&'-]*|of|de|del|the|and|en)){{0,3}} )?"
    r"(?:Images|Photos?|Pictures|Press|News|Post|Times|Agency)|[Pp]icture[ -][Aa]lliance"
)
"""What has photographers of its own, or sells pictures: `Example News`."""
_OWNED = late(rf"(?<=[.!?\"”»)] )© ?({CREDIT_NAME})\)?\.?(?=\n|\Z)")
"""Whose picture a caption says it is: `Boats in the harbour. © Ann Lund`."""
_WORDS = late(r"[\s-]+")
_NAME = late(CREDIT_NAME)
_SENTENCE_ENDS = tuple('.!?)"”»')
_LONGEST = 160


def picture_credits(text: str) -> Iterator[Credit]:
    """The credits of pictures with which lines of a text end, with their photographers.

    One of the parts names an agency or a paper. Where one is a person, a stroke stands before the first, or a part says
    that this is a picture, or a caption goes before and the text goes on: else the line may be who signs the article.
    """
    for owned in _OWNED.finditer(text) if "©" in text else ():
        if may_be_a_person(owned[1]):
            yield Credit(owned.span(), (Author(owned[1], AuthorRole.PHOTOGRAPHER),))
    if "/" not in text and "|" not in text:
        return
    start, size = 0, len(text.rstrip())
    for line in text.split("\n"):
        if ("/" in line or "|" in line) and (found := picture_credit(line, last=start + len(line) >= size)):
            begin, authors = found
            yield Credit((start + begin, start + len(line)), authors)
        start += len(line) + 1


def picture_credit(line: str, *, last: bool) -> tuple[int, tuple[Author, ...]] | None:
    """Where the credit begins with which a line ends, and whom it names."""
    begin, parts = _chain(line.rstrip(" .)]"))
    names = [part for part in parts if not _is_source(part)]
    if not any(_PICTURE_BODY.fullmatch(part) or any(map(_is_agency, _WORDS.split(part))) for part in parts):
        return None
    led, before = line[begin : begin + 1] in {"/", "|"}, line[:begin].rstrip()
    if not names:
        stands = led and before.endswith(_SENTENCE_ENDS)
    else:
        stands = led or _tells_of_a_picture(parts) or (not last and before != "" and line[begin - 1] in {" ", "(", "["})
    authors = (Author(name.title() if name.isupper() else name, AuthorRole.PHOTOGRAPHER) for name in names)
    return (begin, tuple(authors)) if stands else None


def _tells_of_a_picture(parts: Sequence[str]) -> bool:
    return any(role_word(word) is AuthorRole.PHOTOGRAPHER for part in parts for word in _WORDS.split(part))


def _chain(line: str) -> tuple[int, Sequence[str]]:
    """Where the last parts of a line begin that are agencies or names, with the stroke before them; and these parts."""
    near = max(0, len(line) - _LONGEST)
    strokes = [(near, near), *(stroke.span() for stroke in _STROKE.finditer(line, near))]
    begin, end, parts = len(line), len(line), list[str]()
    for stroke, start in reversed(strokes):
        part = line[start:end]
        if _is_source(part) or _is_name(part):
            begin, end = stroke, stroke
            parts.insert(0, part)
            continue
        if (before := _BEGINS.match(part)) and (_is_source(tail := part[before.end() :]) or _is_name(tail)):
            begin = start + before.end()
            parts.insert(0, tail)
        break
    return begin + len(line[begin:]) - len(line[begin:].lstrip()), parts


def _is_source(part: str) -> bool:
    """Whether a part is an agency, or says that this is a picture: `AFP PHOTO`, `Getty Images`, `POOL`."""
    if _PICTURE_BODY.fullmatch(part):
        return True
    words = _WORDS.split(part.casefold())
    beside = glue("pictures")
    return all(word in beside or _is_agency(word) or role_word(word) is AuthorRole.PHOTOGRAPHER for word in words)


def _is_agency(word: str) -> bool:
    return word.casefold() in glue("agencies")


def _is_name(part: str) -> bool:
    agency = any(map(_is_agency, _WORDS.split(part)))
    return not agency and _NAME.fullmatch(part) is not None and may_be_a_person(part.title())
