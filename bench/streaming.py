"""How much memory does it take to read a file of a gibibyte? `python -m bench.streaming`."""

import argparse
import csv
import gzip
import json
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bench.measure import MIB, run
from corpus.readers.discovery import SourceFile, discover
from corpus.record import Record
from index.ingest.boilerplate_samples import BoilerplateSamples
from index.ingest.plan import look_at
from index.ingest.run_settings import ReadSettings

_WORDS = (
    "the harbour council voted on a bridge lock quay market tower mill church school station for two years".split()  # noqa: SIM905
)
Texts = Iterator[tuple[int, str, str]]


def main() -> None:
    """Write a file of each format, read it in a process of its own as a run does, and delete it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mib", type=int, default=1024, help="of text, before it is packed")
    parser.add_argument("--paragraphs", type=int, default=8, help="of an article, about 330 characters each")
    parser.add_argument("files", nargs="*", choices=[*_FORMATS, []], help="all of them where none is named")
    parser.add_argument("--folder", type=Path, help="read this folder; what the others are measured with")
    chosen = parser.parse_args()
    if chosen.folder:
        print(_read(chosen.folder), file=sys.stderr)
        return
    for name, write in ((name, _FORMATS[name]) for name in chosen.files or _FORMATS):
        with tempfile.TemporaryDirectory() as work:
            write(Path(work, name), _texts(chosen.mib * MIB, chosen.paragraphs))
            size = Path(work, name).stat().st_size / MIB
            seconds, peak = run([sys.executable, "-m", "bench.streaming", "--folder", work])
            print(f"{name}: {size:,.0f} MiB in {seconds:.0f} s, peak {peak:.0f} MiB", flush=True)


def _read(folder: Path) -> str:
    """Look at the texts of a folder and read its records, without cleaning them."""
    sources = [item for item in discover(folder) if isinstance(item, SourceFile)]
    settings = ReadSettings()
    begun = time.perf_counter()
    look_at(sources, BoilerplateSamples(), settings)
    looked = time.perf_counter() - begun
    items = (item for source in sources for item in settings.items(source, lambda _: None))
    count = sum(isinstance(item, Record) for item in items)
    spent = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    return f"{count:,} records, looked at in {looked:.0f} s, {1000 * spent / max(count, 1):.2f} ms of a processor each"


def _texts(size: int, paragraphs: int) -> Texts:
    """Numbers, titles and texts of a size in all."""
    chance = random.Random(1)  # noqa: S311 - no secret
    lines = [" ".join(chance.choices(_WORDS, k=60)) + "." for _ in range(500)]
    number = written = 0
    while written < size:
        text = "\n\n".join(chance.choices(lines, k=paragraphs))
        yield number, f"Council talks about number {number}", text
        number += 1
        written += len(text)


def _jsonl(path: Path, texts: Texts) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number, title, text in texts:
            file.write(json.dumps({"id": str(number), "title": title, "text": text, "source": "Post"}) + "\n")


def _json(path: Path, texts: Texts) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number, title, text in texts:
            file.write(",["[not number] + json.dumps({"id": str(number), "title": title, "text": text}, indent=1))
        file.write("]")


def _table(path: Path, texts: Texts) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "title", "text"))
        rows.writerows(texts)


def _zip(path: Path, texts: Texts) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number, title, text in texts:
            archive.writestr(f"{number}.txt", f"{title}\n\n{text}")


def _web_archive(path: Path, texts: Texts) -> None:
    with path.open("wb") as file:
        for number, title, text in texts:
            paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
            page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{paragraphs}</body></html>"
            block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
            head = (
                f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:08d}>\r\n"
                f"WARC-Target-URI: https://post-{number % 200}.example/{number}\r\nWARC-Date: 2019-04-09T10:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + block + b"\r\n\r\n", 1))


def _mailbox(path: Path, texts: Texts) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number, title, text in texts:
            head = f"From: Post <a@post.example>\nSubject: {title}\nDate: Fri, 22 Mar 2019 10:00:00 +0000\n"
            file.write(f"From a@b Fri Mar 22 10:00:00 2019\n{head}Message-ID: <{number}@b>\n\n{text}\n\n")


def _feed(path: Path, texts: Texts) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("<?xml version='1.0'?>\n<rss><channel><title>Post</title>")
        for number, title, text in texts:
            link = f"<link>https://post.example/{number}</link>"
            file.write(f"<item><title>{title}</title>{link}<description>{text}</description></item>\n")
        file.write("</channel></rss>")


_FORMATS: Mapping[str, Callable[[Path, Texts], None]] = {
    "a.jsonl": _jsonl,
    "a.json": _json,
    "a.csv": _table,
    "a.zip": _zip,
    "a.warc.gz": _web_archive,
    "a.mbox": _mailbox,
    "a.xml": _feed,
}

if __name__ == "__main__":
    main()
