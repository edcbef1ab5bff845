"""Link short names to the long ones beside which they stand (`Goldman`), and acronyms to what they mean."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from corpus.article import EntityType
from index.settlement.known_names import is_place_or_person, known_type
from index.settlement.links import Link, Reason
from index.settlement.name_forms import Form, NameForms

_SHARE = 0.75
_SHARE_OF_KIND = 0.5
"""Of the articles that have a short name, so many must have the long one too; half where it only adds a trade."""

_FEWEST = 3
_FEWER = 2
"""So many articles must have both names; or two, where no more have the short one."""

_RIVALS = 0.5
"""Another long name may share at most so much of what the first shares."""

_OWN_BODY = 0.2
"""The rest of a long name is a body of its own if so many articles have it, of those that have the short name."""

_INTRODUCED = 0.05
_INTRODUCED_ONCE = 0.2
"""Of the articles that have an acronym so many must introduce it; more where only one does, letter for letter."""
_ONE_MEANING = 0.8
_TRADES = frozenset(
    """
    air airlines airways aluminum automotive bancorp banking brands broadcasting brothers chemical chemicals
    communications computer electric energy enterprises foods gas group holding holdings hotels industries insurance
    lines media metals mines mining motor motors oil petroleum pharmaceutical pharmaceuticals power products
    properties railway resources restaurants retail services software solar solutions steel stores supermarkets systems
    technologies telecom tobacco wholesale wireless
    """.split()  # noqa: SIM905 - words
)
"""What only says which trade a company is in."""

GroupOf = Callable[[str], str]
"""The key of the name that a name was joined with so far."""


def short_forms(names: NameForms, group_of: GroupOf) -> Iterator[Link]:
    """Short names with the one long name that mostly stands beside them."""
    for key, longer in _longer(names):
        form = names.forms[key]
        if form.count < _FEWER or known_type(form.label) not in {None, EntityType.ORGANIZATION}:
            continue
        shared = _shared(names, key, longer, group_of)
        if not shared:
            continue
        (best, both), *others = shared
        only_trade = _TRADES.issuperset(best[len(key) + 1 :].split())
        if both < max((_SHARE_OF_KIND if only_trade else _SHARE) * form.count, min(_FEWEST, form.count)):
            continue
        alone = not others or others[0][1] <= _RIVALS * both
        apart = is_place_or_person(form, names) or _names_another(key, best, names)
        yield Link(key, best, Reason.SHORT, both, form.count, sure=alone and not apart)


def acronyms(names: NameForms, group_of: GroupOf) -> Iterator[Link]:
    """Acronyms with the one name that articles introduce them for."""
    for key in sorted(names.acronyms):
        form, meant = names.forms.get(key), Counter[str]()
        for long, count in names.acronyms[key].items():
            if long in names.forms and names.forms[long].type is not EntityType.PERSON:
                meant[group_of(long)] += count
        if form is None or not meant or known_type(form.label):
            continue
        long, count = min(meant.items(), key=lambda item: (-item[1], item[0]))
        often = count >= form.count or (count > 1 and count >= _INTRODUCED * form.count)
        often = often or (count >= _INTRODUCED_ONCE * form.count and _has_initials(names.forms[long], key))
        sure = often and count >= _ONE_MEANING * meant.total()
        yield Link(key, long, Reason.ACRONYM, count, meant.total(), sure=sure)


def _has_initials(form: Form, acronym: str) -> bool:
    """Whether an acronym is made of the first letters of a name's words, small words apart."""
    return "".join(word[0] for word in form.label.split() if word[0].isupper()).casefold() == acronym


def _longer(names: NameForms) -> Iterator[tuple[str, Sequence[str]]]:
    """Each name with the longer ones that begin with it."""
    ordered = sorted(names.forms)
    for at, key in enumerate(ordered, 1):
        begun, end = f"{key} ", at
        while end < len(ordered) and ordered[end].startswith(begun):  # a blank stands before all other signs
            end += 1
        if at < end:
            yield key, ordered[at:end]


def _shared(names: NameForms, key: str, longer: Sequence[str], group_of: GroupOf) -> list[tuple[str, int]]:
    """The organizations among longer names, each group of them once, with the articles that it shares with the name."""
    members: Mapping[str, list[str]] = defaultdict(list)
    for each in longer:
        if group_of(each) != group_of(key) and names.forms[each].type is EntityType.ORGANIZATION:
            members[group_of(each)].append(each)
    enough = _SHARE_OF_KIND * _RIVALS * names.forms[key].count
    some = {group: keys for group, keys in members.items() if sum(names.forms[each].count for each in keys) >= enough}
    if not some:
        return []
    counted = {group: names.beside(key, keys) for group, keys in some.items() if group.startswith(f"{key} ")}
    return sorted(((group, count) for group, count in counted.items() if count), key=lambda item: (-item[1], item[0]))


def _names_another(key: str, long: str, names: NameForms) -> bool:
    """Whether the rest of a long name is a body that articles name by itself, or begins with one."""
    rest = long[len(key) + 1 :]
    others = [names.forms.get(each) for each in {rest, rest.partition(" ")[0]}]
    least = max(2.0, _OWN_BODY * names.forms[key].count)
    return any(_is_body(other) and other.count >= least for other in others if other)


def _is_body(form: Form) -> bool:
    return form.type is EntityType.ORGANIZATION
