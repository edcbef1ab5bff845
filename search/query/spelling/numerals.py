"""Small numbers in figures and in words: `10 minutes`, `twenty-first century`, `phase ii`, `World War II`."""

from collections.abc import Iterator, Sequence

_CARDINALS = "one two three four five six seven eight nine".split()  # noqa: SIM905 - they read better so
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()  # noqa: SIM905
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ROMAN = {"2": "ii", "3": "iii", "4": "iv", "6": "vi", "7": "vii", "8": "viii"}
_OF_ROMAN = {roman: figure for figure, roman in _ROMAN.items()}
_WARS = (
    ("world war i", "world war 1", "world war one", "first world war", "wwi", "ww1", "ww i"),
    ("world war ii", "world war 2", "world war two", "second world war", "wwii", "ww2", "ww ii"),
)


def ordinal(number: int) -> str:
    """A number as an ordinal in figures: `21st`."""
    return f"{number}{'th' if number // 10 % 10 == 1 else _ENDINGS.get(number % 10, 'th')}"


def _numbers() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Numbers up to 99, each in figures and in words; a lone `one` is mostly a pronoun."""
    for number, (cardinal, counted) in enumerate(zip(_CARDINALS, _ORDINALS, strict=True), 1):
        yield ordinal(number), (counted,)
        if number > 1:
            yield str(number), (cardinal,)
        for tens, ten in enumerate(_TENS, 2):
            yield str(10 * tens + number), (ten, cardinal)
            yield ordinal(10 * tens + number), (ten, counted)
    for number, word in [*enumerate(_TEENS, 10), *zip(range(20, 100, 10), _TENS, strict=True)]:
        yield str(number), (word,)
        yield ordinal(number), ("twelfth" if word == "twelve" else f"{word.removesuffix('y')}{_th(word)}",)


def _th(word: str) -> str:
    return "ieth" if word.endswith("y") else "th"


_IN_WORDS = dict(_numbers())
_IN_FIGURES = {words: figures for figures, words in _IN_WORDS.items()}
_COMPOUND = 2


def numerals(words: Sequence[str]) -> Iterator[str]:
    """Other spellings of some folded words of which the first or last is a small number, or which are one above 20."""
    row = tuple(words)
    for count in (_COMPOUND, 1):
        if len(row) < count + (count == 1):  # a number of one word alone says too little
            continue
        yield from (" ".join((*row[:-count], other)) for other in _others(row[-count:], last=True))
        if len(row) > count:
            yield from (" ".join((other, *row[count:])) for other in _others(row[:count], last=False))
    if len(row) == 1 and len(spelled := _IN_WORDS.get(row[0], ())) == _COMPOUND:
        yield " ".join(spelled)
    for names in _WARS:
        if (text := " ".join(row)) in names:
            yield from (name for name in names if name != text)


def _others(number: tuple[str, ...], *, last: bool) -> Iterator[str]:
    """The other spellings of a number; behind a name it may be a Roman one."""
    figure = _IN_FIGURES.get(number) or _OF_ROMAN.get(number[0] if last else "") or number[0]
    spelled = _IN_WORDS.get(figure, ()) if len(number) == 1 or number in _IN_FIGURES else ()
    if spelled:
        roman = _ROMAN.get(figure, "") if last else ""
        yield from (each for each in (figure, " ".join(spelled), roman) if each and each != " ".join(number))
