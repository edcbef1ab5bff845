"""Read each query once for each snapshot: who pages or adds a filter asks the same question again."""

from weakref import WeakKeyDictionary

from index.snapshots.snapshot import Snapshot
from search.query.parser import read
from search.query.question import Question
from search.types.deadline import NO_DEADLINE, Deadline

_KEPT = 256
"""Questions of one snapshot."""

_LONGEST = 1_000
"""Characters of a question that is kept."""

_MOST_TERMS = 100
"""Terms, each counted in its fields, of a question that is kept: one with patterns may have thousands."""

_questions: WeakKeyDictionary[Snapshot, dict[tuple[str, bool], Question]] = WeakKeyDictionary()


def question_of(typed: str, snapshot: Snapshot, *, aliases: bool = True, deadline: Deadline = NO_DEADLINE) -> Question:
    """The same as `search.query.parser.read`, from memory where it was asked before. Threads may share the answers."""
    kept = _questions.setdefault(snapshot, {})
    question = kept.get((typed, aliases))
    if question is None:
        question = read(typed, snapshot, aliases=aliases, deadline=deadline)
        if len(typed) <= _LONGEST and len(question.origins) <= _MOST_TERMS:
            if len(kept) >= _KEPT:
                kept.clear()
            kept[typed, aliases] = question
    return question
