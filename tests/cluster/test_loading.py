"""An index on a cluster holds what one in a folder holds: after a build, after changes, after a rebuild."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from opensearchpy import OpenSearchException

from cli.main import main
from cluster import indices
from cluster import state as states
from cluster.connection import Cluster, open_cluster
from cluster.sweep import count
from corpus.errors import DatelineError
from tests.cluster.held import in_folder, on_cluster
from tests.index.test_settlement import GOLDQUIM

pytestmark = pytest.mark.cluster

DATELINE = str(Path(sys.executable).parent / "dateline")

_WORDS = """
    harvest minister bridge river council strike factory border talks market island senate drought railway court verdict
    harbour fleet treaty envoy ballot protest curfew pipeline refinery tariff vaccine hospital teacher school wildfire
""".split()  # noqa: SIM905 - they read better so
_NAMES = ["Goldquim Barr", "Goldquim", "Lima", "Otto Barr", "Zelda Quist", "LIMA", "Northern Council"]


def stories(seed: int, count: int) -> list[dict[str, object]]:
    """Articles of made-up words; each third is a version of the one before it, with a sentence more."""
    chance, made = Random(seed), list[dict[str, object]]()  # noqa: S311 - chance that can be had again
    for number in range(count):
        sentences = [
            " ".join(chance.choice(_WORDS) + chance.choice(["", "", "s", "ed"]) for _ in range(12)).capitalize() + "."
            for _ in range(chance.randrange(4, 12))
        ]
        text = " ".join(sentences)
        if number % 3 == 2:
            text = f"{made[-1]['text']} {sentences[0]}"
        named = [{"name": name, "type": "organization"} for name in chance.sample(_NAMES, 2)]
        made.append(
            {
                "id": f"{seed}-{number}",
                "title": " ".join(chance.sample(_WORDS, 4)).title(),
                "text": text,
                "source": chance.choice(["The Herald", "The Wire"]),
                "published": f"20{chance.randrange(10, 24)}-0{chance.randrange(1, 9)}-1{chance.randrange(9)}",
                "entities": named,
                **({"published_basis": "stated"} if number % 4 == 0 else {}),  # as an export has it
                "language": chance.choice(["en", "en", "de"]),
                "clean": True,
            }
        )
    return made


def write(path: Path, records: Sequence[dict[str, object]]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")


def index(location: object, *more: object) -> Result:
    return CliRunner().invoke(main, ["index", "--index", str(location), *map(str, more)])


def assert_same(location: str, local: Path, *, words: bool = True) -> None:
    there, here = on_cluster(location), in_folder(local)
    assert there.articles == here.articles
    assert there.groups == here.groups
    assert there.beside == here.beside
    assert there.settled == here.settled
    if words:
        assert there.forms == here.forms
        assert there.pairs == here.pairs
        assert there.values.keys() == here.values.keys()


def test_a_build_holds_what_a_folder_holds(location: str, tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.jsonl", stories(1, 150))
    (tmp_path / "news" / "bad.jsonl").write_text('{"text": 5}\n', encoding="utf-8")
    (tmp_path / "news" / "page.html").write_text(
        "<title>Café closes — Zoë says</title><p>The café on the U.S. border closed, e.g. for 1,500 guests.</p>",
        "utf-8",
    )
    there, here = index(location, tmp_path / "news"), index(tmp_path / "local", tmp_path / "news")
    assert (there.exit_code, here.exit_code) == (3, 3)
    assert "Read 152 articles: 151 indexed, 0 unchanged, 1 refused." in there.stdout
    assert [line for line in there.stderr.splitlines() if "bad.jsonl" in line] == [
        line for line in here.stderr.splitlines() if "bad.jsonl" in line
    ]
    assert in_folder(tmp_path / "local").groups
    assert_same(location, tmp_path / "local")
    assert on_cluster(location).values == in_folder(tmp_path / "local").values


def test_the_sample_corpus(location: str, tmp_path: Path) -> None:
    assert (index(location).exit_code, index(tmp_path / "local").exit_code) == (0, 0)
    assert_same(location, tmp_path / "local")


def test_names_that_are_probably_one_are_told_as_of_a_folder(location: str, tmp_path: Path) -> None:
    types = {"p": "person", "o": "organization", "l": "place"}
    records: list[dict[str, object]] = [
        {
            "id": f"{place}",
            "text": "A story.",
            "entities": [{"name": each[:-2], "type": types[each[-1]]} for each in named.split("|")],
            "countries": [],
        }
        for place, named in enumerate(GOLDQUIM)
    ]
    write(tmp_path / "news" / "a.jsonl", records)
    for place in (location, tmp_path / "local"):
        assert index(place, tmp_path / "news").exit_code == 0
    assert on_cluster(location).settled == in_folder(tmp_path / "local").settled
    there, here = (
        CliRunner().invoke(main, ["names", "--duplicates", "--index", str(each)])
        for each in (location, tmp_path / "local")
    )
    assert there.stdout == here.stdout
    assert there.stdout.startswith("settled  Goldquim (organization, 4) = Goldquim Barr (organization, 4)")
    (tmp_path / "aliases.toml").write_text('[rename]\n"Goldquim" = "Goldquim"\n', encoding="utf-8")
    apart = ["names", "--duplicates", "--index", location, "--aliases", str(tmp_path / "aliases.toml")]
    assert " Goldquim (" not in CliRunner().invoke(main, apart).stdout


def test_changes_are_followed_and_only_they_are_written(location: str, tmp_path: Path) -> None:
    news, records = tmp_path / "news", stories(2, 90)
    for place in range(3):
        write(news / f"{place}.jsonl", records[place * 30 : place * 30 + 30])
    assert index(location, news).exit_code == 0
    before = states.read_state(open_cluster(location)).generation
    assert "0 indexed, 90 unchanged" in index(location).stdout
    assert states.read_state(open_cluster(location)).generation == before
    records[0]["text"] = f"{records[40]['text']} And more."  # of another group now
    del records[31]  # the one that stood for others it may be
    write(news / "0.jsonl", records[:30])
    write(news / "1.jsonl", records[30:59])
    (news / "2.jsonl").unlink()
    short = {"id": "short", "text": "Rain.", "clean": True}
    write(news / "3.jsonl", [*records[59:], *stories(3, 20), short])  # moved to another file, and new ones
    done = index(location)
    assert "1 gone from the folders and removed" in done.stdout, done.output
    assert states.read_state(open_cluster(location)).generation != before
    assert index(tmp_path / "local", news).exit_code == 0
    assert_same(location, tmp_path / "local", words=False)
    assert CliRunner().invoke(main, ["link", "--index", location]).exit_code == 0
    assert_same(location, tmp_path / "local")  # the words of what is gone are counted no more
    assert CliRunner().invoke(main, ["check", "--index", location]).exit_code == 0


def test_a_folder_that_is_forgotten_goes_and_a_disk_that_is_not_there_stays(location: str, tmp_path: Path) -> None:
    write(tmp_path / "one" / "a.jsonl", stories(4, 10))
    write(tmp_path / "two" / "b.jsonl", stories(5, 10))
    assert index(location, tmp_path / "one", tmp_path / "two").exit_code == 0
    (tmp_path / "two").rename(tmp_path / "away")
    done = index(location)
    assert done.exit_code == 3
    assert len(on_cluster(location).articles) == 20
    assert index(location, "--forget", tmp_path / "two").exit_code == 0
    assert {each.partition("-")[0] for each in on_cluster(location).articles} == {"4"}


def test_a_rebuild_takes_the_place_of_the_old_index_at_once(location: str, tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.jsonl", stories(6, 20))
    assert index(location, tmp_path / "news").exit_code == 0
    cluster = open_cluster(location)
    before = indices.real_name(cluster)
    write(tmp_path / "news" / "a.jsonl", stories(7, 20))
    done = index(location, "--rebuild", "--language", "de", tmp_path / "news")
    assert done.exit_code == 0, done.output
    assert indices.real_name(cluster) != before
    assert not cluster.client.indices.exists(index=before)
    assert {each.partition("-")[0] for each in on_cluster(location).articles} == {"7"}
    assert "is in language de" in index(location, "--language", "fr").stderr


def test_loaders_of_disjoint_folders_work_at_once(location: str, tmp_path: Path) -> None:
    for place in range(4):
        write(tmp_path / str(place) / "a.jsonl", stories(10 + place, 60))
    assert index(location, tmp_path / "0").exit_code == 0
    command = [DATELINE, "index", "--index", location]
    running = [subprocess.Popen([*command, str(tmp_path / str(place))]) for place in (1, 2, 3)]
    assert [each.wait() for each in running] == [0, 0, 0]
    assert index(tmp_path / "local", *(tmp_path / str(place) for place in range(4))).exit_code == 0
    CliRunner().invoke(main, ["link", "--index", location])
    assert_same(location, tmp_path / "local")
    assert len(states.read_state(open_cluster(location)).roots) == 4


def test_of_several_first_builds_at_once_none_takes_the_place_of_another(location: str, tmp_path: Path) -> None:
    for place in range(3):
        write(tmp_path / str(place) / "a.jsonl", stories(20 + place, 30))
    command = [DATELINE, "index", "--index", location]
    running = [subprocess.Popen([*command, str(tmp_path / str(place))]) for place in range(3)]
    codes = [each.wait() for each in running]
    assert 0 in codes
    assert {*codes} <= {0, 19}, "whoever could not wait is told so"
    done = {str(20 + place) for place, code in enumerate(codes) if code == 0}
    assert {each.partition("-")[0] for each in on_cluster(location).articles} == done
    assert indices.half_built(open_cluster(location)) == []


def test_an_index_of_another_program_is_left_alone(location: str, tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.jsonl", stories(8, 3))
    cluster = open_cluster(location)
    cluster.client.indices.create(index=f"{cluster.name}.theirs")
    cluster.client.index(index=f"{cluster.name}.theirs", id="1", body={"theirs": 1})
    cluster.client.indices.put_alias(index=f"{cluster.name}.theirs", name=cluster.name)
    for more in ([], ["--rebuild"]):
        done = index(location, *more, tmp_path / "news")
        assert done.exit_code == 17
        assert "is not an index of Dateline; choose another name" in done.stderr
    cluster.client.indices.refresh(index=cluster.name)
    assert count(cluster, cluster.name) == 1


def _written(cluster: Cluster) -> int:
    """How many articles stand in an index that is being built."""
    try:
        (name,) = indices.half_built(cluster)
        cluster.client.indices.refresh(index=name)
        return count(cluster, name)
    except (ValueError, DatelineError, OpenSearchException):
        return 0  # it is about to begin


def test_what_a_killed_build_wrote_need_not_be_written_again(location: str, tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.jsonl", stories(9, 600))
    command = [DATELINE, "index", "--index", location, str(tmp_path / "news")]
    cluster = open_cluster(location)
    running = subprocess.Popen(command)
    while not _written(cluster):
        assert running.poll() is None
    running.kill()
    assert running.wait() < 0
    assert not indices.exists(cluster)
    done = index(location, tmp_path / "news")
    assert done.exit_code == 0, done.output
    assert " 0 unchanged" not in done.stdout
    assert indices.half_built(cluster) == []
    assert index(tmp_path / "local", tmp_path / "news").exit_code == 0
    assert_same(location, tmp_path / "local")


def test_export_and_index_bring_articles_back_to_a_folder(location: str, tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.jsonl", stories(12, 30))
    assert index(location, tmp_path / "news").exit_code == 0
    exported = CliRunner().invoke(main, ["export", "--index", location])
    assert exported.exit_code == 0, exported.output
    (tmp_path / "back").mkdir()
    (tmp_path / "back" / "all.jsonl").write_text(exported.stdout, encoding="utf-8")
    assert index(tmp_path / "local", tmp_path / "back").exit_code == 0
    shutil.rmtree(tmp_path / "back")
    there, back = on_cluster(location), in_folder(tmp_path / "local")
    assert {each: article["text"] for each, article in there.articles.items()} == {
        each: article["text"] for each, article in back.articles.items()
    }
    assert there.groups == back.groups


def test_articles_that_are_too_short_to_be_compared(location: str, tmp_path: Path) -> None:
    write(tmp_path / "news" / "a.jsonl", stories(13, 10))
    assert index(location, tmp_path / "news").exit_code == 0
    write(tmp_path / "news" / "b.jsonl", [{"id": "short", "text": "Rain.", "clean": True}])
    assert index(location).exit_code == 0
    assert index(tmp_path / "local", tmp_path / "news").exit_code == 0
    assert_same(location, tmp_path / "local")
