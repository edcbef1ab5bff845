"""How much load the endpoint bears, beside a minimal application over Tantivy that the same server serves.

python -m bench.load INDEX CORPUS TANTIVY [--clients 1,8,64,300] [--seconds 30] [--workers 1,2]

The indexes are those of `python -m bench.indexing --keep FOLDER`. Clients keep their connections, ask one of some
hundred different queries after the other, without a pause, and read each answer whole.
"""

import argparse
import asyncio
import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from bench.corpus import queries
from bench.measure import memory_of_all, processor_of_all

_DATELINE = Path(sys.executable).with_name("dateline")
_PORT = 8_794
_SAMPLE = 2_000
_TIMEOUT = 60.0


@dataclass(slots=True)
class Load:
    """What clients met: seconds of each answer with status 200, other statuses, and faults by their kind."""

    times: list[float] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    seconds: float = 0
    """Until the last answer came."""

    def quantile(self, share: float) -> float:
        """Milliseconds within which such a share of the answers came."""
        ordered = sorted(self.times) or [float("nan")]
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000


def main() -> None:
    """Serve one after the other, and print a row for each number of clients."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("index", type=Path)
    options.add_argument("corpus", type=Path)
    options.add_argument("tantivy", type=Path)
    options.add_argument("--clients", default="1,8,64,300")
    options.add_argument("--seconds", type=float, default=30)
    options.add_argument("--workers", default="1", help="processes of Dateline, each number in turn")
    given = options.parse_args()
    paths = [f"/api/search?q={quote(query)}" for query in mixed(given.corpus)]
    serve = [_DATELINE, "serve", "--index", given.index, "--port", str(_PORT)]
    commands = {
        **{f"Dateline, workers: {each}": [*serve, "--workers", each] for each in given.workers.split(",")},
        "Flask over Tantivy": [sys.executable, "-m", "bench.tantivy_app", given.tantivy, str(_PORT)],
    }
    print(f"{len(paths)} queries")
    told = "answers/s | processor, ms an answer | p50 ms | p99 ms | p99.9 ms | longest ms | others | memory, MiB"
    print(f"server | clients | {told}")
    print("--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---:", flush=True)
    for name, command in commands.items():
        with _served(command) as process:
            asyncio.run(loaded(paths, 2, min(5, given.seconds)))  # what is loaded with the first is not counted
            before = memory_of_all(process, "Pss_Anon")
            for clients in map(int, given.clients.split(",")):
                busy = processor_of_all(process)
                met = asyncio.run(loaded(paths, clients, given.seconds))
                busy = (processor_of_all(process) - busy) / max(len(met.times), 1) * 1000
                after = memory_of_all(process, "Pss_Anon")
                told = ", ".join(f"{kind}: {count}" for kind, count in met.others.items()) or "none"
                shares = " | ".join(f"{met.quantile(share):,.1f}" for share in (0.5, 0.99, 0.999, 1))
                rate = len(met.times) / met.seconds
                print(
                    f"{name} | {clients} | {rate:.0f} | {busy:.1f} | {shares} | {told} | {before:.0f} → {after:.0f}",
                    flush=True,
                )


def mixed(corpus: Path) -> list[str]:
    """The nine queries of a corpus, and words, pairs and phrases of its titles; in an order of their own."""
    chance = random.Random(1)  # noqa: S311 - no secret
    with corpus.open(encoding="utf-8") as lines:
        titles = [json.loads(line)["title"].split() for line in islice(lines, _SAMPLE)]
    asked = list(queries(corpus).values())
    for words in (title for title in chance.sample(titles, min(200, len(titles))) if len(title) > 1):
        at = chance.randrange(len(words) - 1)
        one, other = words[at], words[at + 1]
        asked += (one, f"{one} {other}", f'"{one} {other}"')[chance.randrange(3) :]
    return chance.sample(asked, len(asked))


async def loaded(paths: Sequence[str], clients: int, seconds: float) -> Load:
    """Ask with so many clients for so long."""
    load = Load()
    begun = time.perf_counter()
    await asyncio.gather(*(_client(paths, number, begun + seconds, load) for number in range(clients)))
    load.seconds = time.perf_counter() - begun
    return load


async def _client(paths: Sequence[str], number: int, until: float, load: Load) -> None:
    reader = writer = None
    at = number * 7
    while (begun := time.perf_counter()) < until:
        path, at = paths[at % len(paths)], at + 1
        try:
            if reader is None or writer is None:
                reader, writer = await asyncio.open_connection("127.0.0.1", _PORT)
            writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{_PORT}\r\n\r\n".encode())
            status, kept = await asyncio.wait_for(_answer(reader), _TIMEOUT)
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as fault:
            load.others[type(fault).__name__] += 1
            kept = False
        else:
            if status == "200":
                load.times.append(time.perf_counter() - begun)
            else:
                load.others[status] += 1
        if not kept and writer is not None:
            writer.close()
            reader = writer = None
    if writer is not None:
        writer.close()


async def _answer(reader: asyncio.StreamReader) -> tuple[str, bool]:
    """Read an answer whole; its status, and whether the connection is kept."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    if "content-length" not in fields:
        await reader.read()
        return head[9:12], False
    await reader.readexactly(int(fields["content-length"]))
    return head[9:12], fields.get("connection") != "close"


@contextmanager
def _served(command: Sequence[str | Path]) -> Iterator[int]:
    """A server in a process of its own, whose number is given, while it answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            tried = asyncio.run(loaded(["/api/search?q=a"], 1, 0.01))
            if tried.times:
                break
            time.sleep(0.1)
        else:
            sys.exit(f"nothing answers on port {_PORT}: {command}")
        yield process.pid
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    main()
