"""Link names that are spelled alike: companies by law, groups of companies, names with and without their nation."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from corpus.article import EntityType
from index.segments.facets import Facet
from index.settlement.known_names import is_place_or_person, known_type, nation
from index.settlement.links import Link, Reason
from index.settlement.name_forms import Form, NameForms
from index.settlement.spellings import base, names_group, squeezed, without_group, without_marks

_OF_A_GROUP = 0.5
"""Of the articles that name a group of companies, or name it without the word, so many must do both."""

_OF_ONE_NATION = 0.9
"""Of the articles that name such a body with a nation, so many must name this one's."""

_ABOUT = 0.8
"""Of the articles that name it without a nation, so many must be about this one's country."""


def spelled_alike(names: NameForms) -> Iterator[Link]:
    """Names of one spelling, each linked to the most frequent: `Apple Inc's`, `GENERAL MOTORS CORP`, `JP Morgan`."""
    same: Mapping[tuple[str, str], list[Form]] = defaultdict(list)
    for form in names.forms.values():
        kind = form.type
        if kind is EntityType.ORGANIZATION:
            bare = base(form.key)
            same[squeezed(bare), ""].append(form)
            other = names.forms.get(bare) if bare != form.key else None
            if other and other.type is not kind and not is_place_or_person(other, names):
                same[squeezed(bare), ""].append(other)
        else:
            same[without_marks(form.key), kind].append(form)
    for _, forms in sorted(same.items()):
        if len(forms) > 1:
            first, *others = sorted(forms, key=lambda each: (known_type(each.label) is None, -each.count, each.key))
            for each in {other.key: other for other in others}.values():
                yield Link(each.key, first.key, Reason.SPELLING, each.count, each.count)


def groups(names: NameForms) -> Iterator[Link]:
    """Groups of companies, linked to the name without the word: `Goldman Sachs Group`."""
    for key in sorted(filter(names_group, names.forms)):
        bare = base(key)
        short = without_group(bare)
        form, other = names.forms[key], names.forms.get(short)
        if other is None or short == bare or form.type is EntityType.PERSON or is_place_or_person(other, names):
            continue
        both = names.both(key, short)
        fewer = min(form.count, other.count)
        yield Link(key, short, Reason.GROUP, both, fewer, sure=" " in short or 0 < both >= _OF_A_GROUP * fewer)


def of_nations(names: NameForms) -> Iterator[Link]:
    """Organizations with their nation before them, linked to those without it: `US Labor Department`.

    Hardly another nation's is named, and most articles that name it without its nation are about that country.
    """
    of: Mapping[str, list[Form]] = defaultdict(list)
    for form in names.forms.values():
        _, _, rest = form.key.partition(" ")
        if " " in rest and rest in names.forms and form.type is EntityType.ORGANIZATION and _nation(form):
            of[rest].append(form)
    for key in sorted(of):
        form = names.forms[key]
        if form.type is EntityType.ORGANIZATION:
            first = min(of[key], key=lambda each: (-each.count, each.key))
            every = sum(each.count for each in of[key])
            about = names.beside(key, [_nation(first).lower()], Facet.COUNTRY)
            only = first.count >= _OF_ONE_NATION * every and first.count > 1
            yield Link(first.key, key, Reason.NATION, about, form.count, sure=only and about >= _ABOUT * form.count)


def _nation(form: Form) -> str:
    """The code of the country that a name begins with, or whose people it begins with; empty where there is none."""
    return nation(form.label.partition(" ")[0]) or ""
