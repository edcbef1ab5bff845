"""Bound a query and pair its parentheses: always said, never refused."""

from search.query.capitals import capitals_say_nothing
from search.query.lexer import Token, TokenKind, tokens
from search.query.lexicon import Lexicon
from search.query.loose_operators import with_operators
from search.query.spaced_fields import told_apart
from search.query.titles_of_windows import without_source

MAX_CHARACTERS = 4_000
MAX_WORDS = 500
MAX_DEPTH = 20


def bounded(typed: str, lexicon: Lexicon, *, is_read: bool = False) -> tuple[list[Token], list[str], bool]:
    """The tokens of a query within the bounds, every parenthesis paired; and notices of what was changed.

    The last is whether all words are in capitals, which say nothing then. `is_read` is as in `tokens`.
    """
    notices: list[str] = []
    if len(typed) > MAX_CHARACTERS:
        notices.append(f"The query is long: its first {MAX_CHARACTERS:,} characters were searched.")
        typed = typed[:MAX_CHARACTERS].rsplit(maxsplit=1)[0]
    typed, of_source = without_source(typed, lexicon)
    found, remarks = tokens(typed, is_read=is_read)
    found, of_fields = told_apart(found, lexicon)
    in_capitals = capitals_say_nothing(typed, found, lexicon)
    french = any(analyzer.language == "fr" for analyzer in lexicon.languages.analyzers)
    found, more = with_operators(found, in_capitals=in_capitals, french=french)
    notices += [*filter(None, [of_source]), *remarks, *of_fields, *more]
    if len(found) > MAX_WORDS:
        notices.append(f"The query is long: its first {MAX_WORDS} words were searched.")
        found = found[:MAX_WORDS]
    return _paired(found, notices), notices, in_capitals


def _paired(found: list[Token], notices: list[str]) -> list[Token]:
    kept: list[Token] = []
    opened: list[Token] = []
    deepest = 0
    for token in found:
        if token.kind is TokenKind.OPEN:
            opened.append(token)
            deepest = max(deepest, len(opened))
        elif token.kind is TokenKind.CLOSE:
            if not opened:
                notices.append(f"The parenthesis at character {token.position} closes nothing; it was left out.")
                continue
            opened.pop()
        kept.append(token)
    if deepest > MAX_DEPTH:
        notices.append(f"More than {MAX_DEPTH} parentheses stand in each other; all were left out.")
        return [token for token in kept if token.kind not in (TokenKind.OPEN, TokenKind.CLOSE)]
    if opened:
        notices.append(f"The parenthesis at character {opened[-1].position} was not closed; it was closed at the end.")
    return kept + [Token(TokenKind.CLOSE, ")", found[-1].position) for _ in opened]
