"""The other forms of a country's name, or of its people's, in a language: by the endings that grammars give."""

from collections.abc import Iterator, Sequence

_ENDINGS: dict[str, Sequence[tuple[str, str]]] = {
    "de": [("", "-e -en -er -es -em")],
    "fr": [
        ("ien", "-ne -s -nes"),
        ("en", "-ne -s -nes"),
        ("ain", "-e -s -es"),
        ("grec", "-que -s -ques"),
        ("turc", "~que -s ~ques"),
        ("s", "-e -es"),
        ("e", "-s"),
        ("é", "-e -s -es"),
        ("", "-e -s -es"),
    ],
    "es": [
        ("és", "~esa ~eses ~esas"),
        ("án", "~ana ~anes ~anas"),
        ("ol", "-a -es -as"),
        ("o", "~a -s ~as"),
        ("í", "-es -s"),
        ("", "-s"),
    ],
    "it": [("co", "~ca ~ci ~chi ~che"), ("o", "~a ~i ~e"), ("ese", "~esi"), ("ita", "~iti ~ite"), ("", "")],
    "pt": [
        ("ês", "~esa ~eses ~esas"),
        ("ão", "~ã ~ães ~ãs ~ãos"),
        ("ol", "-a ~óis -as"),
        ("o", "~a -s ~as"),
        ("", "-s"),
    ],
    "nl": [("", "-e")],
    "tr": [("", "")],
    "pl": [
        ("ski", "~ska ~ską ~skie ~skiego ~skiej ~skiemu ~skich ~skim ~skimi ~scy"),
        ("cki", "~cka ~cką ~ckie ~ckiego ~ckiej ~ckiemu ~ckich ~ckim ~ckimi ~ccy"),
        ("i", "~a ~ą ~ie ~iego ~iej ~iemu ~ich ~im ~imi"),
        ("y", "~ów ~om ~ami ~ach"),
        ("", ""),
    ],
    "cs": [
        ("ský", "~ská ~ské ~ského ~ském ~skému ~skou ~ských ~ským ~skými ~ští"),
        ("cký", "~cká ~cké ~ckého ~ckém ~ckému ~ckou ~ckých ~ckým ~ckými ~čtí"),
        ("ý", "~á ~é ~ého ~ém ~ému ~ou ~ých ~ým ~ými"),
        ("", ""),
    ],
    "sk": [
        ("ý", "~á ~é ~ého ~om ~ému ~ej ~ú ~ých ~ým ~ými ~í"),
        ("y", "~a ~e ~eho ~om ~emu ~ej ~u ~ych ~ym ~ymi"),
        ("", ""),
    ],
    "uk": [("ий", "~а ~е ~і ~ого ~ої ~ому ~ій ~у ~им ~ою ~их ~ими"), ("ці", "~ців ~цям ~цями"), ("", "")],
    "sv": [("sk", "-a -t"), ("", "")],
    "da": [("sk", "-e"), ("", "")],
    "no": [("sk", "-e"), ("", "")],
    "fi": [("nen", "~sen ~set ~sten ~sia ~sta ~sella ~selle"), ("", "")],
    "hu": [("", "")],
    "ro": [("", "")],
    "ru": [("ский", "~ск ~цк"), ("цкий", ""), ("кий", ""), ("", "")],
}
"""For each language what a word of a people ends with, and what its other forms are: - adds, ~ takes that end first."""

_GENITIVE = frozenset({"de", "sv", "da", "nb", "no", "nn"})
"""Languages whose names have an s in the genitive."""

_RUSSIAN_ADJECTIVE = ("ий", "ая", "ое", "ие", "ого", "ому", "им", "ом", "ой", "ую", "их", "ими")
_RUSSIAN_NOUN = (
    ("ия", "ии ию ией"),
    ("ий", "ия ию ием ии"),
    ("а", "ы и е у ой"),
    ("я", "и е ю ей"),
    ("ь", "и я ю ем ью е"),
    ("й", "я ю ем е"),
    ("ы", "ов ам ами ах"),
)
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")


def name_forms(language: str, name: str) -> Iterator[str]:
    """A name of a country or city, and its declined forms."""
    yield name
    if language in _GENITIVE and " " not in name and not name.endswith("s"):
        yield f"{name}s"
    elif language == "ru":
        yield from _russian(name)


def people_forms(language: str, word: str) -> Iterator[str]:
    """A word for a people, as a dictionary has it, and its other forms."""
    yield word
    if language == "ru" and word.endswith("ий"):
        yield from (word[:-2] + ending for ending in _RUSSIAN_ADJECTIVE)
        return
    for end, others in _ENDINGS.get(language, ()):
        if word.endswith(end):
            stem = word[: len(word) - len(end)]
            yield from ((word if each[0] == "-" else stem) + each[1:] for each in others.split())
            return


def _russian(name: str) -> Iterator[str]:
    """The cases of a Russian noun; of several words those of each, word by word: `Южная Корея`, `Южной Кореи`."""
    if " " in name:
        first, rest = name.split(" ", 1)
        if first.endswith(("ая", "яя")):
            yield from (f"{first[:-2]}ой {each}" for each in _russian(rest))
            yield from (f"{first[:-2]}ую {each}" for each in _russian(rest))
        return
    if name.isupper():
        return
    if name[-1] in _CONSONANTS:
        yield from (name + ending for ending in ("а", "у", "ом", "е"))
        return
    for end, others in _RUSSIAN_NOUN:
        if name.endswith(end):
            yield from (name[: len(name) - len(end)] + each for each in others.split())
            return
