"""The clauses of one level of a query: words, filters and refusals, and how they are joined."""

from dataclasses import dataclass, field

from whoosh import query


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, and whether it only narrows the results: every branch of it is a filter."""

    clause: query.Query
    narrows: bool
    loose: tuple[query.Query, ...] = ()
    """What stands for it where any word is enough, if that is more than one clause: the words of a name."""


@dataclass(slots=True)
class Sequence:
    """The clauses of one level, by what they do."""

    words: list[query.Query] = field(default_factory=list)
    loose: list[query.Query] = field(default_factory=list)
    filters: list[query.Query] = field(default_factory=list)
    refused: list[query.Query] = field(default_factory=list)

    def add(self, part: Clause) -> None:
        """Put a clause where it belongs."""
        if isinstance(part.clause, query.Not):
            self.refused.append(part.clause.query)
        elif part.narrows:
            self.filters.append(part.clause)
        else:
            self.words.append(part.clause)
            self.loose += part.loose or (part.clause,)

    def joined(self, *, any_word: bool = False) -> query.Query | None:
        """All clauses, or any of the words under all of the filters."""
        words = [query.Or(self.loose)] if any_word and len(self.loose) > 1 else self.words
        wanted = words + self.filters
        if not wanted and self.refused:
            wanted = [query.Every()]
        every = wanted + [query.Not(clause) for clause in self.refused]
        return query.And(every) if len(every) > 1 else (every[0] if every else None)


def loose(words: tuple[query.Query, ...], others: list[query.Query]) -> tuple[query.Query, ...]:
    """What stands for a name where any word is enough: its words, and its other names."""
    if len(words) == 1:
        return ()
    return (*words, others[0] if len(others) == 1 else query.DisjunctionMax(others))


def all_of(parts: list[Clause]) -> query.Query:
    """All of some clauses."""
    sequence = Sequence()
    for part in parts:
        sequence.add(part)
    return sequence.joined()
