"""Find the fields of an article among those of a record, under whatever names and nested as interfaces do it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from corpus.readers.fields.blocks import by_language, words_of
from corpus.readers.fields.names import FIELD_NAMES, WRAPPERS, squashed
from corpus.readers.fields.naming import field_of, field_of_path, last_name
from corpus.readers.streams.part import FieldNames, ReadableFile
from corpus.remark import Remark

_WRAPPED = (
    *("rendered", "main", "value", "name", "text", "original", "site", "$date", "$oid", "$numberLong", "#text"),
    *("title", "iso", "date-parts", "domain", "basic", "href"),
)
"""Members that hold the value of a field which is an object."""
_NOTHING = frozenset(("", "nan", "none", "null", "n/a", "#n/a", "nat", "undefined", r"\n"))
_FIRSTS = {word[:1] for word in _NOTHING} | {word[:1].upper() for word in _NOTHING} | {*" \t\r\n\v\f\xa0\u3000"}
"""With what a word for nothing may begin: most values need not be looked at further."""
_LONG = 100
"""In characters; no word for nothing is so long, blanks included."""
_LEAST_PROSE, _PROSE_SAMPLE = 200, 5_000
_SENTENCE_END = re.compile(r"[.!?…]['\"”»’)]?\s|[。！？।؟።။]")
_NO_PROSE = re.compile(
    r"comment|reply|keyword|tag|caption|copyright|rights|disclaimer|bio|licen[cs]e|terms|prompt|log|html?$|url|script"
    r"|note|entit|highlight|question|answer|image|photo|vector|embed|json",
    re.IGNORECASE,
)
"""Names of fields whose prose is not the article's."""
_MOST_TOLD = 60
_COUNT = re.compile(r"\d{1,5}(?:\.0)?", re.ASCII)
_SECONDS_OF_A_DAY = frozenset(range(86_400)) - frozenset(range(1600, 2200))
_ITS_OWN = frozenset(("text", "html", "summary", "published", "author"))
"""What an article has, and no newspaper."""


@dataclass(slots=True)
class UnusedColumns:
    """The columns of a file that hold something and are no field of an article."""

    names: dict[str, None] = field(default_factory=dict)
    prose: str | None = None
    """The column that was taken for the text, because its words are such and no name says which column is."""

    def remarks(self, part: ReadableFile) -> Iterator[Remark]:
        """One remark on the file, where there are such columns."""
        if self.prose is not None:
            text = f"the column {self.prose} was read as the text, which it seems to be; --field text=NAME says another"
            yield Remark(part.origin, part.entry, None, text)
        if self.names:
            told = ", ".join(list(self.names)[:_MOST_TOLD]) + (", …" if len(self.names) > _MOST_TOLD else "")
            text = f"the columns {told} were not used; --field title=NAME says which column holds a field"
            yield Remark(part.origin, part.entry, None, text)

    def add(self, name: str) -> None:
        """Note a column, unless there are already more than anybody reads."""
        if len(self.names) <= _MOST_TOLD:
            self.names[name] = None


def mapped(fields: Mapping[str, object], users: FieldNames, unused: UnusedColumns) -> dict[str, object]:
    """The fields of a record under our names, empty ones left out; `unused` learns of the others.

    What the user names wins over the table of names, and a field of the record itself over one that is nested.
    """
    flat = _flattened(fields)
    credited = flat.pop("authors") if _have_roles(flat.get("authors")) else None
    counted = [name for name, value in flat.items() if _only_counts(name, value)]
    usable = tuple(name for name in flat if name not in counted)
    found = {ours: flat.pop(name) for name, ours in _chosen(usable, tuple(users.items()))}
    while "text" in found and not isinstance(found["text"], str) and not words_of(found["text"]):
        if (other := _next_name(flat, "text")) is None:
            break
        found["text"] = flat.pop(other)
    if "text" not in found and "html" not in found and (prose := _prose_name(flat, found.get("summary"))):
        found["text"] = flat.pop(prose)
        unused.prose = unused.prose or prose
    if "author" not in found and (signed := _contributors(flat.get("tags")) or flat.pop("from", None)):
        found["author"] = signed
    if "title" not in found and "text" not in found and {"summary", "published", "url"} <= {*found} and "name" in flat:
        found["title"] = flat.pop("name")  # as schema.org calls it
    if credited:
        found["authors"] = credited
    for name in flat:
        unused.add(name)
    if _is_address(found.get("source")):
        _part_address(found, flat, unused)
    return found


def _only_counts(name: str, value: object) -> bool:
    """Whether a number is no author or date, but the key of a person, or counts the seconds of a day or a recording."""
    named = name.lower().endswith("time") and squashed(last_name(name)) == "time"
    seconds = named and _COUNT.fullmatch(str(value)) and int(float(str(value))) in _SECONDS_OF_A_DAY
    return bool(seconds) or (type(value) is int and field_of_path(name) == "author")


def _part_address(found: dict[str, object], flat: Mapping[str, object], unused: UnusedColumns) -> None:
    """Take an address that is given as the source, as trafilatura writes it, for the article's."""
    found.setdefault("url", found.pop("source"))
    if (other := _next_name(flat, "source")) is not None:
        found["source"] = flat[other]
        unused.names.pop(other, None)


@lru_cache(maxsize=1024)
def _chosen(names_of_record: tuple[str, ...], users: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Names of the record, each with ours; the records of a file mostly have the same."""
    by_key: dict[str, str] = {}
    dressed: dict[str, str] = {}
    for name in sorted(names_of_record, key=lambda each: "." in each):  # those of an object within come last
        by_key.setdefault(squashed(last_name(name)), name)
        if ours := field_of_path(name):
            dressed.setdefault(ours, name)
    chosen = {ours: theirs for theirs, ours in users if theirs in names_of_record}
    taken = {*chosen.values()}
    for ours, names in FIELD_NAMES.items():
        if ours not in chosen:
            candidates = (by_key.get(squashed(name)) for name in names)
            theirs = next((each for each in candidates if each is not None and each not in taken), dressed.get(ours))
            if theirs is not None and theirs not in taken:
                chosen[ours] = theirs
    return [(name, ours) for ours, name in chosen.items()]


def _prose_name(flat: Mapping[str, object], summary: object) -> str | None:
    """The field that holds the longest prose, in a record whose text goes by none of the known names."""
    long = len(summary) if isinstance(summary, str) else 0
    prose = {name: value for name, value in flat.items() if isinstance(value, str) and _is_prose(name, value)}
    name = max(prose, key=lambda each: len(prose[each]), default=None)
    return name if name is not None and len(prose[name]) > long else None


def _is_prose(name: str, value: str) -> bool:
    sentences = len(value) >= _LEAST_PROSE and len(_SENTENCE_END.findall(value, 0, _PROSE_SAMPLE)) > 1
    return sentences and not _NO_PROSE.search(name) and value.lstrip()[:1] not in set("{[")


def _contributors(tags: object) -> list[object]:
    """Those of an article's tags that name who wrote it, as The Guardian's interface gives them."""
    listed = tags if isinstance(tags, list) else []
    return [each for each in listed if isinstance(each, dict) and each.get("type") == "contributor"]


def _have_roles(authors: object) -> bool:
    """Whether authors are those of an export of ours: each with what he did, and nothing else."""
    listed = authors if isinstance(authors, list) else []
    return bool(listed) and all(isinstance(each, dict) and {*each} == {"name", "role"} for each in listed)


def _next_name(flat: Mapping[str, object], ours: str) -> str | None:
    """Another name of a field among those that are left."""
    named = {squashed(last_name(name)): name for name in flat}
    found = next((named[key] for each in FIELD_NAMES[ours] if (key := squashed(each)) in named), None)
    return found or next((name for name in flat if field_of_path(name) == ours), None)


def _flattened(fields: Mapping[str, object]) -> dict[str, object]:
    """The members that hold something, those of wrappers behind them, each by its path."""
    flat: dict[str, object] = {}
    nested: list[tuple[str, Mapping[str, object]]] = []
    told = any(field_of(name) in _TOLD and not is_empty(value) for name, value in fields.items())
    for name, value in fields.items() if told else map(_inmost, fields.items()):
        if type(value) is str:  # as most are
            if value and (value[0] not in _FIRSTS or not is_empty(value)):
                flat[name] = value
        elif isinstance(value, dict) and _wraps(name, value):
            nested.append((name, value))
        elif not is_empty(held := unwrapped(value)):
            flat[name] = held
    if isinstance(title := fields.get("title"), dict) and "id" in title and {"heading", "headline"} & {*fields}:
        flat["title.newspaper"] = flat.pop("title")  # as Trove has it
    for name, members in nested:
        name = "_source" if name == "source" else name  # noqa: PLW2901 - that is no newspaper, but holds the article
        for inner, value in members.items():
            if not is_empty(held := unwrapped(value)):
                flat[f"{name}.{inner}"] = held
    return flat


_TOLD = frozenset(("title", "text", "html"))
"""Of an object that has one of them, what has a title within is no article, but a picture or a link."""


def _inmost(member: tuple[str, object]) -> tuple[str, object]:
    """A member of an object, or the one member within it that has a title: `{"data": {"article": …}}`."""
    for _ in range(len(_WRAPPED)):
        value = member[1]
        (inner,) = value.items() if isinstance(value, dict) and len(value) == 1 else (("", None),)
        if not isinstance(inner[1], dict) or "title" not in map(field_of, inner[1]):
            break
        member = inner
    return member


def _wraps(name: str, value: Mapping[str, object]) -> bool:
    """Whether a member is an object around fields of the article: a content that has a title is one, too."""
    if squashed(name) in WRAPPERS:
        return _is_wrapper(name, value)
    return squashed(name) == "content" and {"title", "text"} <= {field_of(each) for each in value}


def _is_wrapper(named: str, value: Mapping[str, object]) -> bool:
    """Whether an object holds fields of the article; one that is called its source may be that: a title, an address."""
    known = {field_of(name) for name in value}
    if squashed(named) == "source":
        return bool(known & _ITS_OWN)
    return bool(known - {None, "id"}) and not ("name" in value and set(map(squashed, value)) <= {"id", "name", "url"})


def unwrapped(value: object) -> object:
    """The value that an object with one wraps: `{"main": "Talks"}` is `Talks`, `{"$date": …}` a date."""
    for _ in range(len(_WRAPPED)):
        if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict) and "value" in value[0]:
            value = value[0]  # as Drupal writes each field
        if not isinstance(value, dict):
            break
        inner = next((value[name] for name in _WRAPPED if value.get(name) is not None), None)
        if inner is None:
            inner = by_language(value, only=True)
        if inner is None:
            inner = next((each for name, each in value.items() if name.lower() == "name" and each), None)
        if inner is None:
            break
        value = inner
    return value


def is_empty(value: object) -> bool:
    """Whether a value says nothing: null, blank, `nan`, `N/A`, or an empty list or object."""
    if isinstance(value, str):
        return len(value) < _LONG and value.strip().casefold() in _NOTHING
    return value is None or value in ([], {}) or value != value  # noqa: PLR0124 - not a number


def _is_address(value: object) -> bool:
    return isinstance(value, str) and value.strip().startswith(("http://", "https://"))
