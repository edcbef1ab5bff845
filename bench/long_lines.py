"""What one long hostile line costs a page: `python -m bench.long_lines DATA` adds one of each kind to real pages.

With `--in-turn` each page has a line of one kind alone, the kinds in turn. Seconds are those of a processor. Ctrl-C
ends it, and what was measured is printed.
"""

import argparse
import gzip
import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path

from corpus.enrichment.annotation import annotate
from corpus.errors import Refused
from corpus.extraction.extract import to_article
from corpus.readers.streams.decoding import decode
from corpus.record import ContentKind, Record

_PROSE = "The council of the town voted on Monday to open the new bridge after two years of talks with the builders. "
KINDS = {
    "prose": _PROSE,
    "names": "Maria Lund and Kofi Mensah of Acme Corp met Ngozi Eze in Lagos, ",
    "other names": "",
    "decoded twice": "StraÃŸe fÃ¼r â€œSpaÃŸâ€\x9d Ã©tÃ© ",
    "one pair decoded twice": "Ã¼ wort ",
    "Cyrillic": "Совет города решил открыть новый мост после двух лет переговоров. ",
    "Russian quotation": "«СССР» ",
    "German quotation": "„Spaß“ ",
    "capitals": "COUNCIL OPENS BRIDGE ",
    "digits": "1234567890",
    "numbers": "1,000 2.5 ",
    "dates": "22 March 2019, 03/04/2019, ",
    "quotes": "“a” \"b\" 'c' ",
    "one word": "x",
    "dots": ". ",
    "brackets": "([{",
    "addresses": "https://post.example/a?b=c&d=e ",
    "mails": "maria@post.example ",
    "Chinese": "市议会周一投票决定在两年谈判后开放新桥。",
    "Arabic": "صوت المجلس يوم الاثنين على فتح الجسر الجديد. ",
    "Thai": "สภาเมืองลงมติเมื่อวันจันทร์ให้เปิดสะพานใหม่ ",
    "countries": "France and Germany, Mali, Peru and Chad, ",
    "markup": "<b>a</b> &amp; [b](c) ",
    "zero width": "a\u200bb\u200d ",
    "accents": "e\u0301a\u0308 ",
}


def main() -> None:
    """Print how many times as long the pages take with a line of each kind, and what that is for a character of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of html/")
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--length", type=int, default=2_000, help="of the line, in characters")
    parser.add_argument("--in-turn", action="store_true", help="one kind of line for each page")
    parser.add_argument("--runs", type=int, default=2, help="of each page; the least counts, as other programs disturb")
    parser.add_argument("--nice", type=int, default=10, help="how far other programs go before")
    parser.add_argument("kinds", nargs="*", help="all of them where none is named")
    chosen = parser.parse_intermixed_args()
    os.nice(chosen.nice)
    pages = list(_pages(chosen.data, chosen.pages))
    lines = {name: _line(name, chosen.length) for name in chosen.kinds or KINDS}
    for line in lines.values():
        _seconds(_with(pages[0], line))  # what is loaded with the first is not counted
    with_line = dict.fromkeys(lines, 0.0)
    without = dict.fromkeys(lines, 0.0)
    count = dict.fromkeys(lines, 0)
    names = list(lines)
    with suppress(KeyboardInterrupt):
        for number, page in enumerate(pages):
            for name in (
                [names[number % len(names)]] if chosen.in_turn else names
            ):  # now the machine is faster, now slower
                bare, added = _seconds(page, chosen.runs), _seconds(_with(page, lines[name]), chosen.runs)
                without[name] += bare
                with_line[name] += added
                count[name] += 1
    done = sum(count.values()) if chosen.in_turn else max(count.values())
    mean = sum(map(len, pages[:done])) // max(done, 1)
    print(f"{done} pages of {mean:,} characters, {1000 * sum(without.values()) / sum(count.values()):.1f} ms each")
    print(f"all: {sum(with_line.values()) / sum(without.values()):.3f} times")
    for name in (name for name in lines if count[name]):
        more = 1e6 * (with_line[name] - without[name]) / count[name] / chosen.length
        print(f"{name}: {with_line[name] / without[name]:.2f} times; {more:.2f} µs a character of the line")


def _pages(data: Path, count: int) -> Iterator[str]:
    """Real pages, evenly chosen; where there are fewer, they come again with the text of another article in each."""
    files = sorted((data / "html").glob("*.html.gz"))
    files = files[:: max(1, len(files) // count)]
    pages = [decode(gzip.decompress(file.read_bytes()), html=True) for file in files]
    yield from pages[:count]
    with gzip.open(data / "dates.jsonl.gz", "rt", encoding="utf-8") as rows:
        texts = (row["text"] for row in map(json.loads, rows) if row["variant"] == "undated")
        for page, text in islice(zip(cycle(pages), texts, strict=False), max(0, count - len(pages))):
            yield _with(page, text.replace("\n\n", "</p><p>"))


def _line(name: str, length: int) -> str:
    if name == "other names":
        return " ".join(f"Ma{chr(97 + n % 26)}i{chr(97 + n // 26 % 26)} Lu{n}nd," for n in range(length // 8))[:length]
    return (KINDS[name] * (length // len(KINDS[name]) + 1))[:length]


def _with(page: str, line: str) -> str:
    """A page with one more paragraph, at the end of its middle one."""
    at = page.find("</p>", len(page) // 2)
    at = page.find("</p>") if at < 0 else at
    at = len(page) if at < 0 else at + 4
    return f"{page[:at]}<p>{line}</p>{page[at:]}"


def _seconds(page: str, runs: int = 1) -> float:
    """Of a processor; the least of some runs."""
    seconds = []
    for _ in range(runs):
        begun = time.process_time()
        with suppress(Refused):
            annotate(to_article(Record("a", "a", None, ContentKind.HTML, page)))
        seconds.append(time.process_time() - begun)
    return min(seconds)


if __name__ == "__main__":
    main()
