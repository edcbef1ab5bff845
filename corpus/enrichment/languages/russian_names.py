"""Persons in Russian: the case that a name stands in is taken off, so that all of its mentions are one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.article import EntityType
from corpus.enrichment.names.name_parsing import Name

_GIVEN = frozenset(
    """
    Александр Алексей Анатолий Андрей Антон Аркадий Артём Артем Борис Вадим Валентин Валерий Василий Виктор Виталий
    Владимир Владислав Вячеслав Геннадий Георгий Герман Глеб Григорий Даниил Денис Дмитрий Евгений Егор Иван Игорь Илья
    Кирилл Константин Леонид Максим Марат Михаил Никита Николай Олег Павел Пётр Петр Рамзан Рашид Роман Руслан Рустам
    Святослав Семён Сергей Станислав Степан Тарас Тимур Фёдор Эдуард Эльвира Юрий Ярослав Александра Алина Алла
    Анастасия Анна Валентина Валерия Вера Виктория Галина Дарья Евгения Екатерина Елена Елизавета Ирина Ксения Лариса
    Людмила Маргарита Марина Мария Надежда Наталья Наталия Оксана Ольга Полина Светлана Софья Татьяна Юлия Карл Джон
    Дональд Барак Ангела Эмманюэль Жан Пьер Мартин Томас Питер Майкл Джордж Роберт Уильям Дэвид Ричард Нурсултан
    Касым Ильхам
    """.split()  # noqa: SIM905 - words
)
_CASES = (
    ("ием", "ий"), ("ей", "я"), ("ем", "ь"), ("ем", "й"), ("ой", "а"), ("ом", ""), ("ым", "ый"), ("ого", "ий"),
    ("ого", "ый"), ("у", "а"), ("ю", "й"), ("ю", "я"), ("ю", "ь"), ("я", "й"), ("я", "ь"), ("и", "а"), ("ы", "а"),
    ("и", "я"), ("е", "а"), ("а", ""), ("у", ""), ("е", ""),
)  # fmt: skip
_SURNAMES = (
    ("овым", "ов"), ("евым", "ев"), ("иным", "ин"), ("ыным", "ын"), ("ским", "ский"), ("цким", "цкий"), ("ной", "ная"),
    ("ской", "ская"), ("цкой", "цкая"), ("ским", "ский"), ("ным", "ный"), ("ного", "ный"), ("ского", "ский"),
    ("овой", "ова"), ("евой", "ева"), ("иной", "ина"),
)  # fmt: skip
_STEM_ENDS = "аеёиоуыэюяйьмго"
_FEWEST = 3


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, in any case."""
    return _nominative(word) in _GIVEN


def in_nominative(names: Sequence[Name]) -> list[Name]:
    """The persons of a text under their names in the nominative, as far as their endings and the others tell it."""
    people = [name for name in names if name.type is EntityType.PERSON]
    forms: Mapping[str, set[str]] = defaultdict(set)
    for name in people:
        for word in name.text.split():
            forms[stem(word)].add(word)
    best = {common: min(words, key=_oblique) for common, words in forms.items()}
    return [_put_right(name, best) if name.type is EntityType.PERSON else name for name in names]


def _put_right(name: Name, best: Mapping[str, str]) -> Name:
    """A person under the best form of each word of the name."""
    words = name.text.split()
    shown = [_shown(word, best[stem(word)], first=at == 0 < len(words) - 1) for at, word in enumerate(words)]
    return name._replace(text=" ".join(shown))


def _shown(word: str, best: str, *, first: bool) -> str:
    if first:
        return _nominative(word)
    for end, nominative in _SURNAMES:
        if best.endswith(end):
            return best[: len(best) - len(end)] + nominative
    return best


def _nominative(word: str) -> str:
    """A given name in the nominative, where the list has it."""
    if word in _GIVEN:
        return word
    for end, nominative in _CASES:
        if word.endswith(end) and (found := word[: len(word) - len(end)] + nominative) in _GIVEN:
            return found
    return word


def stem(word: str) -> str:
    """What all cases of a name have in common."""
    found = word.rstrip(_STEM_ENDS)
    return found if len(found) >= _FEWEST else word


def _oblique(word: str) -> tuple[bool, int, str]:
    """Forms of one name by how little they look like another case than the nominative."""
    return any(word.endswith(end) for end, _ in _SURNAMES) or word.endswith(("ом", "ем", "у", "ю")), len(word), word
