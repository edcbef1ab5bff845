"""Names that are probably one, with what speaks for it: for a user to merge, or to keep apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import EntityType
from index.corrections.user_aliases import UserAliases
from index.settlement.links import Link, Reason
from index.settlement.name_forms import Form, NameForms
from index.settlement.people import like_persons
from index.settlement.settling import joined
from index.snapshots.snapshot import Snapshot

_EVIDENCE = {
    Reason.SPELLING: "they differ in signs, in capitals or in what a company is by law",
    Reason.GROUP: "one is the other's group of companies; {articles:,} articles have both",
    Reason.NATION: "one has its nation before it; {articles:,} of {among:,} articles without it are about that country",
    Reason.ACRONYM: "{articles:,} of the {among:,} articles that explain “{name}” mean “{other}”",
    Reason.SHORT: "{articles:,} of the {among:,} articles that have “{name}” have “{other}”, too",
    Reason.SURNAME: "nobody else is called so in full; {articles:,} articles have “{other}”",
    Reason.SOUND: "they sound alike; {articles:,} articles have both",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A name as the articles have it most often, its type, and how many have it so."""

    name: str
    type: EntityType
    articles: int


@dataclass(frozen=True, slots=True)
class LikelyDuplicate:
    """Two names; `settled`: the collection shows them as one already, as long as no correction parts them."""

    name: Named
    other: Named
    reason: Reason
    evidence: str
    settled: bool


def likely_duplicates(snapshot: Snapshot) -> list[LikelyDuplicate]:
    """The likely duplicates of a snapshot, those of most articles first; none that a user has put right already."""
    return likely_among(NameForms.of(snapshot.segments), snapshot.corrections)


def likely_among(names: NameForms, corrections: UserAliases) -> list[LikelyDuplicate]:
    """The same of any names, wherever their articles are kept."""
    links = _open([*joined(names), *like_persons(names)], corrections)
    found = [_told(link, names) for link in links]
    return sorted(found, key=lambda each: (-min(each.name.articles, each.other.articles), each.name.name))


def _open(links: Sequence[Link], corrections: UserAliases) -> Iterator[Link]:
    """The links between names of which a user has said nothing, or that are still shown as two."""
    for link in links:
        said = any(key in corrections.names or corrections.hides(key) for key in (link.name, link.other))
        if not said:
            yield link


def _told(link: Link, names: NameForms) -> LikelyDuplicate:
    name, other = (_named(names.forms[key]) for key in (link.name, link.other))
    evidence = _EVIDENCE[link.reason].format(name=name.name, other=other.name, articles=link.articles, among=link.among)
    return LikelyDuplicate(name, other, link.reason, evidence, link.sure)


def _named(form: Form) -> Named:
    return Named(form.label, form.type, form.count)
