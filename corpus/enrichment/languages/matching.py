"""Find the forms of a table in a text: by its words, by words with Arabic particles, or where no blanks part words."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from corpus.enrichment.gazetteer.gazetteer import Atom, Entry
from corpus.enrichment.languages.country_forms import country_forms
from corpus.late_pattern import late

DENSE = frozenset("zh ja ko th lo km my hi bn mr ne ta te kn ml gu pa si or".split())  # noqa: SIM905 - codes
"""Languages without blanks between words, with endings right behind a name, or with signs that are no letters."""

_WORD = late(r"[^\W\d_](?:[\w’'.\-‐]*\w)?")
_ELISION = late(r"(?:[ldcnsjmtLDCNSJMT]|[Qq]u|[dDnNaAsS]ell|[Aa]ll|[Dd]all|[Ss]ull|[Uu]n|[Dd]egl)['’](?=\w)")
_MOST_WORDS = 6
_ARABIC_PARTICLES = ("وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ب", "ل", "ف", "ك")
_HEBREW_PARTICLES = "בלמהושכ"
_MOST_PARTICLES = 3
_NISBA_ENDINGS = ("ة", "ين", "ون", "تان", "تين", "ات", "ان")
_KATAKANA = late("[\u30a0-\u30ff]")
_SUFFIX = 4
_STEM = 4
_TURKISH_SUFFIX = late(r"(?:l[ıiuü])?(?:l[ae]r(?:[ıi]n?|[ae]|d[ae]n?)?)?")
"""What Turkish writes behind a name without an apostrophe: whom it makes of a place, and the plural of these."""
_INFLECTING = frozenset(
    "tr fi hu et eu az kk uz el pl cs sk uk bg sr hr sl lt lv ro".split()  # noqa: SIM905 - codes
)
"""Languages that put endings behind names."""


def words_in(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, without what is elided before them: `l'`, `dell'`."""
    for found in _WORD.finditer(text):
        elided = _ELISION.match(text, found.start())
        at = elided.end() if elided and elided.end() < found.end() else found.start()
        whole = _WORD.match(text, at)
        if whole:
            yield whole


def atoms_in(text: str, language: str) -> list[Atom]:
    """The countries, peoples, cities and bodies that a text in a language names, in order; the longest forms first."""
    forms = country_forms(language)
    if not forms:
        return []
    if language in DENSE:
        return list(_dense(text, language, forms))
    return list(_by_words(text, language, forms))


def _by_words(text: str, language: str, forms: Mapping[str, Entry]) -> Iterator[Atom]:
    spans = [found.span() for found in words_in(text)]
    at = 0
    while at < len(spans):
        start, last, entry = spans[at][0], at, None
        for end in range(min(at + _MOST_WORDS, len(spans)) - 1, at - 1, -1):
            piece = text[start : spans[end][1]]
            found = _entry(piece, language, forms)
            if found is not None:
                entry, last, start = found[0], end, start + found[1]
                break
        if entry is not None:
            end_at = min(spans[last][1], start + _length(text[start : spans[last][1]], language))
            yield Atom(text[start:end_at], start, end_at, "", entry)
        at = last + 1


def _length(piece: str, language: str) -> int:
    """How much of a word is the name: in Turkish, what stands before the apostrophe."""
    cut = re.search("['’]", piece) if language == "tr" else None
    return cut.start() if cut else len(piece)


def _entry(piece: str, language: str, forms: Mapping[str, Entry]) -> tuple[Entry, int] | None:
    """The entry of a piece of text, and how many letters before it are no part of the name."""
    entry = forms.get(piece)
    if entry is not None:
        return entry, 0
    if language == "ar":
        return _arabic(piece, forms)
    if language == "he":
        return _hebrew(piece, forms)
    if language == "tr" and (cut := re.search(r"['’][^ ]*$", piece)):
        entry = forms.get(piece[: cut.start()])
        return (entry, 0) if entry else None
    if language in _INFLECTING and piece[:1].isupper():
        return _with_suffix(piece, language)
    return None


def _hebrew(piece: str, forms: Mapping[str, Entry]) -> tuple[Entry, int] | None:
    """A name behind particles, of which several may stand together: `ובגרמניה`."""
    for size in range(1, min(_MOST_PARTICLES, len(piece) - 1) + 1):
        if piece[size - 1] not in _HEBREW_PARTICLES:
            return None
        if entry := forms.get(piece[size:]):
            return entry, size
    return None


def _with_suffix(piece: str, language: str) -> tuple[Entry, int] | None:
    """A name with an ending behind it, or another vowel at its end: `Ranskassa`, `Polski`."""
    stems = _stems(language)
    for cut in range(1, _SUFFIX + 1):
        stem = piece[: len(piece) - cut]
        bare = language == "tr" and not _TURKISH_SUFFIX.fullmatch(piece[len(stem) :])
        if len(stem) >= _STEM and stem in stems and not bare:
            return stems[stem], 0
    return None


@lru_cache(maxsize=32)
def _stems(language: str) -> Mapping[str, Entry]:
    found: dict[str, Entry] = {}
    for form, entry in country_forms(language).items():
        if entry.code and " " not in form:
            found.setdefault(form.rstrip("aeiouyáéíóúěýůąęοαςιηаяийоеь") or form, entry)
            found[form] = entry
    return found


def _arabic(piece: str, forms: Mapping[str, Entry]) -> tuple[Entry, int] | None:
    for particle in ("", *_ARABIC_PARTICLES):
        if not piece.startswith(particle):
            continue
        rest, shift = piece[len(particle) :], len(particle)
        whole = f"ال{rest}" if particle.endswith(("ال", "لل")) else rest
        for name, begin in ((whole, shift - 2 if whole != rest else shift), (rest, shift)):
            entry = forms.get(name)
            if entry is not None:
                return entry, max(begin, 0)
        for ending in _NISBA_ENDINGS:
            entry = forms.get(rest.removesuffix(ending)) if rest.endswith(ending) else None
            if entry is not None and entry.type is None:
                return entry, shift
    return None


def _dense(text: str, language: str, forms: Mapping[str, Entry]) -> Iterator[Atom]:
    begun, at = _by_first(language), 0
    while at < len(text):
        form = next(
            (each for each in begun.get(text[at], ()) if text.startswith(each, at) and _whole(text, at, each)), ""
        )
        if form:
            yield Atom(form, at, at + len(form), "", forms[form])
        at += len(form) or 1


def _whole(text: str, at: int, form: str) -> bool:
    """Whether no more katakana stand around a name in katakana: `チリ` is no part of another word."""
    if not _KATAKANA.match(form):
        return True
    end = at + len(form)
    return not (at and _KATAKANA.match(text[at - 1])) and not _KATAKANA.match(text[end : end + 1])


@lru_cache(maxsize=8)
def _by_first(language: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for form in sorted(country_forms(language), key=lambda each: (-len(each), each)):
        found[form[0]].append(form)
    return found
