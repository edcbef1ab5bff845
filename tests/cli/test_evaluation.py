"""`dateline evaluate`: measures against values worked out by hand, runs compared, and what is told of broken files."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.evaluation.measures import measured
from cli.evaluation.run_files import read_run, write_run
from cli.evaluation.significance_report import differences, verdict
from cli.main import main
from tests.conftest import shared


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    """Three articles, one without a text, and three queries, one of which nothing answers."""
    folder = tmp_path / "judged"
    (folder / "qrels").mkdir(parents=True)
    corpus = [("a", "Peace talks", "The talks went on."), ("b", "War", "Peace is far."), ("c", "The treaty", "")]
    lines = [json.dumps({"_id": name, "title": title, "text": text}) for name, title, text in corpus]
    (folder / "corpus.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    queries = [("1", "peace AND talks"), ("2", "TREATY"), ("3", "weather"), ("4", "not judged")]
    told = [json.dumps({"_id": name, "text": text}) for name, text in queries]
    (folder / "queries.jsonl").write_text("\n".join(told), encoding="utf-8")
    (folder / "qrels" / "test.tsv").write_text(
        "query-id\tcorpus-id\tscore\n1\ta\t2\n1\tb\t1\n2\tc\t1\n3\tb\t1\n4\ta\t0\n"
    )
    return folder


def evaluate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_measures_are_those_of_trec() -> None:
    # DCG 1/log2(3) + 2/log2(4) = 1.6309, ideal 2/log2(2) + 1/log2(3) = 2.6309; precision (1/2 + 2/3) / 2.
    assert measured(["x", "b", "a", "y"], {"a": 2, "b": 1, "y": 0}) == pytest.approx((0.61991, 0.58333, 1.0), abs=1e-5)
    assert measured([], {"a": 1}) == (0, 0, 0)
    ranking = [str(number) for number in range(200)]
    assert measured(ranking, {"99": 1, "100": 1}) == pytest.approx((0, (1 / 100 + 2 / 101) / 2, 0.5))


def test_a_folder_of_judged_queries_is_measured(judged: Path) -> None:
    result = evaluate(judged)
    assert result.exit_code == 0, result.output
    assert result.output == "3 queries · nDCG@10 0.6667 · AP 0.6667 · R@100 0.6667\n"


def test_two_runs_are_compared_query_by_query(judged: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.run"
    other.write_text("1 Q0 b 1 9 other\n1 Q0 a 2 8 other\n2 Q0 c 1 1 other\n", encoding="utf-8")
    ours = tmp_path / "ours.run"
    assert evaluate(judged, "--run", ours).exit_code == 0
    assert ours.read_text(encoding="utf-8").startswith("1 Q0 a 1 -1 dateline\n1 Q0 b 2 -2 dateline\n")
    lines = evaluate(judged, "--compare", other).output.splitlines()
    assert lines[1].startswith("nDCG@10: the other 0.6199, difference +0.0468 (p = ")
    assert lines[4:] == ["nDCG@10 differs for 1 of 3 queries:", "+0.1403 0.8597 → 1.0000  1: peace AND talks"]
    assert "differs for 0 of 3 queries" in evaluate(judged, "--compare", ours).output


def test_luck_is_told_from_a_difference() -> None:
    judgements = {str(number): {"a": 1} for number in range(12)}
    best = verdict({query: ["a"] for query in judgements}, judgements)
    worst = verdict({query: ["b", "a"] for query in judgements}, judgements)
    mixed = verdict({query: ["a"] if int(query) % 2 else ["b", "a"] for query in judgements}, judgements)
    assert differences(best, worst)[0].chance < 0.01
    assert differences(best, best)[0].chance == 1
    assert differences(mixed, mixed)[0].mean == 0
    assert 0.01 < differences(best, mixed)[0].chance < 0.1  # six of twelve better, none worse: 2 / 2**6 is .03


def test_a_run_is_read_as_it_was_written(tmp_path: Path) -> None:
    run = {"1": ["b", "a"], "2": ["c"]}
    write_run(run, tmp_path / "run")
    assert read_run(tmp_path / "run") == run


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("queries.jsonl", '{"_id": "1", "text": "a"}\n{"_id"', "queries.jsonl:2: this is no JSON"),
        ("queries.jsonl", '{"_id": "1"}', "queries.jsonl:1: text is None; write a text"),
        ("queries.jsonl", "[]", "queries.jsonl:1: this is no object"),
        ("queries.jsonl", '{"_id": "2", "text": "x"}', "judges the query '1', which is not in"),
        (
            "corpus.jsonl",
            '{"_id": "a", "text": ""}\n{"_id": "a", "text": ""}',
            "corpus.jsonl:2: the article 'a' comes twice",
        ),
        ("qrels/test.tsv", "1\ta\n", "test.tsv:1: '1\\ta' is no judgement"),
        ("qrels/test.tsv", "1\ta\tmany\n", "test.tsv:1: '1\\ta\\tmany' is no judgement"),
        ("qrels/test.tsv", "1\ta\t0\n", "judges no article relevant"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(judged: Path, name: str, content: str, told: str) -> None:
    (judged / name).write_text(content, encoding="utf-8")
    result = evaluate(judged)
    assert (result.exit_code, told in result.output) == (1, True), result.output


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
def test_what_is_missing_is_told(judged: Path, name: str) -> None:
    (judged / name).unlink()
    result = evaluate(judged)
    assert (result.exit_code, f"{Path(name).name} is not there" in result.output) == (1, True), result.output


def test_a_bad_run_is_told_with_its_line(judged: Path, tmp_path: Path) -> None:
    (tmp_path / "run").write_text("1 Q0 a 1 1 x\n1 a 1\n", encoding="utf-8")
    result = evaluate(judged, "--compare", tmp_path / "run")
    assert (result.exit_code, "run:2: '1 a 1' is no line of a run" in result.output) == (1, True), result.output


@pytest.mark.parametrize(("name", "least"), [("time", 0.74), ("cacm", 0.49)])
def test_the_order_stays_as_good_as_it_was_measured(name: str, least: float) -> None:
    ndcg = float(evaluate(shared(f"data/relevance/{name}")).output.split("nDCG@10 ")[1].split()[0])
    assert ndcg >= least
