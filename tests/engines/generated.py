"""Articles and questions made by chance, the same for the same seed: the whole query language over words that collide.

Words share stems (`city`, `Citi`), differ by accents, capitals and hyphens, stand in three languages; names have other
names; dates are stated to the day, the month, the year, or not at all.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

_WORDS = """
    troops troop army armies city cities Citi talks talk talked peace peaceful war wars border borders minister
    ministers election elected elections bank banks banking Bank oil oils price prices pricing strike strikes striking
    the of and in to a for on with at by from us US it is was were said say says new old two three 2009 2014 3,500 $5bn
    defence defense organisation organization theatre centre wal-mart Walmart e-mail email café cafe naïve Müller
    Mueller über uber Qur'an Quran Koran Gaddafi Qaddafi Kadhafi Netanyahu U.S. U.N. UN IMF F-16 F16 1990s 90s colour
    universe university general generally generation nations national nation report reported reporting reports police
    policy policies official officials government governments economic economy company companies market markets group
    crisis leader leaders president presidential security forces force attack attacks attacked killed kill killing
""".split()  # noqa: SIM905 - they read better so
_GERMAN = """
    der die das und Regierung Regierungen Wahl Wahlen Krieg Kriege Stadt Städte Straße Strasse Präsident sagte Truppen
    über für Bank Banken Öl Preis Preise Grenze Grenzen Müller Minister
""".split()  # noqa: SIM905
_FRENCH = """
    le la les et gouvernement élection élections guerre ville villes l'économie président l'armée banque prix frontière
    troupes ministre crise d'État
""".split()  # noqa: SIM905
_OTHERS = ["北京", "東京", "ไทย", "서울", "中国政府", "C++", "AT&T", "x-ray", "don't", "O'Leary", "İstanbul", "ﬁnance"]
_NAMES = [
    ("United Nations", "organization"), ("Islamic State", "organization"), ("ISIS", "organization"),
    ("Daesh", "organization"), ("Barack Obama", "person"), ("Angela Merkel", "person"), ("Walmart", "organization"),
    ("Goldman Sachs", "organization"), ("Damascus", "place"), ("Berlin", "place"), ("World Bank", "organization"),
    ("Muammar Gaddafi", "person"), ("European Union", "organization"), ("Syria", "place"), ("Kurdistan", "place"),
]  # fmt: skip
_COUNTRIES = ["SY", "US", "DE", "FR", "IQ", "CN", "GB", "TR"]
_SOURCES = ["The Daily Star", "Reuters", "Der Bote", "Le Monde", "Star", None]
_AUTHORS = ["Jane Doe", "John Q. Public", "Max Müller", None, None]
_SIGNS = [".", ".", ".", ",", ";", ":", "!", "?", " –", ""]


def articles(seed: int, count: int) -> list[dict[str, Any]]:
    """Records of articles, as JSON lines have them."""
    chance = Random(seed)  # noqa: S311 - chance that can be had again
    return [_article(chance, number) for number in range(count)]


def write(folder: Path, records: list[dict[str, Any]], name: str = "articles") -> Path:
    """The records as a file in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in records), encoding="utf-8")
    return folder


def _article(chance: Random, number: int) -> dict[str, Any]:
    language = chance.choices(["en", "de", "fr"], [8, 2, 1])[0]
    vocabulary = {"en": _WORDS, "de": _GERMAN, "fr": _FRENCH}[language] + (_OTHERS if chance.random() < 0.3 else [])
    names = chance.sample(_NAMES, chance.randint(1, 4))
    text = "\n\n".join(_paragraph(chance, vocabulary, [name for name, _ in names]) for _ in range(chance.randint(1, 4)))
    title = " ".join(chance.choices(vocabulary, k=chance.randint(2, 7)))
    record: dict[str, Any] = {
        "id": f"{chance.choice('abc')}/{number:05d}",
        "title": title.upper() if chance.random() < 0.1 else title[:1].upper() + title[1:],
        "text": text,
        "language": language,
        "clean": True,
        "entities": [{"name": name, "type": kind} for name, kind in names],
        "countries": chance.sample(_COUNTRIES, chance.randint(0, 3)),
        "source": chance.choice(_SOURCES),
        "author": chance.choice(_AUTHORS),
        "published": _date(chance),
    }
    return {name: value for name, value in record.items() if value is not None}


def _paragraph(chance: Random, vocabulary: list[str], names: list[str]) -> str:
    sentences = []
    for _ in range(chance.randint(1, 5)):
        words = chance.choices(vocabulary, k=chance.randint(4, 18))
        if names and chance.random() < 0.5:
            words.insert(chance.randrange(len(words)), chance.choice(names))
        words = [word + (chance.choice(_SIGNS) if chance.random() < 0.1 else "") for word in words]
        sentences.append(" ".join(words)[:1].upper() + " ".join(words)[1:] + ".")
    return " ".join(sentences)


def _date(chance: Random) -> str | None:
    year, month, day = chance.randint(2008, 2011), chance.randint(1, 12), chance.randint(1, 28)
    forms = [f"{year}-{month:02d}-{day:02d}"] * 5 + [f"{year}-{month:02d}", f"{year}", None]
    return chance.choice(forms)


def queries(seed: int, count: int) -> Iterator[str]:
    """Queries of the whole language."""
    chance = Random(seed)  # noqa: S311
    for _ in range(count):
        yield _query(chance, 0)


def _query(chance: Random, depth: int) -> str:
    parts = [_clause(chance, depth) for _ in range(chance.choices([1, 2, 3, 6], [6, 5, 3, 1])[0])]
    joint = chance.choice([" ", " ", " ", " OR ", " AND ", " or "])
    return joint.join(parts)


def _clause(chance: Random, depth: int) -> str:
    kind = chance.random()
    if kind < 0.08 and depth < 2:
        return f"({_query(chance, depth + 1)})"
    if kind < 0.14:
        return chance.choice(["-", "NOT ", "+"]) + _leaf(chance)
    if kind < 0.22:
        operator = chance.choice(["NEAR/3", "w/5", "pre/4", "NEAR/8"])
        return f"{_leaf(chance)} {operator} {_leaf(chance)}"
    return _leaf(chance)


def _leaf(chance: Random) -> str:
    makers = [_word, _word, _word, _word, _name, _phrase, _phrase, _pattern, _fielded, _filter, _filter, _exact]
    return chance.choice(makers)(chance)


def _word(chance: Random) -> str:
    word = chance.choice([*_WORDS, *_WORDS, *_WORDS, *_GERMAN, *_FRENCH, *_OTHERS])
    if chance.random() < 0.1:
        return word.upper()
    return f"{word}^{chance.choice(['2', '0.5'])}" if chance.random() < 0.04 else word


def _name(chance: Random) -> str:
    return chance.choice(_NAMES)[0]


def _phrase(chance: Random) -> str:
    words = chance.choices(chance.choice([_WORDS, _WORDS, _GERMAN]), k=chance.choice([1, 2, 2, 2, 3]))
    if chance.random() < 0.2:
        words[chance.randrange(len(words))] = chance.choice(["*", "pol*", "?il"])
    return f'"{" ".join(words)}"' + (f"~{chance.choice([2, 3, 5, 8])}" if chance.random() < 0.5 else "")


def _exact(chance: Random) -> str:
    return chance.choice(["={}", '="{} {}"']).format(*chance.choices(_WORDS, k=2))


def _pattern(chance: Random) -> str:
    word = chance.choice([each for each in _WORDS if each.isalpha() and len(each) > 4])
    cut = chance.randint(2, len(word) - 1)
    forms = [f"{word[:cut]}*", f"*{word[cut:]}", f"{word[:cut]}?{word[cut + 1 :]}", f"{word[:-1]}x~", f"{word}~1"]
    return chance.choice(forms)


def _fielded(chance: Random) -> str:
    field = chance.choice(["title", "title", "text", "source"])
    value = chance.choice(["Star", "daily star", "reuters"]) if field == "source" else _word(chance)
    return f'{field}:"{value}"' if " " in value else f"{field}:{value}"


def _filter(chance: Random) -> str:
    made: list[Callable[[], str]] = [
        lambda: f'entity:"{_name(chance)}"', lambda: f"country:{chance.choice(_COUNTRIES)}",
        lambda: f"year:{chance.randint(2007, 2012)}", lambda: f"year:2009..{chance.randint(2009, 2011)}",
        lambda: f"year:2010-{chance.randint(1, 12):02d}", lambda: "year:unknown", lambda: "before:2009-06-15",
        lambda: f"after:2010-0{chance.randint(1, 9)}", lambda: "basis:stated", lambda: "author:doe",
        lambda: "author:m*", lambda: "language:de", lambda: "entity:is*", lambda: "entity:*bank*",
    ]  # fmt: skip
    return chance.choice(made)()


def filters(seed: int) -> dict[str, list[str]]:
    """Parameters of an address that narrow a result."""
    chance = Random(seed)  # noqa: S311
    made: list[tuple[str, str]] = [
        ("country", chance.choice(_COUNTRIES)), ("country", chance.choice(_COUNTRIES)), ("entity", _name(chance)),
        ("year", str(chance.randint(2007, 2012))), ("year", "2009..2010"), ("year", "2010-05"), ("year", "unknown"),
        ("not_country", chance.choice(_COUNTRIES)), ("not_entity", _name(chance)), ("source", "Star"),
        ("not_year", "2009"), ("basis", "stated"), ("language", "en"), ("author", "Jane Doe"), ("entity", "Nobody"),
    ]  # fmt: skip
    found: dict[str, list[str]] = {}
    for name, value in chance.sample(made, chance.choice([0, 0, 1, 1, 2, 3])):
        found.setdefault(name, []).append(value)
    if chance.random() < 0.1:
        found["country_match"] = ["all"]
    return found


def stories(seed: int, count: int) -> list[dict[str, Any]]:
    """Records of stories, many of which are printed several times, shortened or with another title and source."""
    chance = Random(seed)  # noqa: S311
    found: list[dict[str, Any]] = []
    for number in range(count):
        story = _article(chance, number)
        story["text"] = "\n\n".join(_paragraph(chance, _WORDS, []) for _ in range(6))
        found.append(story)
        for copy in range(chance.choice([0, 0, 1, 2, 4])):
            cut = story["text"].rsplit(" ", chance.randint(1, 20))[0] + "."
            title = story["title"] if chance.random() < 0.5 else f"{story['title']} again"
            found.append({**story, "id": f"{story['id']}/{copy}", "text": cut, "title": title})
    chance.shuffle(found)
    return found
