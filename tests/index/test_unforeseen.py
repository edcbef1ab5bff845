"""Whatever fails over an article is its refusal, with its kind and reason, and the run goes on."""

import json
from collections.abc import Callable
from pathlib import Path
from pydoc import locate
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli.main import main
from tests.files import STORY, zipped
from tests.folders import ids

POISON = "hemlock"
DIVISION = ZeroDivisionError(f"division by {POISON}")
REASON = "made Dateline fail (ZeroDivisionError: division by hemlock); leave it out, and report it with the file"


def nested(depth: int) -> bytes:
    """A mail whose parts stand within each other."""
    head = b"From: Maria Lund <m@wire.example>\nSubject: Harbour opens\nMIME-Version: 1.0\n"
    opened = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(depth))
    return head + opened + b"Content-Type: text/plain\n\n" + STORY.encode()


def line(name: str, text: str) -> str:
    return json.dumps({"id": name, "text": f"{text} in Paris, said Maria Lund."}) + "\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    news = tmp_path / "news"
    news.mkdir()
    lines = [line(f"wire-{at}", f"{POISON if at == 7 else 'The harbour'} opened on day {at}") for at in range(20)]
    (news / "wire.jsonl").write_text("".join(lines), encoding="utf-8")
    return news


def indexed(news: Path) -> Result:
    return CliRunner().invoke(main, ["index", str(news), "--index", str(news.parent / "index")])


def refusals(result: Result) -> list[str]:
    return [each for each in result.stderr.splitlines() if each.startswith("refused")]


def annotated(news: Path) -> Result:
    return CliRunner().invoke(main, ["annotate", str(news)])


def test_a_mail_of_a_thousand_nested_parts_ends_no_run(news: Path) -> None:
    (news / "wire.jsonl").unlink()
    (news / "a.txt").write_text(f"Harbour opens\n\n{STORY}\n", encoding="utf-8")
    (news / "deep.eml").write_bytes(nested(1_000))
    (news / "flat.eml").write_bytes(nested(1))
    (news / "wire.zip").write_bytes(zipped({"flat.eml": nested(2)}))
    result = indexed(news)
    reason = "is a mail of parts nested too deep; save its text as a file of its own"
    assert (result.exit_code, refusals(result)) == (3, [f"refused: {news}/deep.eml: {reason}"])
    assert ids(news.parent / "index") == {"a.txt", "flat.eml", "wire.zip/flat.eml"}


@pytest.mark.parametrize(
    "broken",
    [
        "corpus.readers.formats.json_lines.record_of",
        "corpus.extraction.extract.cleaned",
        "corpus.enrichment.derivation.rules",
        "corpus.enrichment.derivation.countries_of",
        "index.ingest.boilerplate_samples.BoilerplateSamples.add",
        "index.ingest.boilerplate_samples.BoilerplateSamples.with_repeated_lines",
    ],
)
def test_only_the_article_over_which_something_fails_is_refused(
    news: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    whole = annotated(news).stdout.splitlines()
    fail_in(monkeypatch, broken)
    last = "Samples.add" in broken  # what it would tell is not missed
    for run in (indexed, annotated):
        result = run(news)
        assert result.exit_code == (0 if last else 3), result.output
        assert refusals(result) == ([] if last else [f"refused: {news}/wire.jsonl:8: {REASON}"])
    assert result.stdout.splitlines() == [each for each in whole if last or POISON not in each]
    assert len(ids(news.parent / "index")) == (20 if last else 19)


def test_what_the_index_held_of_an_article_stays_when_it_fails(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert indexed(news).exit_code == 0
    (news / "wire.jsonl").write_text(line("wire-7", f"{POISON} opened again"), encoding="utf-8")
    fail_in(monkeypatch, "corpus.enrichment.derivation.rules")
    result = indexed(news)
    assert refusals(result) == [f"refused: {news}/wire.jsonl:1: {REASON}; the version indexed before stays"]
    assert ids(news.parent / "index") == {"wire-7"}


def test_a_fault_of_the_machine_is_not_laid_on_the_articles(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for fault in (ImportError("no lxml.html.clean"), OSError(5, "Input/output error")):
        with monkeypatch.context() as broken:
            fail_in(broken, "corpus.enrichment.derivation.rules", fault)
            result = indexed(news)
        assert (result.exit_code, refusals(result)) == (1, [])
        assert str(fault.args[-1]) in f"{result.exception} {result.stderr}"


def fail_in(monkeypatch: pytest.MonkeyPatch, name: str, fault: Exception = DIVISION) -> None:
    """Let a function fail over what holds the poison."""
    module, _, function = name.rpartition(".")
    monkeypatch.setattr(name, failing(getattr(locate(module), function), fault))


def failing(right: Callable[..., Any], fault: Exception) -> Callable[..., Any]:
    def fails(*given: Any, **named: Any) -> Any:
        if POISON in repr(given):
            raise fault
        return right(*given, **named)

    return fails
