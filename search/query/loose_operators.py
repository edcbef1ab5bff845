"""Read operators that were typed as words: `not` in small letters beside others, and the German and French ones."""

from collections.abc import Sequence
from dataclasses import replace

from search.query.capitals import in_small_letters, operators_are_meant
from search.query.field_names import FILTERS
from search.query.lexer import Token, TokenKind

_OPERATORS = (TokenKind.NEAR, TokenKind.FIELD, TokenKind.AND, TokenKind.OR)
_REPEATED = (TokenKind.AND, TokenKind.OR)
_WORDS = (TokenKind.WORD, TokenKind.PHRASE)
_GERMAN = {"UND": TokenKind.AND, "ODER": TokenKind.OR, "NICHT": TokenKind.NOT}
_FRENCH = {"ET": TokenKind.AND, "OU": TokenKind.OR, "SAUF": TokenKind.NOT}
"""Two of them are acronyms in English, so that they are operators only where articles are French."""
_BEFORE_NOT = ("and", "but")
_JOINING = ("and", "or", "not")
_BEHIND_NOT = ("only", "just", "merely")
"""What nobody excludes: it stands behind `not` in a sentence."""
_TOLD = {
    "not": "to exclude what follows write a minus sign before it",
    **dict.fromkeys(("near", "adj", "same"), "for words near each other write w/10 between them"),
}
"""What to write for an operator that is read as a word."""


def with_operators(tokens: list[Token], *, in_capitals: bool, french: bool) -> tuple[list[Token], list[str]]:
    """The same tokens, with operators for words that can only be meant as such; and notices.

    `in_capitals`: all of the query was typed so, which says nothing then: it is read as in small letters, unless its
    operators are meant. `french`: some articles are.
    """
    of_languages = _GERMAN | _FRENCH if french else _GERMAN
    notices: list[str] = []
    in_capitals = in_capitals and not operators_are_meant(tokens)
    tokens = in_small_letters(tokens) if in_capitals else tokens
    groups = _groups(tokens)
    boolean = bool(groups) or any(token.kind in _OPERATORS for token in tokens)
    found: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind in _REPEATED and found and found[-1].kind is token.kind:
            notices.append(f"{token.text} at character {token.position} stands twice; it was read once.")
            continue
        between = token.kind is TokenKind.WORD and _stands_between(tokens, place)
        operator = None if in_capitals or not between else of_languages.get(token.text)
        if between and token.text == "not" and tokens[place + 1].text not in _BEHIND_NOT:
            joined = found[-1].text if found[-1].kind is TokenKind.WORD and found[-1].text in _BEFORE_NOT else ""
            if boolean and (joined or _ends_a_clause(found, groups)):
                operator = TokenKind.NOT
                found = found[:-1] if joined else found
            elif joined and not in_capitals:
                notices.append(f"“{joined} not” was searched as words; to exclude what follows write NOT.")
        if in_capitals and not operator and token.text in _TOLD and token.kind is TokenKind.WORD:
            told = f"“{token.text.upper()}” at character {token.position} was searched as a word, as all"
            notices.append(f"{told} words are in capitals; {_TOLD[token.text]}.")
        if operator:
            written = token.text.upper() if in_capitals else token.text
            told = f"“{written}” at character {token.position} was read as {operator.name}"
            notices.append(f'{told}; for the word write "{token.text}".')
        found.append(replace(token, kind=operator) if operator else token)
    return found, notices


def _stands_between(tokens: Sequence[Token], place: int) -> bool:
    """Whether there is something on either side that an operator could join: `Ministry of Defence (UND)`."""
    if not 0 < place < len(tokens) - 1:
        return False
    before, after = tokens[place - 1].kind, tokens[place + 1].kind
    return before is not TokenKind.OPEN and after not in (TokenKind.CLOSE, TokenKind.NEAR, *_REPEATED)


def _ends_a_clause(found: Sequence[Token], groups: frozenset[int]) -> bool:
    """Whether what stands before `not` is whole by itself, and no word of a sentence: `title:why not now`."""
    last, before = found[-1], found[-2] if len(found) > 1 else None
    if last.kind is TokenKind.WORD:
        return before is not None and before.kind is TokenKind.FIELD and before.text in FILTERS
    return last.kind is TokenKind.PHRASE or last.position in groups


def _groups(tokens: Sequence[Token]) -> frozenset[int]:
    """Where parentheses end that group operands, and are no aside in a sentence: `minister (45) not guilty`."""
    found: set[int] = set()
    opened: list[bool] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        joins = token.kind in _OPERATORS or (token.kind is TokenKind.WORD and token.text in _JOINING)
        if token.kind is TokenKind.OPEN:
            opened.append(before is None or before.kind not in _WORDS or before.text in _JOINING)
        elif token.kind is TokenKind.CLOSE and opened and opened.pop():
            found.add(token.position)
        elif joins and opened:
            opened[-1] = True
    return frozenset(found)
