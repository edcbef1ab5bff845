"""Put those whom Russian and Ukrainian credits name into the nominative: `Фото Ивана Лунина` is by Иван Лунин."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Author
from corpus.enrichment.gazetteer.person_names import is_given_name

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
_BESIDE_TABLES = _MEN | frozenset(
    """
    Іван Ігор Ірина Агата Аким Александр Александра Алексей Алина Алла Анастасия Анатолий Ангела Андрей Андрій
    Анна Антип Антон Аркадий Артем Артём Афанасий Барак Богдан Борис Вадим Валентин Валентина Валерий Валерия
    Варвара Василий Василиса Василь Велимир Вениамин Вера Виктор Виктория Виталий Владимир Владислав Володимир
    Всеволод Вячеслав Віктор Галина Ганна Геннадий Георгий Герман Глеб Григорий Григорій Дана Даниил Дарья Демид
    Денис Джон Джордж Диана Дмитрий Дмитро Дональд Дэвид Евгений Евгения Евдокия Егор Екатерина Елена Елизавета
    Ефим Жан Жанна Захар Зинаида Зиновий Злата Иван Игнат Игорь Ильхам Илья Инна Иннокентий Ирина Карл Касым
    Катерина Кира Кирилл Кирило Клавдия Климент Константин Ксения Лада Лариса Лев Леонид Лидия Любовь Людмила
    Майкл Майя Макар Максим Марат Маргарита Марина Мария Мартин Марія Матвей Мила Мирон Михаил Михайло Модест
    Надежда Назар Наталия Наталья Наталія Наум Никита Николай Нина Нурсултан Оксана Олег Олександр Олексій Олена
    Олеся Ольга Остап Павел Петр Петро Питер Полина Прохор Пьер Пётр Раиса Рамзан Рашид Регина Римма Ричард
    Роберт Родион Роман Руслан Рустам Савелий Светлана Святослав Семён Сергей Сергій Снежана Соломія Софья Софія
    Станислав Степан Таисия Тамара Тарас Татьяна Тимур Тихон Томас Уильям Ульяна Филипп Фёдор Эдуард Эльвира
    Эльдар Эмма Эмманюэль Юлия Юрий Юрій Яков Ян Яна Ярослав
    """.split()  # noqa: SIM905 - words
)
"""Given names that the tables of persons do not have."""
_WOMEN = frozenset(
    """
    Богдана Владислава Карла Любомира Мартина Милана Мілана Мирослава Олександра Радослава Роберта Романа Руслана
    Станислава Станіслава Ярослава
    """.split()  # noqa: SIM905 - words
)
"""Given names of women which are the genitives of men's."""
_OF_MEN_ALONE = ("ского", "цкого", "ського", "цького", "ного", "енка", "юка", "ича")
"""What ends no woman's surname in the nominative."""
_FEWEST = 2
_VOWELS = frozenset("аеёиоуыэюяіїє")


def in_nominative(authors: Sequence[Author], language: str) -> tuple[Author, ...]:
    """Authors under their names in the nominative, where a given name stands in the genitive."""
    if language not in _LANGUAGES:
        return tuple(authors)
    return tuple(dict.fromkeys(replace(author, name=_nominative(author.name)) for author in authors))


def _nominative(name: str) -> str:
    given, _, rest = name.partition(" ")
    if not rest or ((given in _WOMEN or _is_given(given)) and not rest.endswith(_OF_MEN_ALONE)):
        return name
    for nominative in _before(given, _GIVEN):
        if _is_given(nominative):
            *middle, surname = rest.split()
            endings = _WOMENS if nominative.endswith(("а", "я")) and nominative not in _MEN else _MENS
            return " ".join([nominative, *middle, next(_before(surname, endings), surname)])
    return name


def _is_given(word: str) -> bool:
    return word in _BESIDE_TABLES or is_given_name(word)


def _before(word: str, endings: Sequence[tuple[str, str]]) -> Iterator[str]:
    for case, nominative in endings:
        stem = word.removesuffix(case)
        soft = nominative == "ь" and stem[-1:] in _VOWELS  # Тимофея, not Игоря
        hard = nominative == "й" and stem[-1:] not in _VOWELS
        if stem != word and len(stem) >= _FEWEST and not (soft or hard):
            yield stem + nominative
