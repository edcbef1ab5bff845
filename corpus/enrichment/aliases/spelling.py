"""Make the keys under which the spellings of a name are the same, and the spelling that is shown."""

import re

from corpus.folding import name_key
from corpus.late_pattern import late

_ABBREVIATED = r"Inc|Corp|Co|Ltd|LLC|PLC|Plc|plc|AG|SA|S\.A|NV|N\.V|GmbH|SE|SpA|S\.p\.A|Oyj|ASA|Bhd|Pty|KGaA"
_COMPANY = late(rf"(?<=\w)(?:,? (?:(?:&|and) )?(?:{_ABBREVIATED})\.?)+$")
_COMPANY_IN_FULL = late(r"^([\w'-]+),? (?:Corporation|Company|Incorporated|Limited)$")
_SHOUTED_COMPANY = tuple(late(each.pattern, re.IGNORECASE) for each in (_COMPANY, _COMPANY_IN_FULL))
_LAST_WORDS = frozenset(_ABBREVIATED.replace("\\", "").casefold().split("|")) | frozenset(
    ("corporation", "company", "incorporated", "limited")
)
_INITIALS = late(r"^([^\W\d_][\w'-]+) (?:[A-Z]\. ?){1,2}(?=[A-Z][\w'-]+(?: [JS]r\.?)?$)")
_GENERATION = late(r",? ([JS]r)\.?$")
_INNER_ARTICLE = late(r"(?<=\w )(?:([AaEe]l)-|([Aa]l) )(?=[^\W\d_a-z])")
_FIRST_ARTICLE = late(r"^([AE]l)-(?=[^\W\d_a-z])")
_SHORTER = (
    (late(r"^(?:U\.S\.?|United States) (?=[A-Z])"), "US "),
    (late(r"^(?:U\.N\.?|United Nations) (?=[A-Z])"), "UN "),
    (late(r"^U\.K\.? (?=[A-Z])"), "UK "),
    (late(r"^(?:E\.U\.?|European Union) (?=[A-Z])"), "EU "),
)

_BRITISH = {
    "organisation": "organization",
    "defence": "defense",
    "programme": "program",
    "centre": "center",
    "labour": "labor",
    "cooperation": "co operation",
    "mobilisation": "mobilization",
    "&": "and",
}
_SIGNS = late(r"[-‐–/]")

_PARTICLES = frozenset({"al", "el", "as", "ash", "ad", "ar", "an", "at", "az", "ez"})
_SERVANT = late(r"\babd(?:e|u|oo)l\b|\babd(?:e|u)l(?=\w)")
_CH = late(r"s?h?ch|tch")
_INNER_H = late(r"(?<=\w)h")
_ONE_SOUND = str.maketrans("qgcweiyo", "kkkvaaau")
_AGAIN = late(r"(?<=[au])[au]+|([^au])(?=\1)")
_LAST_VOWEL = late(r"[au]\b(?<=[^au].)")
_GERMAN_SIGNS = late(r"sch|[aeiy]j(?![aeiouy])|\bj\w+(?:in|ow|ew|ko)\b", re.IGNORECASE)
_GERMAN = (
    (late(r"j"), "y"),
    (late(r"schtsch"), "shch"),
    (late(r"tsch"), "ch"),
    (late(r"dsch"), "j"),
    (late(r"sch"), "sh"),
    (late(r"(?<=[sc]h)ow\b"), "ev"),
    (late(r"z"), "ts"),
)
_VOICED = late(r"\bs(?=[aeiouy])")
_NO_SOUND = late(r"[^a-z ]")


def comparable(name: str) -> str:
    """What the spellings of one name in English have in common: `U.N. Defence Programme` is `un defense program`."""
    words = _SIGNS.sub(" ", name_key(_in_short(name))).split()
    return " ".join(_BRITISH.get(word, word) for word in words)


def shown(name: str) -> str:
    """How a name that no table has is shown: without `The`, `Inc` and initials in the middle, with `al-` before names.

    `Zelda J. Quimby` is `Zelda Quimby`, `U.S. Army` is `US Army`, `Karim Al Quimbar` is `Karim al-Quimbar`.
    """
    plain = _in_short(name.replace("’", "'"))
    if "." in plain:
        plain = _INITIALS.sub(r"\1 ", plain)
    if " " in plain and ("Jr" in plain or "Sr" in plain):
        plain = _GENERATION.sub(r" \1.", plain)
    if "l-" not in plain and "l " not in plain:  # most names have no article
        return plain
    plain = _FIRST_ARTICLE.sub(lambda found: f"{found[1].lower()}-", plain)
    return _INNER_ARTICLE.sub(lambda found: f"{(found[1] or found[2]).lower()}-", plain)


def sounds(name: str) -> str:
    """What the transliterations of one person's name have in common.

    Consonants that one letter of Arabic or Cyrillic script is written with are one (`Gaddafi`, `Qadhafi`), vowels are
    two, those of the front and those of the back (`Haider`, `Haydar`), and the Arabic article does not count.
    """
    words = [word for word in _SIGNS.sub(" ", name_key(name)).split() if word not in _PARTICLES]
    plain = _NO_SOUND.sub("", " ".join(words))
    if "abd" in plain:
        plain = _SERVANT.sub("abdal", plain)
    plain = plain.replace("x", "ks")
    if "ch" in plain:
        plain = _CH.sub("c", plain)
    plain = plain.replace("ph", "f").replace("dj", "j").replace("zh", "j")
    if "h" in plain:
        plain = _INNER_H.sub("", plain)
    plain = _AGAIN.sub("", plain.translate(_ONE_SOUND))
    return _LAST_VOWEL.sub("", plain).replace(" ", "")


def german_sounds(name: str) -> tuple[str, ...]:
    """The same of a name that looks transliterated as in German: `Boris Jelzin`, `Wolodymyr Selenskyj`; else none."""
    if not _GERMAN_SIGNS.search(name):
        return ()
    plain = name_key(name)
    for pattern, letters in _GERMAN:
        plain = pattern.sub(letters, plain)
    return sounds(plain), sounds(_VOICED.sub("z", plain))


def _in_short(name: str) -> str:
    """The name without `The` and what a company is by law, and with states and unions in their short form."""
    plain = name[4:] if name[:4] == "The " and name[4:5].isupper() else name
    if " " not in plain:
        return plain
    last = plain.rpartition(" ")[2]
    if not last.isascii() or last.rstrip(".\n").casefold() in _LAST_WORDS:  # most names end otherwise
        law, in_full = _SHOUTED_COMPANY if plain.isupper() else (_COMPANY, _COMPANY_IN_FULL)
        plain = in_full.sub(r"\1", law.sub("", plain))
    if plain[0] in "UE":
        for pattern, short in _SHORTER:
            plain = pattern.sub(short, plain)
    return plain
