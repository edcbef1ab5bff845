"""Articles for measurements of reading and cleaning: pages of made-up news with the furniture of real sites.

No two articles share a sentence, and no two publications a template.
"""

import html
import random
from collections.abc import Sequence
from dataclasses import dataclass

_PLACES = (
    "Oslo", "Amman", "Lima", "Nairobi", "Jakarta", "Riga", "Quito", "Dakar", "Hanoi", "Tunis", "Accra", "Sofia",
    "Kabul", "Minsk", "Tokyo", "Cairo", "Ankara", "Madrid", "Warsaw", "Bogota",
)  # fmt: skip
_BODIES = (
    "ministry", "council", "court", "union", "harbour board", "parliament", "central bank", "police", "university",
    "hospital", "railway", "refinery", "commission", "fishing fleet", "water company", "opposition",
)  # fmt: skip
_VERBS = (
    "rejected", "announced", "delayed", "approved", "questioned", "defended", "published", "withdrew", "reviewed",
    "suspended", "welcomed", "abandoned", "postponed", "financed",
)  # fmt: skip
_THINGS = (
    "a loan", "the treaty", "a strike", "the new timetable", "its budget", "a report", "the ceasefire", "a pipeline",
    "the election rules", "a tax on fuel", "an appeal", "the merger", "a search of the coast", "border controls",
)  # fmt: skip
_REASONS = (
    "after weeks of talks", "despite warnings from its neighbours", "because costs had doubled", "under a new law",
    "as prices kept rising", "before the vote in spring", "while crowds waited outside", "at the request of the mayor",
)  # fmt: skip
_SECTIONS = (
    "Home", "World", "Politics", "Business", "Opinion", "Sport", "Culture", "Weather", "Video", "Podcasts", "Archive",
    "Health", "Science", "Travel", "Jobs", "Letters", "Obituaries", "Games",
)  # fmt: skip
_TITLES = ("Post", "Courier", "Herald", "Tribune", "Gazette", "Observer", "Mail", "Chronicle")


@dataclass(frozen=True, slots=True)
class Story:
    """An article: its title, its day as ISO date, its paragraphs."""

    title: str
    day: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """A site with a template of its own: menus above and below, notices, the names of its boxes."""

    name: str
    menu: tuple[str, ...]
    notices: tuple[str, ...]
    boxes: tuple[str, ...]
    depth: int


def publication(number: int) -> Publication:
    """One of any number of sites."""
    chance = random.Random(f"site {number}")  # noqa: S311 - no secret
    name = f"{chance.choice(_PLACES)} {chance.choice(_TITLES)} {number}"
    notices = (
        f"The {name} is published by a foundation in {chance.choice(_PLACES)} for {chance.randrange(9, 90)} years.",
        f"Readers of the {name} may write to its {chance.choice(_BODIES)} correspondent at any hour.",
        "We use cookies to improve our service. By staying here you accept them.",
        f"© {name}. All rights reserved.",
    )
    boxes = ("Most read", "Related articles", f"More from {name}", "Share", "Newsletter", f"Inside the {name} today")
    menu = tuple(chance.sample(_SECTIONS, 14))
    return Publication(name, menu, notices, boxes, chance.randrange(2, 9))


def story(number: int) -> Story:
    """One of any number of articles."""
    chance = random.Random(f"story {number}")  # noqa: S311 - no secret
    day = f"{chance.randrange(1998, 2024)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    place = chance.choice(_PLACES)
    title = f"{place} {chance.choice(_BODIES)} {chance.choice(_VERBS)} {chance.choice(_THINGS)}, report {number} says"
    paragraphs = [
        " ".join(_sentence(chance, number * 100 + place) for place in range(chance.randrange(1, 5)))
        for _ in range(chance.randrange(5, 14))
    ]
    return Story(title, day, tuple(paragraphs))


def _sentence(chance: random.Random, number: int) -> str:
    return (
        f"The {chance.choice(_BODIES)} of {chance.choice(_PLACES)} {chance.choice(_VERBS)} {chance.choice(_THINGS)} "
        f"{chance.choice(_REASONS)}, and {chance.randrange(2, 900)} people in {chance.choice(_PLACES)} heard of case "
        f"{number} from the {chance.choice(_BODIES)} on the same day."
    )


def as_text(site: Publication, told: Story, others: Sequence[Story]) -> str:
    """The article as a page that was saved as plain text, all its furniture around it."""
    lines = [
        f"{told.title} - {site.name}",
        "Skip to content",
        *site.menu,
        site.boxes[5],
        *(o.title for o in others[:3]),
    ]
    lines += [told.title, f"Published: {told.day}", "Share", "Tweet", *told.paragraphs[:2], "Advertisement"]
    lines += [*told.paragraphs[2:], site.boxes[0], *(other.title for other in others), site.boxes[2]]
    lines += [*site.menu, *site.notices]
    return "\n".join(lines) + "\n"


def as_page(site: Publication, told: Story, others: Sequence[Story]) -> str:
    """The article as a web page."""
    say = html.escape
    menu = "".join(f'<li class="item"><a href="/{each.lower()}">{each}</a></li>' for each in site.menu)
    links = "".join(f'<li><a href="/story/{len(o.title)}">{say(o.title)}</a></li>' for o in others)
    text = "".join(f'<p class="par">{say(each)}</p>\n' for each in told.paragraphs)
    title, name = say(told.title), say(site.name)
    wrapped = '<div class="w">' * site.depth
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - {name}</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{name}">'
        f'<meta property="article:published_time" content="{told.day}T08:00:00Z">'
        "<script>var tracked = [1, 2, 3]; function go() { return tracked.length; }</script></head>"
        f'<body>{wrapped}<header><a href="/">{name}</a><nav><ul>{menu}</ul></nav></header>'
        f'<main><article><h1>{title}</h1><div class="meta"><time datetime="{told.day}">{told.day}</time></div>'
        f'<div class="body">{text}</div></article><aside><h3>{site.boxes[0]}</h3><ul>{links}</ul></aside></main>'
        f"<footer><ul>{menu}</ul>{''.join(f'<p>{say(each)}</p>' for each in site.notices)}</footer>"
        f"{'</div>' * site.depth}</body></html>"
    )
