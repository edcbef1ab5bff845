"""Two bodies that were taken for one: `Alpha Bank and Beta Oil`, `Milan/Frankfurt`, `Japan's Olympus`."""

import re
from collections.abc import Callable, Iterator

from corpus.article import EntityType
from index.settlement.known_names import known_type
from index.settlement.name_forms import Form, NameForms

_BETWEEN = re.compile(r" and |, (?:and )?|/|['’]s ")
GroupOf = Callable[[str], str]

_OFTENER = 3
"""Each of two bodies is named by itself in so many times more articles."""


def bodies_in(names: NameForms, group_of: GroupOf) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The keys of names that are several bodies, each with the keys of these; of a part, what it was joined with.

    What stands in the tables is one, and so is what an export shows as one.
    """
    for key, whole in sorted(names.forms.items()):
        parts = parts_of(key)
        if not parts or whole.settled or known_type(whole.label):
            continue
        if all(part in names.forms and _stands_alone(names.forms[group_of(part)], whole) for part in parts):
            yield key, tuple(map(group_of, parts))


def parts_of(key: str) -> tuple[str, ...]:
    """The parts of a name that may be several bodies; none of any other."""
    parts = tuple(filter(None, _BETWEEN.split(key))) if _BETWEEN.search(key) else ()
    return parts if len(parts) > 1 else ()


def _stands_alone(form: Form, whole: Form) -> bool:
    named = form.type is not EntityType.PERSON or " " in form.key
    return named and form.count > 1 and form.count >= _OFTENER * whole.count
