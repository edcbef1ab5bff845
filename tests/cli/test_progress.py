"""What a run says of itself while it goes on, and at its end."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import main
from index.ingest.pipeline import refresh
from index.ingest.summary import Summary
from index.writing.steps import Step
from tests.index.test_redating import SEASONS, dated, undated


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "told.jsonl").write_text("".join(dated(SEASONS, 100)))
    (tmp_path / "news" / "asked.jsonl").write_text("".join(undated(*SEASONS)))
    return tmp_path / "news"


def test_each_step_is_told_once_and_goes_as_far_as_it_said(news: Path, index: Path) -> None:
    told: list[tuple[Step, int, int]] = []

    def progress(step: Step, done: int, size: int, _summary: Summary) -> None:
        told.append((step, done, size))

    refresh(index, [news], progress=progress)
    assert list(dict.fromkeys(step for step, _, _ in told)) == [
        Step.REPEATS,
        Step.ARTICLES,
        Step.WRITING,
        Step.COPIES,
        Step.NAMES,
        Step.LEARNING,
        Step.DATING,
    ]
    size = sum(path.stat().st_size for path in news.iterdir())
    for step in (Step.REPEATS, Step.ARTICLES):
        shares = [(done, of) for each, done, of in told if each is step]
        assert sorted(shares) == shares
        assert shares[-1] == (size, size)
    assert [(done, of) for step, done, of in told if step is Step.DATING] == [(0, 5), (5, 5)]


def test_where_there_is_no_terminal_a_line_now_and_then_says_the_step(
    news: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert CliRunner().invoke(main, ["index", str(news), "--index", str(index)]).stderr == ""
    monkeypatch.setattr("cli.progress._LINE_EVERY", -1)
    result = CliRunner().invoke(main, ["index", str(news), "--rebuild", "--index", str(index)])
    assert re.search(r"^looking for what publications repeat, 100%, 0:00 left$", result.stderr, re.MULTILINE)
    assert re.search(r"^505 articles, [\d,]+/s, 100%, 0:00 left$", result.stderr, re.MULTILINE)
    assert "\nlooking for near-duplicates\n" in result.stderr
    assert "%" not in result.stdout


def test_the_last_line_says_how_many_were_dated_by_the_others(news: Path, index: Path) -> None:
    told = CliRunner().invoke(main, ["index", str(news), "--index", str(index)]).output
    assert "505 indexed, 0 unchanged, 0 refused. 5 undated ones were dated by what the dated ones tell." in told
    assert "dated ones" not in CliRunner().invoke(main, ["index", "--index", str(index)]).output
