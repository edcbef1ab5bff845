"""Names settled again where something changed: the same as settling all names from nothing, whatever changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import EntityType
from corpus.document import Document
from corpus.folding import exact_key
from index.arrays.types import AnyIntArray, Int64Array
from index.segments.facets import Facet
from index.segments.name_readings import Reading, read
from index.segments.settled_names import SettledNames
from index.settlement import known_readings, settling
from index.settlement.known_readings import KnownReadings
from index.settlement.last_settled import Last
from index.settlement.name_forms import Articles, NameForms
from index.settlement.name_table import NameTable, number_of
from index.settlement.settling import settled, settled_again
from index.snapshots.open_segments import opened
from index.storage.commit_file import read_commit
from index.storage.lock import sole_writer
from index.writing.writer import IndexWriter
from tests.archive import write
from tests.index.test_settlement import GOLDQUIM, story

WORDS = """Quimby Goldquim Barr John Smith US German Labor Department Bank Group Holdings Inc Co. Company & and of Zed
Motors Boston Q. J.P. JP Morgan QB QUIMBY Stores Lima Party""".split()  # noqa: SIM905 - words
BETWEEN = (" ", " ", " ", " ", " ", " ", " and ", ", ", "/", "'s ", "-", " & ")
ACRONYMS = ("QB", "US", "JP", "JPM", "LD")
P, O, L = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE  # noqa: E741 - a letter for each type


@dataclass(frozen=True)
class Told:
    """What one article says."""

    readings: frozenset[bytes]
    names: frozenset[str]
    countries: frozenset[str]


class Keys:
    """Strings as a segment keeps them."""

    def __init__(self, rows: Sequence[bytes]) -> None:
        self.rows = rows
        self.data: AnyIntArray = np.frombuffer(b"".join(rows), np.uint8)
        self.ends: AnyIntArray = np.cumsum([0, *map(len, rows)]).astype(np.uint32)

    def __getitem__(self, row: int) -> bytes:
        return self.rows[row]


class Rows:
    """The readings of the live articles of a segment, among them those of others."""

    def __init__(self, live: Sequence[Told], dead: Sequence[Told]) -> None:
        counts = Counter(reading for each in live for reading in each.readings)
        rows = sorted({reading for each in (*live, *dead) for reading in each.readings})
        self.keys = Keys(rows)
        self.totals: Int64Array = np.array([counts[row] for row in rows], np.int64)


class Archive:
    """Articles in segments; each commit settles their names twice."""

    def __init__(self, articles: Sequence[Told]) -> None:
        self.segments: list[tuple[list[Told], list[Told]]] = [(list(articles), [])]
        self.settled = self.anew()

    @property
    def live(self) -> list[Told]:
        return [each for live, _ in self.segments for each in live]

    def change(self, new: Sequence[Told], gone: Sequence[int]) -> SettledNames:
        """Add articles, remove some by their places, and settle again what that touches."""
        removed = [self.live[place] for place in {place % len(self.live) for place in gone}] if self.live else []
        for each in removed:
            live, dead = next(segment for segment in self.segments if each in segment[0])
            live.remove(each)
            dead.append(each)
        self.segments.append((list(new), []))
        changed = {read(reading) for each in (*new, *removed) for reading in each.readings}
        return settled_again(KnownReadings(self._tables(), changed), self, Last(self.settled, changed))

    def merge(self) -> None:
        self.segments = [(self.live, [])]

    def anew(self) -> SettledNames:
        self.settled = settled(NameForms(self._counts(), self))
        return self.settled

    def together(self, key: str, values: Sequence[str], facet: Facet) -> int:
        def has(each: Told) -> bool:
            return not set(values).isdisjoint(each.names if facet is Facet.ENTITY else each.countries)

        return sum(key in each.names and has(each) for each in self.live)

    def elsewhere(self, key: str, country: str, name: str) -> int:
        about = [each for each in self.live if key in each.names and each.countries]
        return sum(country not in each.countries and name not in each.names for each in about)

    def _tables(self) -> list[NameTable]:
        return [NameTable(Rows(*segment)) for segment in self.segments]  # type: ignore[arg-type]  # as those of a segment

    def _counts(self) -> Iterator[tuple[Reading, int]]:
        for segment in self.segments:
            rows = Rows(*segment)
            yield from (
                (read(row), count) for row, count in zip(rows.keys.rows, rows.totals.tolist(), strict=True) if count
            )


def told(
    named: Sequence[tuple[str, EntityType, str]], countries: frozenset[str] = frozenset(), *, exported: bool = False
) -> Told:
    """An article with names, types, and the acronyms that it introduces for them; of an export with these names."""
    first = {exact_key(name): (name, kind, acronym) for name, kind, acronym in reversed(named)}
    mark = " settled" if exported else ""
    readings = {f"{key}\t{name}\t{kind.value}{mark}" for key, (name, kind, _) in first.items()}
    introduced = [(short, name) for name, kind, short in first.values() if short and kind is not P]
    readings |= {f"{exact_key(short)}\t{name}\tacronym" for short, name in introduced}
    return Told(frozenset(map(str.encode, readings)), frozenset(first), countries)


@st.composite
def archives(draw: st.DrawFn) -> tuple[list[Told], list[tuple[list[Told], list[int], bool]]]:
    """Articles, and changes: new ones, the places of those that go, and whether segments are merged."""
    few = draw(st.lists(st.sampled_from(WORDS), min_size=2, max_size=8, unique=True))
    word = st.sampled_from(few)
    name = st.builds(
        lambda first, rest: " ".join(f"{first}{''.join(map(''.join, rest))}".split()),
        word,
        st.lists(st.tuples(st.sampled_from(BETWEEN), word), max_size=2),
    )
    kinds = st.sampled_from([P, O, O, L])
    pool = draw(st.lists(st.tuples(name, kinds), min_size=3, max_size=20, unique_by=lambda each: each[0]))
    short = st.sampled_from(("", "", "", *ACRONYMS))
    otherwise = st.tuples(st.sampled_from([name for name, _ in pool]), kinds)
    one = st.one_of(st.sampled_from(pool), st.sampled_from(pool), otherwise)
    names = st.lists(st.tuples(one, short).map(lambda each: (*each[0], each[1])), min_size=1, max_size=4)
    countries = st.frozensets(st.sampled_from(["us", "de", "fr"]), max_size=2)
    article = st.builds(told, names, countries, exported=st.sampled_from((False, False, True)))
    change = st.tuples(st.lists(article, max_size=3), st.lists(st.integers(0, 50), max_size=2), st.booleans())
    return draw(st.lists(article, min_size=3, max_size=30)), draw(st.lists(change, min_size=1, max_size=4))


@settings(max_examples=300, deadline=None)
@given(archives())
def test_what_is_settled_again_is_what_is_settled_from_nothing(
    drawn: tuple[list[Told], list[tuple[list[Told], list[int], bool]]],
) -> None:
    articles, changes = drawn
    archive = Archive(articles)
    for new, gone, merged in changes:
        again = archive.change(new, gone)
        if merged:
            archive.merge()
        anew = archive.anew()
        assert again == anew
        assert (list(again.names), list(again.types)) == (list(anew.names), list(anew.types))


def shown(article: Told, names: SettledNames) -> Told:
    """An article as an export has it, from an index that shows names so."""
    own = [reading for reading in map(read, article.readings) if reading.kind != "acronym"]
    as_shown = [(name, each) for each in own for name in names.names.get(each.key, (each.written,))]
    kinds = {name: names.types.get(exact_key(name), EntityType(each.kind)) for name, each in as_shown}
    return told([(name, kind, "") for name, kind in kinds.items()], article.countries, exported=True)


@settings(max_examples=300, deadline=None)
@given(archives())
def test_an_export_settled_again_and_again_stays_as_it_was(
    drawn: tuple[list[Told], list[tuple[list[Told], list[int], bool]]],
) -> None:
    articles, changes = drawn
    exported = [shown(each, Archive(articles).settled) for each in articles]
    archive = Archive(exported)
    assert [shown(each, archive.settled) for each in exported] == exported
    others = [each for new, _, _ in changes for each in new if not any(read(one).settled for one in each.readings)]
    archive.change(others, [])
    beside = archive.anew()
    assert [shown(each, beside) for each in exported] == exported


ZED = [told([("Zed", O, ""), ("Zed Motors", O, "")])] * 4
US = frozenset({"us"})


@pytest.mark.parametrize(
    ("before", "new", "name"),
    [
        ([*ZED, told([("Motors", O, "")])], told([("Motors", O, "")]), "zed"),
        (ZED, told([("Anna Zed", P, "")]), "zed"),
        ([told([("Barr", P, "")])] * 2 + [told([("Barr", L, "")])], told([("Otto Barr", P, "")]), "barr"),
        (
            [told([("Quimby & Company", O, "")]), told([("Quimby", O, "")])] * 2,
            told([("Quimby Bar", O, "")]),
            "quimby",
        ),
        ([told([("QB", O, ""), ("Quim Barr", O, "QB")])] * 2, told([("Quo Bono", O, "QB")]), "qb"),
        (
            [told([("Alpha", O, "")])] * 3 + [told([("Beta", O, "")]), told([("Alpha and Beta", O, "")])],
            told([("Beta", O, "")]),
            "alpha and beta",
        ),
        (
            [told([("US Quim Party", O, ""), ("Quim Party", O, "")], US)] * 2,
            told([("German Quim Party", O, "")]),
            "quim party",
        ),
    ],
)
def test_a_name_is_settled_otherwise_that_no_new_article_has(before: list[Told], new: Told, name: str) -> None:
    archive = Archive(before)
    first = archive.settled.names.get(name), archive.settled.types.get(name)
    for _ in range(4):
        again = archive.change([new], [])
        assert again == archive.anew()
    assert (again.names.get(name), again.types.get(name)) != first


def test_names_of_the_same_letters_have_one_number() -> None:
    assert len({*map(number_of, ("j.p. morgan", "jp morgan", "jpmorgan", "j-p mor’gan", "jp/morgan,"))}) == 1
    table = NameTable(Rows([told([("J.P. Morgan & Co.", O, "JPM"), ("Łódź, Wien", L, "")])], []))  # type: ignore[arg-type]  # as above
    assert [table.key(row) for row in table.rows_of(np.array([number_of("jpmorgan&co")], np.uint64))] == [
        "j.p. morgan & co."
    ]
    for parts, asked in ((table.prefixes, "jp morgan"), (table.suffixes, "morgan & co"), (table.words, "morgan")):
        [(number, name)] = table.found(parts, np.array([number_of(asked)], np.uint64))
        assert (number, name) == (number_of(asked), "j.p. morgan & co.")
    assert [table.reading(row) for row in table.acronyms()] == [Reading("jpm", "J.P. Morgan & Co.", "acronym")]
    assert [table.key(row) for row in table.several()] == ["lodz, wien"]
    with pytest.raises(ValueError, match="empty"):
        NameTable(Rows([Told(frozenset({b"\t\xd9\x91\tplace"}), frozenset(), frozenset())], []))  # type: ignore[arg-type]  # as above


@pytest.fixture
def again(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of readings of which names were settled again; small indexes would be settled anew."""
    counts: list[int] = []

    def counted(readings: KnownReadings, articles: Articles, last: Last) -> SettledNames:
        counts.append(len(last.changed))
        return settled_again(readings, articles, last)

    monkeypatch.setattr(known_readings, "_MOST", 0)
    monkeypatch.setattr(settling, "settled_again", counted)
    return counts


def committed(index: Path) -> SettledNames | None:
    return read_commit(index).segments[0].settled


def test_each_commit_settles_what_a_commit_of_everything_settles(tmp_path: Path, again: list[int]) -> None:
    index = tmp_path / "index"
    for round_, documents in enumerate(batches()):
        write(index, documents, remove=[f"{round_ - 3}-0", f"{round_ - 2}-1"])
        assert committed(index) == settled(NameForms.of(opened(index)))
    assert len(again) == len(batches()) - 1


def test_what_was_not_settled_at_the_last_commit_is_settled_anew(
    tmp_path: Path, again: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "index"
    first, second, third, fourth, *_ = batches()
    write(index, first)
    write(index, second)
    assert len(again) == 1
    with sole_writer(index):
        writer = IndexWriter(index, "en")
        writer.remove(["0-0"])
        writer.checkpoint()
        writer.cancel()
    write(index, third)
    assert len(again) == 1
    assert committed(index) == settled(NameForms.of(opened(index)))
    write(index, fourth)
    assert len(again) == 2
    monkeypatch.setattr("index.writing.writer.RULES", "others")
    write(index, [story("last", "Goldquim Rivers o")])
    assert len(again) == 2


def batches() -> list[list[Document]]:
    named = [
        *GOLDQUIM,
        "US Labor Party o",
        "Labor Party o|QB o",
        "Quim Barr o|QB o",
        "Otto Barr p",
        "Barr l",
        "Zed o|Zed Motors o",
    ]
    texts = [named[place:] + named[:place] for place in range(7)]
    return [[story(f"{round_}-{at}", each) for at, each in enumerate(some[:4])] for round_, some in enumerate(texts)]
