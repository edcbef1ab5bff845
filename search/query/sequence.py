"""Join the clauses of one level of a query: words, filters and exclusions."""

from dataclasses import dataclass, field

from search.query.tree import And, DisjunctionMax, Every, Node, Not, Nothing, Or


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, and whether it only narrows the results: every branch of it is a filter."""

    clause: Node
    narrows: bool
    loose: tuple[Node, ...] = ()
    """What stands for it where any word is enough, if that is more than one clause: the words of a name."""
    required: bool = False
    """Whether it must match where any word is enough, too: `+word`."""

    @property
    def choices(self) -> tuple[Node, ...]:
        """What stands for it where any word is enough."""
        return self.loose or (self.clause,)


@dataclass(slots=True)
class Sequence:
    """The clauses of one level, by what they do."""

    words: list[Node] = field(default_factory=list)
    required: list[Node] = field(default_factory=list)
    loose: list[Node] = field(default_factory=list)
    filters: list[Node] = field(default_factory=list)
    excluded: list[Node] = field(default_factory=list)

    def add(self, part: Clause) -> None:
        """Put a clause where it belongs."""
        if isinstance(part.clause, Not):
            self.excluded.append(part.clause.clause)
        elif part.narrows:
            self.filters.append(part.clause)
        else:
            self.words.append(part.clause)
            if part.required:
                self.required.append(part.clause)
            else:
                self.loose += part.choices

    @property
    def has_choice(self) -> bool:
        """Whether some of the words may be enough."""
        return len(self.loose) + len(self.required) > 1 and bool(self.loose)

    def joined(self, *, any_word: bool = False) -> Node | None:
        """All clauses, or any of the words under all of the filters."""
        wanted = [*(self._any_word() if any_word and self.has_choice else self.words), *self.filters]
        if not wanted and self.excluded:
            wanted = [Every()]
        every = (*wanted, *map(Not, self.excluded))
        return And(every) if len(every) > 1 else (every[0] if every else None)

    def _any_word(self) -> list[Node]:
        """Any of the words; those that are required, and any of the others or none."""
        if not self.required:
            return [Or(tuple(self.loose))]
        return [*self.required, Or((*self.loose, Every(boost=0.0)))]


def loose(words: tuple[Node, ...], others: list[Node]) -> tuple[Node, ...]:
    """What stands for a name where any word is enough: its words, and its other names."""
    if len(words) == 1:
        return ()
    return (*words, others[0] if len(others) == 1 else DisjunctionMax(tuple(others)))


def all_of(parts: list[Clause]) -> Node:
    """All of some clauses."""
    sequence = Sequence()
    for part in parts:
        sequence.add(part)
    return sequence.joined() or Nothing()
