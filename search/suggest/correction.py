"""Did you mean: a query with its misspelt words put right, from the collection's own words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.folding import fold
from index.analysis.tokenizer import split_pieces
from search.query.field_names import FILTERS
from search.query.lexer import Token, TokenKind, as_read, is_field_like
from search.query.lexicon import Lexicon, found_once
from search.query.limits import MAX_CHARACTERS, bounded
from search.suggest.near_words import FAR_MORE, Words

MAX_WORDS = 12
"""Words of a query that is looked over: a pasted paragraph is searched as it is."""

_MOST_TRIED = 4
"""Words of a query in which each is tried with others in its place."""

_HARDLY_ANY = 3
"""A word is doubted where so few articles have all words."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """A word as it was typed: characters `start` to `end` of the query. `quoted`: words around it belong to it."""

    text: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return fold(self.text) or self.text  # of what only lengthens words nothing would be left


Trial = Callable[[str], tuple[int, int]]
"""Searches for a query: how many articles have all its words and, where none has, how many have any of them."""


def suggestion(typed: str, lexicon: Lexicon, trial: Trial) -> str | None:
    """The query that was probably meant: one that finds more.

    Words that the collection does not have are put right first. Where they stand as they were typed, and hardly any
    article has all of them, one is replaced by a word near it that stands beside the others (`Goldman Sacks`).
    """
    if len(typed) > MAX_CHARACTERS:
        return None
    typed = as_read(typed).strip()  # in which the words have their places
    # Found once for each snapshot, as are the words near one: a search is filtered and paged, and stays the same.
    put_right, *found = found_once(lexicon, "put right", typed, lambda: _put_right(typed, lexicon))
    if put_right != typed:
        return put_right if trial(put_right) > trial(typed) else None
    return _beside_the_others(typed, lexicon, trial) if 1 < len(found) <= _MOST_TRIED else None


def _put_right(typed: str, lexicon: Lexicon) -> list[str]:
    """The query with those words put right that the collection does not have; behind it its words, if not too many."""
    found = list(_words(typed, lexicon))
    if not 0 < len(found) <= MAX_WORDS:
        return [typed]
    put_right, words = typed, Words(lexicon)
    corrections = _corrections(found, typed, words, lexicon)
    if all(fold(meant) in words.of_grammar for _, meant in corrections) and len(corrections) == len(found):
        return [typed]
    for word, meant in reversed(corrections):
        put_right = _replaced(put_right, word, meant)
    return [put_right, *(word.text for word in found)]


def _beside_the_others(typed: str, lexicon: Lexicon, trial: Trial) -> str | None:
    """The query with one word replaced by a far more frequent one, if far more articles have all of its words."""
    enough = FAR_MORE * max(1, trial(typed)[0])
    if enough > FAR_MORE * _HARDLY_ANY:
        return None
    found, words = list(_words(typed, lexicon)), Words(lexicon)
    tried = {
        _replaced(typed, word, _as_typed(word.text, near)): None
        for word in found
        for near in words.more_frequent(word.folded)
    }
    best = max(((trial(each)[0], each) for each in tried), default=(0, ""))
    return best[1] if best[0] >= enough else None


def _replaced(typed: str, word: _Typed, meant: str) -> str:
    return typed[: word.start] + meant + typed[word.end :]


def _corrections(found: list[_Typed], typed: str, words: Words, lexicon: Lexicon) -> list[tuple[_Typed, str]]:
    """What to put in the place of some of the words, in their order."""
    corrections: list[tuple[_Typed, str]] = []
    joined = False
    for one, other in zip(found, [*found[1:], None], strict=True):
        if joined:
            joined = False
            continue
        if other is not None and (both := _joined(one, other, typed, words)):
            corrections.append(both)
            joined = True
        elif meant := _meant(one, words, lexicon):
            corrections.append((one, _as_typed(one.text, meant)))
    return corrections


def _meant(word: _Typed, words: Words, lexicon: Lexicon) -> str | None:
    near = words.meant(word.folded)
    if words.known(word.folded) or lexicon.synonyms.knows(word.text):
        return near.word if near and not lexicon.synonyms.knows(word.text) else None
    found = [each for each in (near, words.apart(word.folded)) if each is not None]
    return max(found, key=lambda each: each.closeness).word if found else words.begun(word.folded)


def _joined(one: _Typed, other: _Typed, typed: str, words: Words) -> tuple[_Typed, str] | None:
    """Two words that stand side by side and were meant as one."""
    if typed[one.end : other.start].strip() or (words.known(one.folded) and words.known(other.folded)):
        return None
    together = words.together(one.folded, other.folded)
    if together is None:
        return None
    return _Typed(one.text, one.start, other.end), _as_typed(one.text, together.word)


def _as_typed(typed: str, meant: str) -> str:
    """A word of the collection, which is folded, in capitals where the typed one was."""
    if len(typed) > 1 and typed.isupper():
        return meant.upper()
    return meant[:1].upper() + meant[1:] if typed[:1].isupper() else meant


def _words(typed: str, lexicon: Lexicon) -> Iterator[_Typed]:
    """The words of a query as it is read that are looked for in titles and texts: no patterns, no values of filters."""
    for token in _of_texts(bounded(typed, lexicon, is_read=True)[0]):
        if token.kind not in (TokenKind.WORD, TokenKind.PHRASE) or any(sign in token.text for sign in "*?~^"):
            continue
        if token.literal or is_field_like(token.text):
            continue
        place = token.position - 1 + (token.kind is TokenKind.PHRASE)
        for number, piece in enumerate(split_pieces(token.text)):
            if number % 2:
                yield _Typed(piece, place, place + len(piece))
            place += len(piece)


def _of_texts(tokens: list[Token]) -> Iterator[Token]:
    """The tokens without those to which a filter's name belongs."""
    depth, skipping = 0, None
    for token in tokens:
        depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        if skipping is None and token.kind is TokenKind.FIELD:
            skipping = depth if token.text in FILTERS else None
        elif skipping is None:
            yield token
        elif depth <= skipping and token.kind is not TokenKind.NOT:
            skipping = None
