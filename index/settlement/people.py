"""Persons who may be one: never made one, as two people may share a surname or a name, but told to who can tell."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from corpus.article import EntityType
from corpus.enrichment.aliases.spelling import sounds
from index.settlement.links import Link, Reason
from index.settlement.name_forms import NameForms

_FEWEST_SOUNDS = 8


def like_persons(names: NameForms) -> Iterator[Link]:
    """Surnames of which one person is named here, and full names that sound alike."""
    bearers: Mapping[str, list[str]] = defaultdict(list)
    alike: Mapping[str, list[str]] = defaultdict(list)
    for key in sorted(names.forms):
        if " " in key and names.forms[key].type is EntityType.PERSON:
            bearers[key.rpartition(" ")[2]].append(key)
            if len(sound := sounds(key)) >= _FEWEST_SOUNDS:
                alike[sound].append(key)
    for surname, full in bearers.items():
        form = names.forms.get(surname)
        if len(full) != 1 or form is None or form.type is not EntityType.PERSON:
            continue
        if names.forms[full[0]].count >= form.count:
            yield Link(surname, full[0], Reason.SURNAME, names.forms[full[0]].count, form.count, sure=False)
    for same in alike.values():
        first, *others = sorted(same, key=lambda key: (-names.forms[key].count, key))
        for other in others:
            both = names.both(other, first)
            yield Link(other, first, Reason.SOUND, both, names.forms[other].count, sure=False)
