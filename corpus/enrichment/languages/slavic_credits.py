"""Put those whom Russian and Ukrainian credits name into the nominative: `Фото Ивана Лунина` is by Иван Лунин."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Author
from corpus.enrichment.gazetteer.person_names import is_given_name
from corpus.enrichment.languages import russian_names

_LANGUAGES = frozenset(("ru", "uk"))
_GIVEN = (("а", ""), ("я", "й"), ("я", "ь"), ("ы", "а"), ("и", "а"), ("и", "я"), ("ії", "ія"), ("ии", "ия"))
_MENS = (
    ("ского", "ский"), ("цкого", "цкий"), ("ського", "ський"), ("цького", "цький"), ("ного", "ный"), ("ого", "ый"),
    ("енка", "енко"), ("ця", "ець"), ("ца", "ец"), ("ія", "ій"), ("я", "й"), ("я", "ь"), ("а", ""),
)  # fmt: skip
_WOMENS = (
    ("ской", "ская"), ("цкой", "цкая"), ("ської", "ська"), ("цької", "цька"), ("овой", "ова"), ("евой", "ева"),
    ("ёвой", "ёва"), ("иной", "ина"), ("ыной", "ына"), ("ової", "ова"), ("евої", "ева"), ("ної", "на"), ("ной", "ная"),
)  # fmt: skip
"""What surnames end with in the genitive, and in the nominative."""
_MEN = frozenset(("Илья", "Никита", "Данила", "Лука", "Кузьма", "Савва", "Фома", "Микола", "Ілля", "Микита", "Сава"))
_MORE = _MEN | frozenset(
    """
    Игнат Назар Остап Аким Антип Афанасий Богдан Велимир Всеволод Вениамин Демид Ефим Захар Зиновий Иннокентий Климент
    Лев Макар Матвей Мирон Модест Наум Прохор Родион Савелий Степан Тихон Филипп Эльдар Яков Ян Агата Варвара Василиса
    Дана Диана Евдокия Жанна Злата Зинаида Инна Кира Клавдия Лада Лидия Любовь Майя Мила Нина Олеся Раиса Регина Римма
    Снежана Софія Соломія Таисия Тамара Ульяна Эмма Яна Андрій Василь Володимир Віктор Григорій Дмитро Ігор Іван Кирило
    Максим Михайло Олег Олександр Олексій Олена Петро Роман Сергій Юрій Ярослав Ганна Наталія
    Ірина Марія Оксана Катерина
    """.split()  # noqa: SIM905 - words
)
_FEWEST = 2
_VOWELS = frozenset("аеёиоуыэюяіїє")


def in_nominative(authors: Sequence[Author], language: str) -> tuple[Author, ...]:
    """Authors under their names in the nominative, where a given name stands in the genitive."""
    if language not in _LANGUAGES:
        return tuple(authors)
    return tuple(dict.fromkeys(replace(author, name=_nominative(author.name)) for author in authors))


def _nominative(name: str) -> str:
    given, _, rest = name.partition(" ")
    if not rest or _is_given(given):
        return name
    for nominative in _before(given, _GIVEN):
        if _is_given(nominative):
            *middle, surname = rest.split()
            endings = _WOMENS if nominative.endswith(("а", "я")) and nominative not in _MEN else _MENS
            return " ".join([nominative, *middle, next(_before(surname, endings), surname)])
    return name


def _is_given(word: str) -> bool:
    return word in _MORE or is_given_name(word) or russian_names.is_nominative(word)


def _before(word: str, endings: Sequence[tuple[str, str]]) -> Iterator[str]:
    for case, nominative in endings:
        stem = word.removesuffix(case)
        soft = nominative == "ь" and stem[-1:] in _VOWELS  # Тимофея, not Игоря
        hard = nominative == "й" and stem[-1:] not in _VOWELS
        if stem != word and len(stem) >= _FEWEST and not (soft or hard):
            yield stem + nominative
