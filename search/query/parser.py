"""Parse a query into a tree: sequences of clauses, `OR` between neighbours, `AND`, `NOT`, parentheses and fields.

    sequence := either+                  all of them, or any of them where the request says so
    either   := both (OR both)*
    both     := nearby (AND nearby)*
    nearby   := clause (NEAR/5 clause)*
    clause   := (NOT | - | +) clause | field: clause | ( sequence ) | word | "phrase"

Written by hand rather than with Whoosh's parser: that one reads `a OR(b)` as `a b`, loses the boost of `a^2` where two
fields are searched, takes 2.2 s over one word of 20,000 letters, and cannot tell the user what it made of a slip.
"""

from dataclasses import replace

from search.query.alias_expansion import Names
from search.query.clauses import Clauses, fields_of
from search.query.expansion import Expansion
from search.query.field_names import FILTERS
from search.query.lexer import Token, TokenKind
from search.query.lexicon import Lexicon
from search.query.limits import MAX_DEPTH, bounded
from search.query.normal_form import normal_form
from search.query.origins import Choice, Key, Origin, keys_of, origin_of, typed_for
from search.query.proximity import near
from search.query.question import Question, each_once
from search.query.sequence import Clause, Sequence, all_of, loose
from search.query.tree import And, DisjunctionMax, Every, Node, Not, Nothing, Or, boosted, leaves
from search.query.variants import Variants
from search.query.word_forms import by_form
from search.types.deadline import NO_DEADLINE, Deadline
from search.types.result import How

_FEW_WORDS, _MANY_WORDS = 4, 6
_JOINING = (TokenKind.AND, TokenKind.OR, TokenKind.NEAR)
_PREFIXES = (TokenKind.NOT, TokenKind.FIELD, TokenKind.REQUIRED)
_BINDING = frozenset({*_JOINING, *_PREFIXES})
"""Kinds of tokens that bind the one word that follows."""


def read(typed: str, lexicon: Lexicon, *, aliases: bool = True, deadline: Deadline = NO_DEADLINE) -> Question:
    """Understand what was typed; an empty query asks for every article. Raises `SearchTimeout`, and nothing else."""
    if not typed.strip():
        return Question(Every(), None, ())
    return _Reader(typed, lexicon, deadline, aliases=aliases).question()


class _Reader:
    """A recursive descent over the tokens, of which every parenthesis has its partner; `_at` is the next one."""

    def __init__(self, typed: str, lexicon: Lexicon, deadline: Deadline, *, aliases: bool) -> None:
        self._tokens, self._notices, in_capitals = bounded(typed, lexicon)
        self._or = "OR" if in_capitals else "or"
        self._clauses = Clauses(lexicon, in_capitals=in_capitals)
        self._expansion = Expansion(lexicon, deadline)
        self._excluding = 0
        self._origins: dict[Key, Origin] = {}
        self._names = Names(lexicon, is_long=len(self._tokens) > _FEW_WORDS) if aliases else None
        self._variants = Variants(lexicon, is_long=len(self._tokens) > _MANY_WORDS) if aliases else None
        self._at = 0
        self._rows: list[list[str]] = []
        self._row_ends = 0
        self._explained: set[Node] = set()

    def question(self) -> Question:
        top = self._sequence(None)
        all_words = top.joined()
        if all_words is None:
            self._notices.append("There is no word in this query to search for.")
            all_words = Nothing()
        any_word = top.joined(any_word=True) if top.has_choice else None
        all_words = by_form(self._expanded(all_words))
        any_word = None if any_word is None else self._expanded(any_word)
        choices = () if any_word is None else tuple(map(self._choice, (*top.required, *top.loose)))
        if self._expansion.bounded:
            self._notices.append("A pattern stands for too many words; the most frequent of them were searched.")
        notices = dict.fromkeys(self._notices + self._clauses.notices)
        also = [] if self._names is None or self._variants is None else self._names.also + self._variants.also
        rows = tuple(" ".join(row) for row in self._rows)
        return Question(all_words, any_word, tuple(notices), each_once(also), self._origins, rows, choices)

    def _expanded(self, tree: Node) -> Node:
        """The tree in normal form, without patterns: the terms that one stands for come from what was typed for it."""
        expanded = normal_form(self._expansion.expanded(tree))
        for pattern, found in self._expansion.patterns.items():
            if pattern not in self._explained:
                self._explained.add(pattern)
                [key] = keys_of(pattern)
                self._comes_from(found, self._origins[key])
        return expanded

    def _choice(self, clause: Node) -> Choice:
        return Choice(typed_for(clause, self._origins), self._expanded(clause))

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, *kinds: TokenKind) -> Token | None:
        token = self._peek()
        if token is None or token.kind not in kinds:
            return None
        self._at += 1
        return token

    def _sequence(self, within: str | None) -> Sequence:
        found = Sequence()
        while (token := self._peek()) is not None and token.kind is not TokenKind.CLOSE:
            self._add(found, within)
        return found

    def _add(self, found: Sequence, within: str | None) -> None:
        if self._in_small_letters("and"):
            self._at += 1
            return
        if self._take(*_JOINING):
            dangling = self._tokens[self._at - 1]
            self._notices.append(
                f"{dangling.text} at character {dangling.position} has nothing on one side; it was left out."
            )
            return
        part = self._either(within)
        if part is not None:
            found.add(part)

    def _in_small_letters(self, operator: str) -> bool:
        """Whether the next word is an operator in small letters, which joins two others."""
        if not 0 < self._at < len(self._tokens) - 1 or self._tokens[self._at].text != operator:
            return False
        before, here, after = self._tokens[self._at - 1 : self._at + 2]
        return (
            here.kind is TokenKind.WORD
            and before.kind not in _BINDING | {TokenKind.OPEN}
            and after.kind not in (TokenKind.CLOSE, *_JOINING)
        )

    def _either(self, within: str | None) -> Clause | None:
        return self._joined_by(TokenKind.OR, within)

    def _operator(self, operator: TokenKind) -> Token | None:
        """Take the next token if it is this operator; `or` between two words is one in small letters, too."""
        if operator is TokenKind.OR and self._in_small_letters("or"):
            here = self._tokens[self._at]
            self._notices.append(f'“{self._or}” at character {here.position} was read as OR; for the word write "or".')
            self._tokens[self._at] = replace(here, kind=TokenKind.OR)
        return self._take(operator)

    def _joined_by(self, operator: TokenKind, within: str | None) -> Clause | None:
        parts = [self._operand(operator, within)]
        while (token := self._operator(operator)) is not None:
            if self._dangling(token):
                break
            parts.append(self._operand(operator, within))
        there = [part for part in parts if part is not None]
        if len(there) < 2:  # noqa: PLR2004 - one is itself
            return there[0] if there else None
        either = operator is TokenKind.OR
        joined = Or(tuple(part.clause for part in there)) if either else all_of(there)
        return Clause(joined, all(part.narrows for part in there))

    def _dangling(self, token: Token) -> bool:
        """Whether nothing follows an operator that it could join."""
        following = self._peek()
        if following is not None and following.kind not in (TokenKind.CLOSE, *_JOINING):
            return False
        self._notices.append(f"{token.text} at character {token.position} has nothing after it; it was left out.")
        return True

    def _operand(self, operator: TokenKind, within: str | None) -> Clause | None:
        return self._joined_by(TokenKind.AND, within) if operator is TokenKind.OR else self._nearby(within)

    def _nearby(self, within: str | None) -> Clause | None:
        part, joined = self._clause(within), 0
        while (token := self._take(TokenKind.NEAR)) is not None and not self._dangling(token):
            other = self._clause(within)
            if part is None or other is None:
                part = part or other
                continue
            joined += 1
            part = self._near(token, part, other, within) if joined < MAX_DEPTH else self._not_near_too(part, other)
        return part

    def _not_near_too(self, part: Clause, other: Clause) -> Clause:
        self._notices.append(f"At most {MAX_DEPTH} words are searched near each other; the others were joined by AND.")
        return Clause(all_of([part, other]), narrows=False, loose=(*part.choices, *other.choices))

    def _near(self, token: Token, first: Clause, second: Clause, within: str | None) -> Clause:
        both = near(first.clause, second.clause, token.slop, fields_of(within), ordered=token.ordered)
        if both is None:
            self._notices.append(
                f"{token.text} at character {token.position} stands between words, phrases and alternatives of these; "
                "it was read as AND."
            )
            return Clause(all_of([first, second]), first.narrows and second.narrows)
        return Clause(both, narrows=False, loose=(*first.choices, *second.choices))

    def _clause(self, within: str | None) -> Clause | None:
        excluded = required = False
        while (token := self._take(*_PREFIXES)) is not None:
            if token.kind is TokenKind.NOT:
                excluded = not excluded
                self._not_near()
            elif token.kind is TokenKind.REQUIRED:
                required = True
            else:
                within = token.text
        self._excluding += excluded
        part = self._group(within) if self._take(TokenKind.OPEN) else self._words(within)
        self._excluding -= excluded
        if part is None:
            return None
        return Clause(Not(part.clause), part.narrows) if excluded else replace(part, required=required)

    def _not_near(self) -> None:
        """`NOT w/5` excludes a word wherever it stands."""
        token = self._take(TokenKind.NEAR)
        if token is not None:
            self._notices.append(f"NOT {token.text} was read as NOT: what follows is excluded wherever it stands.")

    def _group(self, within: str | None) -> Clause | None:
        inner = self._sequence(within)
        clause = inner.joined()
        closed = self._tokens[self._at]
        self._at += 1
        if clause is None:
            return None
        return Clause(boosted(clause, closed.boost), not inner.words)

    def _words(self, within: str | None) -> Clause | None:
        return self._named(within) or self._respelled(within) or self._leaf(within)

    def _respelled(self, within: str | None) -> Clause | None:
        """A word, and the articles that have another spelling of it."""
        if self._variants is None or self._excluding or within in FILTERS:
            return None
        found = self._variants.run(self._tokens[self._at :], alone=self._is_bound())
        if found is None:
            return None
        count, spellings = found
        typed = " ".join(token.text for token in self._tokens[self._at : self._at + count])
        return self._beside(typed, count, self._variants.clauses(typed, spellings, fields_of(within)), within)

    def _is_bound(self) -> bool:
        """Whether what stands before the next token binds it alone."""
        return bool(self._at) and self._tokens[self._at - 1].kind in _BINDING

    def _beside(self, typed: str, count: int, others: list[Node], within: str | None) -> Clause:
        """The next tokens, and beside them other names or spellings of theirs."""
        parts = [self._leaf(within) for _ in range(count)]
        for other in others:
            self._comes_from(other, Origin(typed, How.ALIAS))
        there = [part for part in parts if part is not None]
        words = tuple(part.clause for part in there)
        name = words[0] if len(words) == 1 else And(words)
        if len(there) == 1 and there[0].loose:
            words = there[0].loose
        return Clause(DisjunctionMax((name, *others)), narrows=False, loose=loose(words, others))

    def _named(self, within: str | None) -> Clause | None:
        """A name, and the articles that have another name for the same."""
        if self._names is None or self._excluding or within in FILTERS:
            return None
        found = self._names.run(self._tokens[self._at :], alone=self._is_bound())
        if found is None:
            return None
        count, meaning = found
        typed = " ".join(token.text for token in self._tokens[self._at : self._at + count])
        others = self._names.others(typed, meaning, fields_of(within))
        if self._variants is not None:
            spellings = self._variants.spellings(self._tokens[self._at : self._at + count])
            others += self._variants.clauses(typed, spellings, fields_of(within))
        return self._beside(typed, count, others, within) if others else None

    def _comes_from(self, clause: Node | None, origin: Origin) -> None:
        for leaf in () if clause is None else leaves(clause):
            for key in keys_of(leaf):
                self._origins.setdefault(key, origin)

    def _leaf(self, within: str | None) -> Clause | None:
        token = self._take(TokenKind.WORD, TokenKind.PHRASE)
        if token is None:
            return None
        if token.open_ended:
            self._notices.append(
                f"The quotation mark at character {token.position} was not closed; it was closed at the end."
            )
        clause = self._clauses.clause(token, within)
        if within is None and not self._excluding:
            self._stands_in_a_row(token)
        words = self._clauses.loose(token, within)
        for part, word in words.items():
            self._comes_from(word, origin_of(replace(token, text=part)))
        self._comes_from(clause, origin_of(token))
        return None if clause is None else Clause(clause, within in FILTERS, tuple(words.values()))

    def _stands_in_a_row(self, token: Token) -> None:
        if origin_of(token).how is not How.WORD or not token.boost:
            return
        if not self._rows or self._row_ends != self._at - 1:
            self._rows.append([])
        self._rows[-1].append(token.text)
        self._row_ends = self._at
