"""What do the spellings of one organization's name have in common? The name without what it is by law, and signs."""

from functools import lru_cache

from corpus.enrichment.gazetteer.word_lists import lexicon

_LEGAL = frozenset(
    """
    inc incorporated corp corporation co cos company companies ltd limited plc llc llp lp ag sa nv se spa gmbh oyj asa
    ab as bhd kgaa kk pty pjsc oao ojsc srl sarl sas bv sae
    """.split()  # noqa: SIM905 - words
)
_GROUPS = frozenset({"group", "holding", "holdings"})
_JOINTS = frozenset({"&", "and"})
_PARTNERS = frozenset({"& company", "and company"})
_OWN = ("'s", "’s", "'", "’")
_NO_SIGNS = dict.fromkeys(map(ord, " -‐–.,'’/"))
_NO_MARKS = dict.fromkeys(map(ord, ".,")) | {ord(sign): " " for sign in "-‐–"}
_FEWEST_LETTERS = 6
_REMEMBERED = 1 << 14
_LONGEST_ACRONYM = 4
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "de", "in", "on"})


@lru_cache(_REMEMBERED)
def base(key: str) -> str:
    """The name without what a company is by law, in any case, and without a genitive on that: `apple inc's`."""
    head, _, last = key.rpartition(" ")
    if not head or _bare(last) not in _LEGAL:
        return key
    if named := partnership(key):
        return f"{named} & company"
    words = head.split()
    while len(words) > 1 and (words[-1] in _JOINTS or _bare(words[-1]) in _LEGAL):
        words.pop()
    return " ".join(words).rstrip(",")


def partnership(key: str) -> str:
    """The one word before `& Company`, which may be another body than `Quimby Capital`; else empty."""
    named, _, company = key.partition(" ")
    return named if company in _PARTNERS else ""


def names_group(key: str) -> bool:
    """Whether a name has a word for a group of companies that is not its first."""
    return not _GROUPS.isdisjoint(key.split()[1:])


def without_group(name: str) -> str:
    """A name without the words for a group of companies behind it: `goldman sachs group`."""
    words = name.split()
    while len(words) > 1 and words[-1] in _GROUPS:
        words.pop()
    return base(" ".join(words))


def squeezed(name: str) -> str:
    """The letters of a name alone, where there are enough of them to tell it: `j.p. morgan`, `jpmorgan`."""
    if " " not in name and ("'" in name or "’" in name):
        return name  # `Lloyd's` is not `Lloyds`
    letters = name.translate(_NO_SIGNS)
    return letters if len(letters) >= _FEWEST_LETTERS else name


def without_marks(name: str) -> str:
    """A name without full stops, its hyphens as blanks: `st. louis`, `jean-claude`."""
    return " ".join(name.translate(_NO_MARKS).split())


def in_small_letters(name: str) -> str:
    """A name of several words that is written in capitals alone, as it would be written else: `Bank of Tokyo`.

    Words of up to four letters stay as they are, as they may be acronyms, unless they are words that names are made of.
    """
    if not name.isupper():
        return name
    words = name.split()
    if len(words) == 1 or max(map(len, words)) <= _LONGEST_ACRONYM:
        return name
    return " ".join(_small(word) for word in words)


def _small(word: str) -> str:
    if word.lower() in _SMALL_WORDS:
        return word.lower()
    capitalized, known = word.capitalize(), lexicon()
    listed = capitalized in known.given_names or capitalized in known.organizations
    return capitalized if listed or (len(word) > _LONGEST_ACRONYM and word.isalpha()) else word


def _bare(word: str) -> str:
    for own in _OWN:
        word = word.removesuffix(own)
    return word.rstrip(".,").replace(".", "")
