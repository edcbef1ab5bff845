"""Part what a byline says into names, and tell people from agencies, publications and desks."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from itertools import pairwise

from corpus.extraction.dates.date_expressions import find_date
from corpus.folding import fold
from corpus.late_pattern import late

_BY = late(
    r"(?:(?:written|story|"
    r"text|report|reported|edited|translated|words|posted|published)\s+by:?|by|von|par|por:?|de|di|da|af|av|door|autor(?:in|a|e)?:?"
    r"|автор:?|текст:?|by:|from|geschrieben\s+von|une?\s+(?:article|analyse)\s+de|كتب|بقلم|文[:：/／]|記者[:：]|기자"
    r"|oleh|od|przez|γράφ(?:ει|ουν)\s+(?:ο|η|οι)|skrevet\s+av|skriven\s+av|napsal[ai]?|napisał[ai]?|pisze|scris\s+de|írta|bởi|โดย|מאת|द्वारा"
    r"|text(?:\s+(?:und|and|och|og)\s+fotos?)?[:：]|tekst[:：])\s+"
    r"|(?:authors?|autor(?:in|a|es|i|e)?|auteurs?|reporter|writer|words|penulis|yazar|yazan|forfatter|författare|kirjoittaja"
    r"|szerző|συντάκτης|автор(?:ы|и)?|автор\s+статьи|журналист|tác\s+giả|ผู้เขียน|লেখক|लेखक|نویسنده|الكاتب|الكاتبة|كتب|بقلم|כתב|מאת|ავტორი|հեղինակ|teksti|text[eo]?|autore)\s*[:：՝]\s*"
    r"|(?:opinion|analysis|guest|column|comment(?:ary)?|review|essay|interview|exclusive|feature|kommentar|gastbeitrag|analyse"
    r"|kolumne|meinung|opinión|análisis|columna|tribune|chronique|opinione|commento|opinião|análise|мнение|колонка)\s*:\s+"
    r"|(?:作者|記者|记者|撰文|文字)(?:\s+|\s*[:：/／]\s*)",
    re.IGNORECASE,
)
_PICTURE = late(
    r"(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|video|fotos?|bild(?:er)?|grafik|фото|摄影|攝影|写真)"
    r"(?:\s+(?:by|von|par|por|de|credit))?\s*[:：]\s*|photos?\s+(?:by|von|par|por)\s+|(?:摄影|攝影)\s+",
    re.IGNORECASE,
)
"""What names who made the pictures, and not who wrote."""
_TOOK = late(
    r"(?:(?:staff|chief|senior|freelance)\s+)?(?:photographer|photojournalist|photographe|fotograf(?:in)?|fotógraf[oa]|illustrator|фотограф)",
    re.IGNORECASE,
)
"""Who made the pictures, behind the name: `Olav Berg, Photographer`."""
_PLACE = late(
    r"\s+(?:in|aus|à|en|i|reporting\s+from)\s+[A-ZÀ-Þ][\w.’'-]+(?:\s+[A-ZÀ-Þ][\w.’'-]+)?(?=\s+(?:and|und|et|y|og|och|&)\s|,|$)"
)
_FOR = late(r"(?<=\w)\s+(?:for|für|pour|para|per|voor)\s+(?:the\s+)?[A-ZÀ-Þ].*$")
"""Where somebody writes, and for whom."""
_DATELINE = late(
    r"(?P<person>\b[A-ZÀ-Þ][\w.'’-]*[a-zà-ÿ.](?:\s+[A-ZÀ-Þ][\w.'’-]*[a-zà-ÿ.])+)"
    r",?\s+[A-Z][A-Z.'-]{2,}(?:[ /]+[A-Z][A-Z.'-]+)*(?:,\s+[A-Z][\w. ]*?)?,?\s+"
    r"(?:(?:Jan|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}\b(?!,?\s+\d{4})"
    r"|\([A-Z][\w ]+\)\s+[-–—])"
    r".*$"
)
"""Behind who writes, where a story begins in the same line: `Ann Lund NEW YORK, Dec 4 (Example Wire) - `."""
_ASIDE = late(
    r"(?<=[a-zà-ÿ]{3})(?<!\bProf)(?<!\bCapt)\.\s+(?=[A-ZÀ-Þ])|\s*[|•·/]\s*|,"
    r"\s+(?!(?:and|und|et|y|e|og|och|en)\s)(?=[a-zà-ÿ])|\s+[-–—]\s+|\s{2,}|\s*\(|\s*\n\s*"
)
_PARTED = late(
    r"\s*[,;、，；&]\s*(?:(?:and|und|et|y)\s+)?|\s+(?:and|AND|und|UND|et|ET|y|Y|og|och|en|und|и|і|ve|i|και|ja|és|și|e|dan|with|mit|avec|con|com|met|med|và|與|和)\s+"
)
_ROLE = late(
    r"(?:(?:\w+[- ]){0,3}(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?"
    r"|journalists?|analysts?|critic"
    r"|redakteur(?:in)?|re"
    r"porter(?:in)?|korrespondent(?:in)?|autor(?:in)?|journalistes?|correspondante?|envoyée?\s+spéciale?e?"
    r"|rédact(?:eur|rice)|"
    r"redactor(?:a)?|corresponsal|periodista|giornalista|inviat[oa]|корреспондент|обозреватель|журналист"
    r"|professor|bureau\s+chief|chief)\b.*)|(?:jr|sr|ph\.?d|m\.?d)\.?|(?:in|aus|à|en)\s+.*",
    re.IGNORECASE,
)
_GLUED = late(r"(?<=[A-ZÀ-Þ]{3})(?=[A-ZÀ-Þ][a-zà-ÿ]{2})")
"""`MARIA LUNDAssociated Press`."""
_SAID = late(
    r"[\s|•·,–—-]+(?:published|posted|updated|created|publi[ée]|publicado|pubblicato|veröffentlicht|опубликовано)\W*$",
    re.IGNORECASE,
)
_BEFORE_DATE = late(r"\s+(?:on|at|am|le|el|il|em|den|op|w|в)\s*$", re.IGNORECASE)
_FILE = late(r"\S+\.\w{2,4}")
_NOBODY = frozenset(("admin", "administrator", "webmaster", "guest", "anonymous", "user", "гость", "администратор"))
_AGENCIES = frozenset(
    fold(name)
    for name in re.split(
        r"\s*[|]\s*",
        """Reuters|Thomson Reuters|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|dpa|ANSA|EFE|TASS
        |Deutsche Presse-Agentur|Xinhua|PTI|ANI|IANS|UPI|EPA|Getty Images|Getty|Shutterstock|Alamy|iStock|Kyodo|Yonhap
        |Lusa|Belga|APA|SDA|Keystone-SDA|Ritzau|NTB|TT|STT|PAP|ČTK|MTI|Anadolu|Anadolu Agency|AA|Bloomberg|Interfax
        |RIA Novosti|Press Association|PA Media|PA|Canadian Press|The Canadian Press|AAP|ANP|KNA|epd|AdobeStock
        |Adobe Stock|Imago|Picture Alliance|NurPhoto|Agencies|Agency|Agencia|Agencias|Agenturen|WAM|SPA|MENA|IRNA
        |Bernama|Antara|CNA|APTN|ZUMA|TNN|IANS|РИА Новости|ТАСС|Интерфакс|Рейтер|Укринформ|Укрінформ|УНИАН|УНІАН""",
    )
)
_GROUP = late(
    r"\b(?:news|post|times"
    r"|staff|desk|team|editors?|editorial|bureau|agency|press|media|online|web\s?desk|tv|radio|redaktion"
    r"|rédaction|redacción"
    r"|redazione|redação|redactie|redakcja|редакция|board|admin|newsroom|service|magazine|gazette|herald"
    r"|tribune|journal|dai"
    r"ly|network|department|ministry|office|university|institute|correspondent|reporter|magasin|avis)\b"
    r"|\.(?:com|net|org|de|fr|ru)\b|編集部|新聞|通信|取材班|记者|本报",
    re.IGNORECASE,
)
_AS_PAPERS = r"([A-ZÀ-Þ][a-zà-ÿ]+ (?:Daily|Herald|Journal|Post|Press|Times))"
_JOINED = late(rf"(?:^|[Bb]y |, ){_AS_PAPERS}(?= (?:and|&) [A-ZÀ-Þ])|(?<=[a-zà-ÿ]) (?:and|&) {_AS_PAPERS}$")
_LONGEST, _MOST_WORDS, _LONGEST_NAME = 200, 30, 60
_LEAST_LETTERS = 2
_PERSON_WORDS = 2


def names_of(text: str) -> list[str]:
    """The names in what a page or a line says of its authors; none of an address or a sentence."""
    text = " ".join(unescape(unescape(text)).split())
    if "@" in text:
        text = _HANDLE.sub("", _MAILED.sub(r"\1", text))
    if len(text) > _LONGEST or "://" in text or text.count(" ") > _MOST_WORDS or text.startswith("@"):
        return []
    text = _DATELINE.sub(r"\g<person>", _without_by(_before_pictures(text)))
    if found := find_date(text):
        text = _BEFORE_DATE.sub("", text[: found.start])
    text = _FOR.sub("", _PLACE.sub("", text))
    text = _ASIDE.split(_GLUED.sub(" | ", _SAID.sub("", text)), maxsplit=1)[0]
    pieces = _PARTED.split(text)
    wrote = [each for each, behind in pairwise([*pieces, ""]) if not (_TOOK.fullmatch(each) or _TOOK.fullmatch(behind))]
    names = list(dict.fromkeys(filter(None, map(_bare, wrote or pieces))))
    if names and fold(names[0]) in _AGENCIES:
        return [names[0], *(name for name in names[1:] if " " in name)]  # what else follows an agency is a place
    if len(names) == 2 and "," in text and text.isascii() and " " in names[0] and _is_place(*names):  # noqa: PLR2004
        return names[:1]
    return names


def _is_place(person: str, name: str) -> bool:
    """Whether one word behind a person's name and a comma is where that person is, as far as can be told."""
    written = not name.isupper() or person.isupper()
    return " " not in name and name.isalpha() and written and fold(name) not in _AGENCIES


def _before_pictures(text: str) -> str:
    """What is said of the authors, before it is said who made the pictures."""
    found = _PICTURE.search(text)
    return text if found is None else text[: found.start()].rstrip(" ,;|/-–&")


def _without_agency(name: str) -> str:
    """A name without that of an agency behind it: `Maria Lund Associated Press`."""
    words = name.split()
    for begin in range(_PERSON_WORDS, len(words)):
        if fold(" ".join(words[begin:])) in _AGENCIES:
            return " ".join(words[:begin])
    return name


def _without_by(text: str) -> str:
    begun = _BY.match(text)
    return (
        text[begun.end() :]
        if begun and not (begun[0].strip().lower() in {"de", "di", "da"} and begun[0][0].islower())
        else text
    )


_MAILED = late(
    r"\S{1,64}@\S{1,64}\.\w{2,10}\s*\(([^()@]{3,60})\)|\s*<[^<>\s]{1,64}@[^<>\s]{1,64}>|(?<=\w)\s+[\w.+-]{1,64}@[\w.-]{1,64}\.\w{2,10}(?=\s|$)"
)
_HANDLE = late(r"\s?(?<![\w.])@\w{2,30}|(?<=[a-zà-ÿ])@\w{2,30}(?![\w-]*\.\w)")
"""What stands beside a name: the address of its mails, or what it is called on Twitter."""
_RANK = late(r"\s*(?:기자|특파원|記者|记者)$")


def _bare(name: str) -> str | None:
    name = _without_agency(_without_by(_RANK.sub("", name).strip(" ,;:.|-–—\"'“”*")).strip())
    label, colon, behind = name.partition(": ")
    name = behind if colon and fold(label) in _AGENCIES else "" if colon else name  # Reuters: Ann Lund, Kamera: Bo Ek
    letters = sum(map(str.isalpha, name))
    if name.endswith((" Jr", " Sr")):
        name += "."
    odd = letters < _LEAST_LETTERS or len(name) > _LONGEST_NAME or "@" in name or fold(name) in _NOBODY
    return None if odd or _FILE.fullmatch(name) or _ROLE.fullmatch(name) else name


def is_agency(name: str) -> bool:
    """Whether a name is that of a known agency."""
    return fold(name) in _AGENCIES


def is_person(name: str, organizations: Collection[str] = ()) -> bool:
    """Whether a name is a person's, as far as its words tell; `organizations` are known to be none."""
    key = fold(name)
    known = key in _AGENCIES or any(f"{fold(each)} ".startswith(f"{key} ") for each in organizations)
    return not known and _GROUP.search(name) is None and not name.isdigit()


def joined_surnames(text: str) -> Iterator[str]:
    """The persons called as newspapers are whom a byline joins to another: `By Rita Times and Ann Lund`."""
    yield from (name for found in _JOINED.finditer(text) for name in found.groups() if name)


def people_first(names: Iterable[str], organizations: Collection[str] = ()) -> Iterator[str]:
    """The people among some names, each once; where there are none, what else is named."""
    listed = list(dict.fromkeys(names))
    people = [name for name in listed if is_person(name, organizations)]
    yield from people or listed
