"""Persons in Polish, Czech and Slovak: the case that a name stands in is taken off, so that its mentions are one.

A given name of the tables tells the case of the surname behind it; a name that the article has in the nominative goes
before one that the tables have, and that before one that endings alone make.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.article import EntityType
from corpus.enrichment.gazetteer.person_names import is_family_name, is_given_name
from corpus.enrichment.gazetteer.word_lists import lexicon
from corpus.enrichment.names.name_parsing import Name

Endings = Sequence[tuple[str, str]]
"""What a word ends with in a case, and in the nominative."""


class _Grammar(NamedTuple):
    """The endings of given names and of surnames, of men and of women."""

    men: Endings
    women: Endings
    mens_surnames: Endings
    womens_surnames: Endings


def _endings(written: str) -> Endings:
    """`-owi:- -ka:-ek`: the longest come first where they are tried."""
    pairs = (each.replace("-", "").partition(":") for each in written.split())
    return sorted(((case, nominative) for case, _, nominative in pairs), key=lambda pair: -len(pair[0]))


_GRAMMARS: Mapping[str, _Grammar] = {
    "pl": _Grammar(
        _endings(
            "-a:- -owi:- -em:- -iem:- -u:- -ie:- -zie:- -cie:-t -rze:-r -dzie:-d -ka:-ek -kiem:-ek -kowi:-ek -ku:-ek"
            " -ła:-eł -łem:-eł -łowi:-eł -le:-eł -wle:-weł -ego:-y -emu:-y -ym:-y -iego:-i -iemu:-i -im:-i"
        ),
        _endings("-y:-a -i:-a -ę:-a -ą:-a -ie:-a -ii:-ia -ię:-ia -ią:-ia -ce:-ka -dze:-ga -rze:-ra -cie:-ta -dzie:-da"),
        _endings(
            "-skiego:-ski -skiemu:-ski -skim:-ski -ckiego:-cki -ckiemu:-cki -ckim:-cki -dzkiego:-dzki -dzkim:-dzki"
            " -ska:-sk -skiem:-sk -skowi:-sk -ka:-ek -kiem:-ek -kowi:-ek -ca:-ec -cem:-ec -cowi:-ec -a:-"
            " -owi:- -em:- -iem:- -u:- -y:-a -i:-a -ę:-a -ą:-a"
            " -dzie:-da -rze:-r -cie:-t"
        ),
        _endings(
            "-skiej:-ska -ską:-ska -ckiej:-cka -cką:-cka -dzkiej:-dzka"
            " -dzką:-dzka -owej:-owa -ową:-owa -nej:-na -ną:-na"
        ),
    ),
    "cs": _Grammar(
        _endings(
            "-a:- -e:- -ovi:- -em:- -u:- -vla:-vel"
            " -vlem:-vel -vlovi:-vel -rla:-rel -rlem:-rel -rlovi:-rel -ka:-ek -kem:-ek"
            " -kovi:-ek -ňka:-něk -ňkem:-něk -ňkovi:-něk -tra:-tr -ího:-í -ím:-í -ímu:-í"
        ),
        _endings("-y:-a -ě:-a -e:-a -u:-a -ou:-a -ii:-ie -ií:-ie -i:-e -í:-e -ky:-ka -ce:-ka"),
        _endings(
            "-ého:-ý -ému:-ý -ém:-ý -ým:-ý -ího:-í -ímu:-í -ím:-í"
            " -ka:-ek -kem:-ek -kovi:-ek -ce:-ec -cem:-ec -covi:-ec -vla:-vel -vlem:-vel"
            " -a:- -e:- -ovi:- -em:- -y:-a -i:-a -u:-a -ou:-a"
        ),
        _endings("-ové:-ová -ovou:-ová -é:-á -ou:-á"),
    ),
    "sk": _Grammar(
        _endings(
            "-a:- -ovi:- -om:- -vla:-vol -vlom:-vol -vlovi:-vol"
            " -tra:-ter -trom:-ter -trovi:-ter -ka:-ek -ra:-or -rom:-or"
        ),
        _endings("-y:-a -e:-a -u:-a -ou:-a -ii:-ia -iu:-ia -iou:-ia"),
        _endings(
            "-ého:-ý -ému:-ý -ým:-ý -a:-o -ovi:-o -ka:-ek -kom:-ek -kovi:-ek -ca:-ec -com:-ec -covi:-ec"
            " -iho:-i -imu:-i -im:-i -a:- -om:- -om:-o -om:-ý -ovi:- -u:-a -ou:-a"
        ),
        _endings("-ovej:-ová -ovú:-ová -ovou:-ová -ej:-á -ú:-á -ou:-á"),
    ),
}
_ADJECTIVES = ("iego", "iemu", "ého", "ému")
"""What surnames end with in the genitive and dative alone."""
_FLEETING = "eo"
"""The vowels of the nominative alone, between two consonants: `Gierkiem`, but `Pawlukiem` of `Pawluk`."""
_VOWELS = frozenset("aąeęioóuyáäéěíôúůý")
_GLORIES = ("sław", "sława", "slav", "slava", "mír", "míra")
_SHORTEST_STEM = 2


def has_cases(language: str) -> bool:
    """Whether persons of a language are put into the nominative here."""
    return language in _GRAMMARS


def in_nominative(names: Sequence[Name], language: str) -> list[Name]:
    """The names of a text; persons under their names in the nominative, without a word that begins their sentence."""
    grammar = _GRAMMARS[language]
    names = [_without_first_word(name, grammar) if name.type is EntityType.PERSON else name for name in names]
    persons = [name.text for name in names if name.type is EntityType.PERSON]
    told = {text: _nominative(text, grammar, set(persons)) for text in persons}
    surnames = {text.split()[-1]: full.split()[-1] for text, full in told.items() if " " in text}
    return [_put_right(name, told, surnames) if name.type is EntityType.PERSON else name for name in names]


def _put_right(name: Name, told: Mapping[str, str], surnames: Mapping[str, str]) -> Name:
    text = told[name.text] if " " in name.text else surnames.get(name.text, name.text)
    return name._replace(text=text)


def _without_first_word(name: Name, grammar: _Grammar) -> Name:
    """`Zdaniem Anny Quimby`: the name from its given name on, where a word stands before that is none."""
    first, _, rest = name.text.partition(" ")
    second = rest.partition(" ")[0]
    if " " not in rest or name.known or _is_given(first, grammar) or not _is_given(second, grammar):
        return name
    return name._replace(text=rest, start=name.end - len(rest))


def _is_given(word: str, grammar: _Grammar) -> bool:
    return _is_nominative(word) or any(_given_names(word, grammar))


def _is_nominative(word: str) -> bool:
    """Whether a word is a given name: by the tables, or as so many of them end."""
    return word.endswith(_GLORIES) or word in lexicon().given_names or is_given_name(word)


def _nominative(text: str, grammar: _Grammar, persons: Collection[str]) -> str:
    """A person's name of two words and more in the nominative; as it is where it stands there, or nothing tells.

    It is one of the `persons` of the article where one of them may be meant. Otherwise the given name tells it, if it
    stands in a case, or if it may (`Jana` is a woman's name, too), a surname that only another case has.
    """
    if " " not in text:
        return text
    given, *middle, surname = text.split()
    full = (" ".join([one, *middle, other]) for one, other in _pairs(given, surname, grammar))
    if meant := next((each for each in full if each in persons), None):
        return meant
    for nominative, endings in _given_names(given, grammar):
        best = _surname(surname, endings, persons)
        if not _is_nominative(given) or (best != surname and _tells_case(surname, best)):
            return " ".join([nominative, *middle, best])
    return text


def _pairs(given: str, surname: str, grammar: _Grammar) -> Iterator[tuple[str, str]]:
    """What the two words may be in the nominative, both in a case or one of them."""
    for endings, surnames in ((grammar.men, grammar.mens_surnames), (grammar.women, grammar.womens_surnames)):
        givens, others = list(_before(given, endings)), list(_before(surname, surnames))
        yield from ((one, other) for one in givens for other in [*others, surname])
        yield from ((given, other) for other in others)


def _tells_case(surname: str, nominative: str) -> bool:
    return surname.endswith(_ADJECTIVES) or (is_family_name(nominative) and not is_family_name(surname))


def _given_names(word: str, grammar: _Grammar) -> Iterator[tuple[str, Endings]]:
    """The given names that a word may be in another case, each with how its bearers' surnames end."""
    for endings, surnames in ((grammar.men, grammar.mens_surnames), (grammar.women, grammar.womens_surnames)):
        for nominative in _before(word, endings):
            if _is_nominative(nominative):
                yield nominative, surnames
                break


def _surname(word: str, endings: Endings, persons: Collection[str]) -> str:
    """A surname in the nominative: a person's of the article, or one of the tables, or the first that endings make."""
    found = list(_before(word, endings))
    if is_family_name(word) or not found:
        return word
    known = (each for tells in (persons.__contains__, is_family_name) for each in found if tells(each))
    return next(known, found[0])


def _before(word: str, endings: Endings) -> Iterator[str]:
    """What a word may be in the nominative."""
    for case, nominative in endings:
        stem = word.removesuffix(case)
        fleeting = nominative[:1] in _FLEETING and nominative[1:] and stem[-1:] in _VOWELS
        if stem != word and len(stem) >= _SHORTEST_STEM and not fleeting:
            yield stem + nominative
