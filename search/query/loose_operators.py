"""Read operators that were typed as words: `not` in small letters beside other operators, and the German ones."""

from dataclasses import replace

from search.query.lexer import Token, TokenKind

_OPERATORS = (TokenKind.OPEN, TokenKind.NEAR, TokenKind.FIELD, TokenKind.AND, TokenKind.OR)
_REPEATED = (TokenKind.AND, TokenKind.OR)
_GERMAN = {"UND": TokenKind.AND, "ODER": TokenKind.OR, "NICHT": TokenKind.NOT}
_BEFORE_NOT = ("and", "but")


def with_operators(tokens: list[Token], *, in_capitals: bool) -> tuple[list[Token], list[str]]:
    """The same tokens, with operators for words that can only be meant as such; and notices.

    `in_capitals`: all of the query was typed so, which says nothing then.
    """
    notices: list[str] = []
    boolean = any(token.kind in _OPERATORS for token in tokens)
    found: list[Token] = []
    for place, token in enumerate(tokens):
        if token.kind in _REPEATED and found and found[-1].kind is token.kind:
            notices.append(f"{token.text} at character {token.position} stands twice; it was read once.")
            continue
        between = token.kind is TokenKind.WORD and 0 < place < len(tokens) - 1
        operator = None if in_capitals or not between else _GERMAN.get(token.text)
        if between and token.text == "not":
            joined = found[-1].text if found[-1].kind is TokenKind.WORD and found[-1].text in _BEFORE_NOT else ""
            if boolean and (joined or _ends_a_clause(found)):
                operator = TokenKind.NOT
                found = found[:-1] if joined else found
            elif joined:
                notices.append(f"“{joined} not” was searched as words; to exclude what follows write NOT.")
        if operator:
            told = f"“{token.text}” at character {token.position} was read as {operator.name}"
            notices.append(f'{told}; for the word write "{token.text}".')
        found.append(replace(token, kind=operator) if operator else token)
    return found, notices


def _ends_a_clause(found: list[Token]) -> bool:
    """Whether what stands before `not` is whole by itself, and no word of a sentence: `title:(why not now)`."""
    fielded = len(found) > 1 and found[-2].kind is TokenKind.FIELD and found[-1].kind is TokenKind.WORD
    return fielded or found[-1].kind in (TokenKind.CLOSE, TokenKind.PHRASE)
