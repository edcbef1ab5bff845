"""Two bodies that were taken for one: `Alpha Bank and Beta Oil`, `Milan/Frankfurt`, `Japan's Olympus`."""

import re
from collections.abc import Iterator

from corpus.article import EntityType
from index.settlement.known_names import known_type
from index.settlement.name_forms import Form, NameForms

_BETWEEN = re.compile(r" and |, (?:and )?|/|['’]s ")
_OFTENER = 3
"""Each of two bodies is named by itself in so many times more articles."""


def bodies_in(names: NameForms) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The keys of names that are several bodies, each with the keys of these."""
    for key in sorted(names.forms):
        parts = tuple(filter(None, _BETWEEN.split(key))) if _BETWEEN.search(key) else ()
        if len(parts) > 1 and known_type(names.forms[key].label) is None:
            found = [names.forms.get(part) for part in parts]
            if all(form and _stands_alone(form, names.forms[key]) for form in found):
                yield key, parts


def _stands_alone(form: Form, whole: Form) -> bool:
    named = form.type is not EntityType.PERSON or " " in form.key
    return named and form.count > 1 and form.count >= _OFTENER * whole.count
