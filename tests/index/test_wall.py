"""A wall around each record: one that kills its process, or takes too long, is refused, and the others are indexed."""

import errno
import json
import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import main
from corpus.article import Article
from corpus.document import Document
from corpus.enrichment.names.rules import rules
from corpus.errors import Overrun, Refused, refusing
from corpus.extraction.extract import to_article
from corpus.record import Record
from corpus.time_limit import ProcessorLimit
from index.ingest import pipeline, work_queue, worker
from index.ingest.pipeline import Settings, refresh
from index.ingest.run_settings import Context
from index.ingest.worker import Prepared
from index.segments.name_readings import readings_of
from index.segments.segment_writer import SegmentWriter
from index.snapshots.integrity import faults
from index.storage.location import describe
from index.writing import workers
from tests.folders import ids

POISON = "hemlock"
ENDED = "the process that worked on it was ended, for want of memory it may be; leave it out, or make it smaller"


def news(tmp_path: Path, count: int, *poisoned: int) -> Path:
    path = tmp_path / "wire.jsonl"
    texts = (f"Report {at} of {POISON if at in poisoned else 'the harbour'}." for at in range(count))
    lines = ({"id": f"wire-{at}", "text": text, "clean": True} for at, text in enumerate(texts))
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def prepare_or_die(records: Sequence[Record], path: Path, dictionary: bytes, context: Context) -> Prepared:
    """What a worker does that is killed over a record."""
    if any(POISON in record.content for record in records):
        os.kill(os.getpid(), signal.SIGKILL)
    return worker.prepare(records, path, dictionary, context)


def test_a_record_that_kills_its_process_is_refused_and_the_others_are_indexed(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "prepare", prepare_or_die)
    monkeypatch.setattr(work_queue, "_FIRST", 4)
    monkeypatch.setattr(work_queue, "_MOST", 4)
    monkeypatch.setattr(work_queue, "_LEAST", 4)
    monkeypatch.setattr(workers, "_ALONE", -1)
    monkeypatch.setattr(workers, "_WORTH", -1)
    summary = refresh(index, [news(tmp_path, 12, 5, 6)])
    assert [(refusal.line, refusal.reason) for refusal in summary.refusals] == [(6, ENDED), (7, ENDED)]
    assert ids(index) == {f"wire-{at}" for at in range(12) if at not in (5, 6)}
    assert list(faults(index)) == []


def spin(seconds: float) -> None:
    """Take so much of the processor, and swallow every exception as libraries do."""
    begun = time.process_time()
    while time.process_time() - begun < seconds:
        try:
            sum(range(1_000))
        except Exception:  # noqa: BLE001, S112 - as in libraries
            continue


def test_an_article_whose_words_cannot_be_kept_is_refused_and_the_others_are_indexed(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def readings(document: Document) -> Iterator[str]:
        if POISON in document.article.text:
            raise IndexError("no such place")
        return readings_of(document)

    monkeypatch.setattr("index.segments.segment_builder.readings_of", readings)
    summary = refresh(index, [news(tmp_path, 12, 0, 5, 6)])
    assert [(refusal.line, refusal.reason.partition(";")[0]) for refusal in summary.refusals] == [
        (line, "made Dateline fail (IndexError: no such place)") for line in (1, 6, 7)
    ]
    assert ids(index) == {f"wire-{at}" for at in range(12) if at not in (0, 5, 6)}
    assert list(faults(index)) == []


def test_what_was_gathered_when_the_disk_was_full_is_not_in_the_next_segment(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(SegmentWriter, "write", lambda *_: errno_of(errno.ENOSPC))
        with pytest.raises(OSError, match="No space left"):
            refresh(index, [news(tmp_path, 4)])
    refresh(index, [news(tmp_path, 2)])
    assert ids(index) == {"wire-0", "wire-1"}
    assert list(faults(index)) == []


def errno_of(number: int) -> None:
    raise OSError(number, os.strerror(number))


def test_an_article_that_takes_too_long_is_refused_with_the_mend(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def slow(record: Record, language: str) -> Article:
        if POISON in record.content:
            spin(60)
        return to_article(record, language)

    monkeypatch.setattr("index.ingest.annotating.to_article", slow)
    path = news(tmp_path, 5, 3)
    words = ["index", str(path), "--article-seconds", "0.2", "--index", str(index)]
    result = CliRunner().invoke(main, words)
    reason = "took more than 0.2 s of a processor; leave it out, or allow more with --article-seconds"
    assert (result.exit_code, result.stderr) == (3, f"refused: {path}:4: {reason}\n")
    assert ids(index) == {"wire-0", "wire-1", "wire-2", "wire-4"}
    assert describe(index).article_seconds == 0.2
    assert [refusal.reason for refusal in refresh(index).refusals] == [reason], (
        "the index keeps it, and the file is read once"
    )


def test_an_article_whose_names_take_too_long_is_told_among_those_annotated_with_it(
    tmp_path: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(text: str) -> object:
        if POISON in text:
            spin(60)
        return rules(text)

    monkeypatch.setattr("corpus.enrichment.derivation.rules", slow)
    [refusal] = refresh(index, [news(tmp_path, 5, 3)], settings=Settings(seconds=0.3)).refusals
    assert (refusal.id, refusal.reason.partition(";")[0]) == ("wire-3", "took more than 0.3 s of a processor")
    assert len(ids(index)) == 4


def test_the_limit_counts_the_time_of_the_processor_alone() -> None:
    with ProcessorLimit(0.05):
        time.sleep(0.2)
    with pytest.raises(Overrun), ProcessorLimit(0.05):
        spin(60)
    spin(0.1)  # the limit ended with its block
    with pytest.raises(Refused, match="took more than"), refusing(), ProcessorLimit(0.05):
        spin(60)
