"""Part what a byline says into names, and tell people from agencies, publications and desks."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape

from corpus.extraction.dates.date_expressions import find_date
from corpus.folding import fold

_BY = re.compile(
    r"(?:(?:written|story|text|report|reported|words|posted|published)\s+by|by|von|par|por|de|di|da|af|av|door|autor(?:in|a|e)?:?"
    r"|автор:?|текст:?|by:|from|geschrieben\s+von|une?\s+(?:article|analyse)\s+de|كتب|بقلم|文[:：/／]|記者[:：]|기자)\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[|•·/]\s*|,\s+(?=[a-zà-ÿ])|\s+[-–—]\s+|\s{2,}|\s*\(|\s*\n\s*")
_PARTED = re.compile(
    r"\s*[,;、，；&]\s*(?:(?:and|und|et|y)\s+)?|\s+(?:and|und|et|y|og|och|en|und|и|і|ve|i|και|ja|és|și|e|dan|và|與|和)\s+"
)
_ROLE = re.compile(
    r"(?:(?:\w+[- ]){0,3}(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?"
    r"|journalists?|analysts?|critic"
    r"|redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?|autor(?:in)?|journalistes?|correspondante?|envoyée?\s+spéciale?e?"
    r"|rédact(?:eur|rice)|redactor(?:a)?|corresponsal|periodista|giornalista|inviat[oa]|корреспондент|обозреватель|журналист"
    r"|professor|bureau\s+chief|chief|jr\.?|sr\.?|ph\.?d\.?|m\.?d\.?)\b.*)|(?:in|aus|à|en)\s+.*",
    re.IGNORECASE,
)
_AGENCIES = frozenset(
    fold(name)
    for name in re.split(
        r"\s*[|]\s*",
        """Reuters|Thomson Reuters|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|dpa|ANSA|EFE|TASS
        |Deutsche Presse-Agentur|Xinhua|PTI|ANI|IANS|UPI|EPA|Getty Images|Getty|Shutterstock|Alamy|iStock|Kyodo|Yonhap
        |Lusa|Belga|APA|SDA|Keystone-SDA|Ritzau|NTB|TT|STT|PAP|ČTK|MTI|Anadolu|Anadolu Agency|AA|Bloomberg|Interfax
        |RIA Novosti|Press Association|PA Media|PA|Canadian Press|The Canadian Press|AAP|ANP|KNA|epd|AdobeStock
        |Adobe Stock|Imago|Picture Alliance|NurPhoto|Agencies|Agency|Agencia|Agencias|Agenturen|WAM|SPA|MENA|IRNA
        |Bernama|Antara|CNA|APTN|ZUMA""",
    )
)
_GROUP = re.compile(
    r"\b(?:news|post|times|staff|desk|team|editors?|editorial|bureau|agency|press|media|online|web\s?desk|tv|radio|redaktion"
    r"|rédaction|redacción|redazione|redação|redactie|redakcja|редакция|board|admin|newsroom|service|magazine|gazette|herald"
    r"|tribune|journal|daily|network|department|ministry|office|university|institute|correspondent|reporter|magasin|avis)\b"
    r"|\.(?:com|net|org|de|fr|ru)\b|編集部|新聞|通信|取材班|记者|本报",
    re.IGNORECASE,
)
_LONGEST, _MOST_WORDS, _LONGEST_NAME = 200, 30, 60
_LEAST_LETTERS = 2


def names_of(text: str) -> list[str]:
    """The names in what a page or a line says of its authors; none of an address or a sentence."""
    text = " ".join(unescape(unescape(text)).split())
    if len(text) > _LONGEST or "://" in text or text.count(" ") > _MOST_WORDS or text.startswith("@"):
        return []
    text = _without_by(text)
    if found := find_date(text):
        text = text[: found.start]
    text = _ASIDE.split(text, maxsplit=1)[0]
    return list(dict.fromkeys(filter(None, map(_bare, _PARTED.split(text)))))


def _without_by(text: str) -> str:
    begun = _BY.match(text)
    return (
        text[begun.end() :]
        if begun and not (begun[0].strip().lower() in {"de", "di", "da"} and begun[0][0].islower())
        else text
    )


def _bare(name: str) -> str | None:
    name = _without_by(name.strip(" ,;:.|-–—\"'“”*")).strip()
    letters = sum(map(str.isalpha, name))
    odd = letters < _LEAST_LETTERS or len(name) > _LONGEST_NAME or "@" in name or _ROLE.fullmatch(name)
    return None if odd else name


def is_person(name: str, organizations: Collection[str] = ()) -> bool:
    """Whether a name is a person's, as far as its words tell; `organizations` are known to be none."""
    key = fold(name)
    known = key in _AGENCIES or any(key == fold(each) for each in organizations)
    return not known and _GROUP.search(name) is None and not name.isdigit()


def people_first(names: Iterable[str], organizations: Collection[str] = ()) -> Iterator[str]:
    """The people among some names, each once; where there are none, what else is named."""
    listed = list(dict.fromkeys(names))
    people = [name for name in listed if is_person(name, organizations)]
    yield from people or listed
