"""Articles changed as editors change them, so that it is known which are near-duplicates and which only look alike."""

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bench.stories import Text

_SENTENCE = re.compile(r"(?<=[.!?\"])\s+(?=[A-Z\"])")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MOST_SENTENCES, _FEWEST_SENTENCES = 60, 8
_FIGURES_KEPT = 0.75

MERGED = "merged"


class Edit(NamedTuple):
    """A changed article, the one that it was made of, whether it is still the same story, and what was done."""

    of: str
    text: Text
    same: bool
    kind: str


def edits_of(stories: Sequence[Text], chance: random.Random, each: int) -> list[Edit]:
    """So many edits of each kind, every one of another article."""
    able = [story for story in stories if _FEWEST_SENTENCES <= len(_sentences(story)) <= _MOST_SENTENCES]
    drawn = iter(chance.sample(able, len(able)))
    made = []
    for kind, edit in _SAME.items():
        for number in range(each):
            story, other = next(drawn), next(drawn)
            text = " ".join(edit(_sentences(story), _sentences(other), chance))
            changed = Text(f"{kind.replace(' ', '-')}-{number}", _title(kind, story, other), text)
            made.append(Edit(story.id, changed, same=True, kind=kind))
            if kind == MERGED:  # it stands beside both, and cannot be in two groups
                made.append(Edit(other.id, changed, same=True, kind="merged, its other half"))
    for number in range(each):
        story, other = next(drawn), next(drawn)
        for kind, edit in _OTHER.items():
            text = " ".join(edit(_sentences(story), _sentences(other), chance))
            changed = Text(f"{kind.replace(' ', '-')}-{number}", story.title, text)
            made.append(Edit(story.id, changed, same=False, kind=kind))
    return made


Sentences = list[str]


def _sentences(story: Text) -> Sentences:
    return [each for each in _SENTENCE.split(" ".join(story.text.split())) if each]


def _title(kind: str, story: Text, other: Text) -> str:
    return other.title if kind == "new headline" else story.title


def _cut(own: Sentences, _: Sentences, chance: random.Random) -> Sentences:
    return own[: max(4, round(len(own) * chance.uniform(0.25, 0.8)))]


def _new_lead(own: Sentences, other: Sentences, _: random.Random) -> Sentences:
    return [*other[:2], *own[2:]]


def _headline(own: Sentences, _: Sentences, __: random.Random) -> Sentences:
    return own


def _merged(own: Sentences, other: Sentences, _: random.Random) -> Sentences:
    return [*own, *other[: len(own)]]


def _updated(own: Sentences, other: Sentences, chance: random.Random) -> Sentences:
    """A quarter of its figures changed, and a paragraph added."""
    changed = [_NUMBER.sub(lambda found: _figure(found[0], chance), each) for each in own]
    return [*changed[:3], *other[-3:], *changed[3:]]


def _figure(written: str, chance: random.Random) -> str:
    if chance.random() < _FIGURES_KEPT:
        return written
    return "".join(str(chance.randint(1, 9)) if sign.isdigit() else sign for sign in written)


def _agency(own: Sentences, _: Sentences, chance: random.Random) -> Sentences:
    first = chance.choice(["By our foreign staff and agencies.", "From our own correspondent, with agency material."])
    return [first, *own[1:-1], "This report includes material from news agencies. All rights reserved."]


def _reworded(own: Sentences, _: Sentences, __: random.Random) -> Sentences:
    """A sentence dropped, two put the other way round, and a house's own spelling."""
    turned = [*own[:2], own[4], own[3], *own[5:]]
    return [
        each.replace("percent", "per cent").replace("pct", "per cent").replace(" mln ", " million ") for each in turned
    ]


def _background(own: Sentences, other: Sentences, _: random.Random) -> Sentences:
    """Another article that ends with the background paragraph of the first."""
    return [*other, *own[-3:]]


_SAME: dict[str, Callable[[Sentences, Sentences, random.Random], Sentences]] = {
    "cut": _cut,
    "new lead": _new_lead,
    "new headline": _headline,
    MERGED: _merged,
    "updated": _updated,
    "agency line": _agency,
    "reworded": _reworded,
}
_OTHER: dict[str, Callable[[Sentences, Sentences, random.Random], Sentences]] = {"background repeated": _background}
