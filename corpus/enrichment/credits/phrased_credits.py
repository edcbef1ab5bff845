"""Find the credits of a text by the phrases of `data/credits.toml`: brackets, lines of their own, ends of lines."""

import re
from collections.abc import Iterator, Sequence

from corpus.article import Author, AuthorRole
from corpus.enrichment.credits.contacts import CONTACT_LABEL
from corpus.enrichment.credits.copyrights import COPYRIGHT, owner_of
from corpus.enrichment.credits.credit_names import ADDRESS, CAPITAL, CREDIT_NAME, LETTER, Credit, persons
from corpus.enrichment.credits.credit_phrases import credited, opening, without_phrases
from corpus.enrichment.credits.credit_words import small_words
from corpus.enrichment.credits.picture_credits import picture_credit
from corpus.enrichment.credits.signatures import signs
from corpus.late_pattern import late

LONGEST_LINE = 300
_LONGEST_SIGNATURE = 60
_NEAR = 8
_MOST_WORDS = 40
_MOST_CASELESS = 4
"""Words for each phrase, of a script without capitals: in it any sentence looks like a list of names."""
_WORDS = late(rf"[^\W\d_](?:{LETTER}|['.-])*")
_WORDS_OF_A_BYLINE = range(2, 15)
_BRACKETS = late(r"\((?:[^()\n]|\n(?!\n)|\([^()\n]*\)){3,600}(?:\)|\Z)")
_LOOSE_BRACKETS = late(r"\([^()\n]{3,80}\n\n[^()]{3,900}\)")
"""Brackets in which names stand on lines of their own, as links do: `(Reporting by`, `Ann Lund`, `in Lima)`."""
_GOES_ON = late(r"[ \n]?(?:[,;]|[a-zà-ÿа-я])")
"""Behind the brackets of a remark within a sentence."""
SENTENCE_END = late(r"[.!?)\"”»]\s+")
_QUOTES = "\"”»“’'"
_BYLINE = late(r"(?:By|BY|Von|Par|Por|Di|Door|Av|Af|Автор):?\s+")
_DATELINE = late(rf"{CAPITAL}[\w .,'/-]{{1,50}}\([A-Z][\w. ]{{1,20}}\) ?[-–—]+ ?(?=By )")
"""What may stand before a byline in its line: `LIMA, March 3 (Example Wire) - By Ann Lund`."""
_CONTRIBUTED_ALONE = late(r" contributed\.?$")
_SMALL_BYLINE = late(r"(?:by|par|por|di|av|af) (?=[^\W\d_])")
_LONGEST_SMALL_BYLINE = 40
_RUN_IN_BYLINE = late(
    rf"(?:By|BY) ((?:{CAPITAL}[\w.'-]+,? (?:(?:and|de|van|von) )?){{2,8}}?)"
    r"(?=[A-Z]{3}[A-Z ,./]{0,40}(?:,[^\n(]{0,30})?\([A-Z])"
)
_LED_BYLINE = late(
    rf"{CAPITAL}[\w .,'/-]{{1,50}}? ?[-–—]{{1,2}} (?P<byline>By {CREDIT_NAME}(?:(?:, | and ){CREDIT_NAME})*"
    r"(?:, [A-Z][\w ]{2,40}?)?) ?[-–—]{1,2} "
)
"""A byline between a dateline and the story: `LIMA, Peru — By Ann Lund, Staff Reporter — Prices fell`."""
_CONTRIBUTED_ELSEWHERE = late(
    rf"{CREDIT_NAME}[^.\n]{{0,80}}? (?:colabor(?:ó|aron|ou|aram) (?:en|con|para|com)"
    r"|contribu(?:yó|yeron|iu|íram) (?:a|con|para|com)|(?:a|ont)(?: également)? contribué à"
    r"|ha(?:nno)? (?:collaborato|contribuito) (?:a|al)|(?:heeft|hebben) bijgedragen aan|werkten? mee aan"
    r"|(?:hat|haben) (?:an|zu)|har bidra(?:git till|get til|tt til))"
    r" (?:est[ea]|cet(?:te)?|ce|quest[oa]|dit|deze|diese[mr]|denn[ae]|dett[ae])"
    r" (?:nota|informe|reportaje|artículo|noticia|reportagem|matéria|artigo|article|reportage|enquête|dépêche|articolo"
    r"|servizio|artikeln?|bericht|verhaal|Bericht|Artikel|Text|Beitrag|artikkelen|saken)\b[^.\n]{0,40}\.?"
)
_CONTRIBUTED = late(
    r" (?:also )?contributed (?:reporting\b"
    r"|to (?:this|the) (?:report|story|article)(?! (?:by|that|which|on|of|about)\b))"
    r"[^.\n]{0,80}\.?\W*$"
)
_WORD = rf"{CAPITAL}[\w./&']{{1,20}}"
_SIGNED = late(
    rf"(?<=[.!?\"”»]) ?(?:[—–-]{{1,2}} ?{_WORD}(?: (?:{_WORD}|of|de|van|von|and)){{0,4}}"
    rf"|\((?:(?:[Ww]ith|[Mm]it|[Aa]vec|[Cc]on|[Cc]om) )?(?:{CAPITAL}[\w./&', -]{{1,40}}|dpa|epd|sda)\))\s*$"
)
_PICTURED = late(
    r"\b(?:REUTERS|AP Photo|AFP|EPA|Getty Images)/ ?"
    rf"(?!(?:{CAPITAL}[\w.'-]+ ){{2,3}}(?:is|as|was|has|had|said|says|will)\b)"
    rf"({CAPITAL}[\w.'-]+(?: {CAPITAL}\.)* {CAPITAL}[\w'-]+(?:(?: {CAPITAL}[\w'-]+){{1,2}}(?=[^\w ]|\Z))?)"
)
"""A name of more than two words is one where nothing runs on behind it: `REUTERS/Ann Lund Protesters in Lima`.

Where a verb follows the two, they stand in a sentence: `The suit names AFP/Ann Lund as a defendant`.
"""
_SENTENCE = late(rf"[.;)]* (?:{CAPITAL}\w+ ){{1,2}}[a-zà-ÿ]{{2,}} ")
"""What follows an address, where a story goes on in the same line."""
_MESSAGING = late(r"[\w.+-]+@\w|\b(?:Tel|tel|[Pp]hone|Telefon\w*|Tél|Тел|[Nn]ewsroom)\b")
Found = tuple[int, int, AuthorRole | None]
"""Where a credit begins and ends, and the role of all whom it names; None where its own phrases tell."""


def by_phrases(text: str) -> Iterator[Credit]:
    """The credits of a text by its phrases, in order; no two overlap."""
    for start, end, role in _apart_spans(sorted(_spans(text), key=lambda found: found[:2])):
        piece = text[start:end]
        if role is AuthorRole.CONTACT and (label := CONTACT_LABEL.match(piece)):
            piece = piece[label.end() :]
        if role is None and COPYRIGHT.fullmatch(piece):
            yield Credit((start, end), tuple(owner_of(piece)))
        elif role is None:
            filling = piece.startswith("(") and _fills_line(text, start, end)
            yield Credit((start, end), tuple(credited(piece, own_line=filling)))
        else:
            yield Credit((start, end), tuple(Author(name, role) for name in persons(piece)))


def _apart_spans(spans: Sequence[Found]) -> Iterator[Found]:
    """Of spans in order, each that begins behind the one before."""
    last = 0
    for found in spans:
        if found[0] >= last:
            last = found[1]
            yield found


def _spans(text: str) -> Iterator[Found]:
    if "(" in text:
        for found in _BRACKETS.finditer(text):
            whole = _fills_line(text, *found.span())
            if _is_credit(found[0], own_line=whole) and not _GOES_ON.match(text, found.end()):
                yield found.start(), found.end(), None
        for found in _LOOSE_BRACKETS.finditer(text):
            if opening(found[0]) is not None and is_listed(found[0]):
                yield found.start(), found.end(), None
    if "/" in text:
        for found in _PICTURED.finditer(text):
            yield found.start(), found.end(), AuthorRole.PHOTOGRAPHER
    start = 0
    for line in text.split("\n"):
        if len(line) > len("By X Y"):
            yield from ((start + first, start + last, role) for first, last, role in _in_line(line))
        start += len(line) + 1


def _fills_line(text: str, start: int, end: int) -> bool:
    """Whether a piece of a text is one or more lines of their own, but for brackets around it."""
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return before.rstrip("( ")[-1:] in {"", "\n"} and behind.lstrip(") .")[:1] in {"", "\n"}


def _is_credit(bracketed: str, *, own_line: bool) -> bool:
    """Whether what stands in brackets says who made the article, or how to reach them."""
    if _MESSAGING.search(bracketed):
        return ADDRESS.search(bracketed) is not None
    opens = opening(bracketed, anywhere=True, own_line=own_line) is not None
    return opens or _CONTRIBUTED.search(bracketed.rstrip(")")) is not None


def _in_line(line: str) -> Iterator[Found]:
    """The credits that a line is, or that its last words are."""
    size = len(line)
    if size <= LONGEST_LINE and (found := _whole_line(line)):
        yield found
        return
    if run_in := _RUN_IN_BYLINE.match(line):
        yield run_in.start(), run_in.end(1), AuthorRole.WRITER
    if " By " in line[:_LONGEST_SIGNATURE] and (led := _LED_BYLINE.match(line)):
        yield *led.span("byline"), AuthorRole.WRITER
    near = max(0, size - LONGEST_LINE)
    if (begins := opening(line[near:], whole=near == 0)) is not None and is_listed(line[near + begins :]):
        yield near + begins, size, None
    elif "contributed " in line[near:] and _CONTRIBUTED.search(line):
        last = max((end.end() for end in SENTENCE_END.finditer(line, 0, size - 2)), default=0)
        yield last, size, AuthorRole.REPORTER
    elif (alone := _CONTRIBUTED_ALONE.search(line)) and near == 0 and is_listed(line[: alone.start()]):
        yield 0, size, AuthorRole.REPORTER
    elif (signed := _SIGNED.search(line, max(0, size - _LONGEST_SIGNATURE))) and _signs(line, signed):
        yield signed.start(), size, AuthorRole.WRITER


def _signs(line: str, signed: re.Match[str]) -> bool:
    """Whether the end of a line signs the article; behind a quotation, a person's name says whose words these are."""
    name, _, body = signed[0].strip(" ().").partition("/")
    if body and not body.islower() and "(" in signed[0] and any(persons(name)) and not picture_credit(line, last=False):
        return False  # (Ann Lund/Example Racing)
    named = any(persons(signed[0]))
    if named and any(word[0].islower() and word not in small_words() for word in _WORDS.findall(signed[0])):
        return False  # (Ann Lund, letter to the council)
    quoted = line[signed.start() - 1] in _QUOTES and named
    return not quoted and not _is_credit(signed[0], own_line=False) and not _PICTURED.search(signed[0])


def _whole_line(line: str) -> Found | None:
    """The credit that a line is, if it is nothing else: a byline, a copyright, a contact, a signature."""
    size, dated = len(line), _DATELINE.match(line)
    begin = dated.end() if dated else 0
    byline = _BYLINE.match(line, begin) or (_SMALL_BYLINE.match(line) if size <= _LONGEST_SMALL_BYLINE else None)
    if byline and _is_byline(line[byline.end() :]):
        return begin, size, AuthorRole.WRITER
    if COPYRIGHT.fullmatch(line):
        return 0, size, None
    if _CONTRIBUTED_ELSEWHERE.fullmatch(line):
        return 0, size, AuthorRole.REPORTER
    if CONTACT_LABEL.match(line) and (addresses := list(ADDRESS.finditer(line))):
        last = addresses[-1].end()
        return 0, last if _SENTENCE.match(line, last) else size, AuthorRole.CONTACT
    role = signs(line)
    return (0, size, role) if role else None


def _is_byline(names: str) -> bool:
    words = names.split()
    named = all(not word[0].islower() or word.strip(",") in small_words() for word in words)
    return len(words) in _WORDS_OF_A_BYLINE and named and names[-1] not in ".?!:"


def is_listed(rest: str) -> bool:
    """Whether a piece of text lists names with what they did, and tells nothing else."""
    bare, phrases = without_phrases(rest)
    words = _WORDS.findall(bare)
    told = any(word[0].islower() and word.strip(".").lower() not in small_words() for word in words)
    caseless = sum(word[0].lower() == word[0].upper() for word in words)
    return 0 < len(words) <= _MOST_WORDS and not told and caseless <= _MOST_CASELESS * phrases
