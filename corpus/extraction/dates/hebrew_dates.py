"""Read days of the Hebrew calendar as newspapers of Israel print them: `ה' בתמוז תשפ"א`."""

from collections.abc import Iterator, Mapping
from datetime import date

from corpus.late_pattern import late

_EPOCH = -1373427
_THOUSANDS = 5000
_YEARS = range(5360, 6000)
_NUMERALS = dict(zip("אבגדהוזחטיכלמנסעפצקרשת", [*range(1, 10), *range(10, 100, 10), 100, 200, 300, 400], strict=True))
_FINAL = str.maketrans("ךםןףץ", "כמנפצ")
_MONTHS: Mapping[str, str] = {
    "תשרי": "tishri",
    "חשוון": "heshvan",
    "חשון": "heshvan",
    "מרחשוון": "heshvan",
    "כסלו": "kislev",
    "כסליו": "kislev",
    "טבת": "tevet",
    "שבט": "shevat",
    "אדר": "adar",
    "אדר א": "adar 1",
    "אדר ב": "adar",
    "ניסן": "nisan",
    "אייר": "iyar",
    "סיוון": "sivan",
    "סיון": "sivan",
    "תמוז": "tammuz",
    "אב": "av",
    "מנחם אב": "av",
    "אלול": "elul",
}
_MARK = "['׳\"״]"
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = late(
    rf"(?<![א-ת'׳\"״])([א-ת]{{1,2}}(?:['׳]|[\"״][א-ת]))\s+(?:ב|ל)?-?({_NAMES})"
    rf"(?:{_MARK})?,?\s+(?:ה['׳]\s?)?(ת[א-ת]{{0,3}}[\"״][א-ת]|ת[א-ת]{{0,3}}['׳])(?![א-ת])"
)


def hebrew_days(text: str) -> Iterator[tuple[int, int, date]]:
    """Where days of the Hebrew calendar begin and end in a text, each with the Gregorian one."""
    for found in _DAY.finditer(text):
        try:
            day = _gregorian(_THOUSANDS + _number(found[3]), _MONTHS[found[2]], _number(found[1]))
        except ValueError:
            continue
        yield found.start(), found.end(), day


def _number(letters: str) -> int:
    letters = letters.translate(_FINAL)
    return sum(_NUMERALS.get(each, 0) for each in letters)


def _gregorian(year: int, month: str, day: int) -> date:
    """The Gregorian day of a day. Raises `ValueError` where there is none (Dershowitz and Reingold)."""
    lengths = _lengths(year)
    if month == "adar 1" and month not in lengths:
        month = "adar"
    if year not in _YEARS or not 1 <= day <= lengths[month]:
        raise ValueError(f"no day {day} {month} {year} in the Hebrew calendar")
    names = [*lengths]
    return date.fromordinal(_new_year(year) + sum(map(lengths.__getitem__, names[: names.index(month)])) + day - 1)


def _lengths(year: int) -> dict[str, int]:
    """The months of a year, in their order, with their days."""
    days = _new_year(year + 1) - _new_year(year)
    leap = {"adar 1": 30} if (7 * year + 1) % 19 < 7 else {}  # noqa: PLR2004 - seven years of nineteen
    return {
        "tishri": 30,
        "heshvan": 30 if days % 10 == 5 else 29,  # noqa: PLR2004 - of a year of 355 or 385 days
        "kislev": 29 if days % 10 == 3 else 30,  # noqa: PLR2004 - of a year of 353 or 383 days
        "tevet": 29,
        "shevat": 30,
        **leap,
        "adar": 29,
        "nisan": 30,
        "iyar": 29,
        "sivan": 30,
        "tammuz": 29,
        "av": 30,
        "elul": 29,
    }


def _new_year(year: int) -> int:
    """The ordinal of the first day of a year: no year may have 356 days, nor follow one of 382."""
    before, this, after = (_elapsed(each) for each in (year - 1, year, year + 1))
    return _EPOCH + this + (2 if after - this == 356 else 1 if this - before == 382 else 0)  # noqa: PLR2004 - the rule


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean new moon of a year, moved where the year would begin on a forbidden weekday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + (3 * (days + 1) % 7 < 3)  # noqa: PLR2004 - the rule
