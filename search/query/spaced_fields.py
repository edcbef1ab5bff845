"""Tell a field with a blank behind its colon (`source: Reuters`) from a word of prose (`Man of the Year: Obama`)."""

from collections.abc import Sequence
from dataclasses import replace

from search.query.clauses import Clauses
from search.query.field_names import FILTERS, searched_as_word
from search.query.lexer import Token, TokenKind
from search.query.lexicon import Lexicon
from search.query.tree import Leaf, Phrase, Term, leaves

_VALUES = (TokenKind.WORD, TokenKind.PHRASE)


def told_apart(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[list[Token], list[str]]:
    """The same tokens, names as words where what follows is no value of the field; and notices."""
    found, notices = list[Token](), list[str]()
    for place, token in enumerate(tokens):
        if not token.apart:
            found.append(token)
        elif token.text not in FILTERS or _is_value(token.text, tokens[place + 1 :], lexicon):
            found.append(token)
            notices.append(f"“{token.apart}” was read as a field, though a blank stands behind it.")
        else:
            found.append(replace(token, kind=TokenKind.WORD, text=token.apart))
            notices.append(searched_as_word(token.apart))
    return found, notices


def _is_value(field: str, following: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether the collection has what follows in a field, or it is a time for one of dates."""
    value = next((token for token in following if token.kind is not TokenKind.OPEN), None)
    clause = Clauses(lexicon).clause(value, field) if value and value.kind in _VALUES else None
    return clause is not None and any(_stands(leaf, lexicon) for leaf in leaves(clause))


def _stands(leaf: Leaf, lexicon: Lexicon) -> bool:
    match leaf:
        case Term():
            return lexicon.frequency(leaf.field, leaf.text) > 0
        case Phrase():
            return all(lexicon.frequency(leaf.field, term) for term in leaf.terms)
        case _:
            return True
