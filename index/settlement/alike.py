"""Link names that are spelled alike: companies by law, groups of companies, names with and without their nation."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping

from corpus.article import EntityType
from corpus.enrichment.aliases.country_names import country_name
from corpus.folding import exact_key
from index.segments.facets import Facet
from index.settlement.known_names import is_place_or_person, known_type, nation
from index.settlement.links import Link, Reason
from index.settlement.name_forms import Form, NameForms
from index.settlement.spellings import base, names_group, partnership, squeezed, without_group, without_marks

_OF_A_GROUP = 0.5
"""Of the articles that name a group of companies, or name it without the word, so many must do both."""

_RIVALS = 0.2
"""Another body that begins with the name counts where so many articles have it, of those that have the name alone."""

_ELSEWHERE = 0.02
"""Of the articles that name it without a nation, hardly one may be about another country alone."""

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


def partnerships(names: NameForms) -> Iterator[Link]:
    """`Quimby & Company`, linked to `Quimby`: that one, unless other bodies are called so (`Quimby Capital`)."""
    ordered = sorted(names.forms)
    for key in filter(partnership, ordered):
        other = names.forms.get(partnership(key))
        if other is None or base(key) != key:
            continue
        begun = f"{other.key} "
        longer = ordered[bisect_left(ordered, begun) : bisect_left(ordered, f"{begun}\U0010ffff")]
        rival = any(
            names.forms[each].type is EntityType.ORGANIZATION
            and names.forms[each].count >= _RIVALS * other.count
            and without_group(each) not in {key, other.key}
            for each in longer
        )
        alone = not rival and not is_place_or_person(other, names)
        yield Link(key, other.key, Reason.SPELLING, names.forms[key].count, names.forms[key].count, sure=alone)


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

    Hardly another nation's is named, and the articles that name it without its nation are about that country: every
    nation may have a `Communist Party`.
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
            code = _nation(first)
            about = names.beside(key, [code.lower()], Facet.COUNTRY)
            only = first.count >= _OF_ONE_NATION * every and first.count > 1
            sure = only and about >= _ABOUT * form.count and _elsewhere(key, code, names) <= _ELSEWHERE * form.count
            yield Link(first.key, key, Reason.NATION, about, form.count, sure=sure)


def _elsewhere(key: str, code: str, names: NameForms) -> int:
    """How many articles with a name are about other countries, and do not as much as name this one."""
    return names.elsewhere(key, code.lower(), exact_key(country_name(code)))


def _nation(form: Form) -> str:
    """The code of the country that a name begins with, or whose people it begins with; empty where there is none."""
    return nation(form.label.partition(" ")[0]) or ""
