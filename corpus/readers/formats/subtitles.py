"""Read the words of subtitles as a text: SubRip (.srt), WebVTT (.vtt), SubViewer (.sbv) and SubStation Alpha (.ass)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from corpus.errors import Refused
from corpus.late_pattern import late
from corpus.readers.streams.decoding import decode
from corpus.readers.streams.part import ReadableFile
from corpus.record import ContentKind, Record, fingerprint

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})"
_TIMES = late(rf"\s*{_CLOCK}\s*(?:-->|,)\s*{_CLOCK}(?:\s.*)?")
_BEGINS = late(
    rb"(?:\xef\xbb\xbf)?\s*(?:WEBVTT(?:[ \t].*)?\r?\n|\[Script Info\]"
    rb"|(?:\d{1,6}[ \t]*\r?\n)?(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}"
    rb"|\d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3}[ \t]*\r?\n)"
)
_ASIDE = late(r"(?:NOTE|STYLE|REGION|WEBVTT)(?:\s.*)?")
"""The first line of a block of WebVTT that is not shown."""
_VOICE = late(r"<v(?:\.[\w.]+)?\s+([^<>]{1,80})>")
_MARKS = late(r"</?[A-Za-z0-9][^<>]{0,200}>|\{\\[^{}]{0,200}\}")
_BREAK = late(r"\\[Nn]")
_SENTENCE_END = (".", "!", "?", "…", "。", "！", "？", '."', ".”", "؟", "।")
_PAUSE = 2.5
"""Seconds without words after which a paragraph begins."""
_MOST_LINES = 6
"""Of a cue that may be shown on."""
_LONG = 500
"""Characters of a paragraph that ends with the next sentence."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """What is shown at once, and when, in seconds."""

    begin: float
    end: float
    lines: Sequence[str]
    voice: str = ""


def is_subtitles(start: bytes) -> bool:
    """Whether a file that begins so holds subtitles, whatever it is called."""
    return _BEGINS.match(start) is not None


def subtitle_records(part: ReadableFile) -> Iterator[Record]:
    """The article of a file of subtitles: what is said, in paragraphs. Raises `Refused` where it shows no words."""
    data = part.whole()
    lines = decode(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cues = _dialogue(lines) if any(line.strip().lower() == "[events]" for line in lines) else _cues(lines)
    text = "\n\n".join(_paragraphs(_unrolled(cues)))
    if not text:
        raise Refused("is a file of subtitles without words; leave it out, or save it as .srt or .vtt")
    yield Record(part.name, part.origin, None, ContentKind.TEXT, text, {}, fingerprint(data), part.entry)


def _cues(lines: Sequence[str]) -> Iterator[_Cue]:
    """The cues, each below its times; what numbers or names one stands directly above them."""
    at = [number for number, line in enumerate(lines) if _TIMES.fullmatch(line)]
    for number, following in pairwise((*at, len(lines))):
        shown = list(lines[number + 1 : following])
        if following < len(lines) and _names_next(shown, lines[number - 1] if number else ""):
            shown.pop()
        yield _cue(lines[number], _shown(shown))


def _names_next(shown: Sequence[str], own: str) -> bool:
    """Whether the last line above the times of the next cue is its number or name, and not shown.

    A blank line stands above it, or it counts on from the line above the cue's `own` times.
    """
    if not shown or not shown[-1].strip():
        return False
    if len(shown) > 1 and not shown[-2].strip():
        return True
    last, before = shown[-1].strip(), own.strip()
    return last.isdecimal() and before.isdecimal() and int(last) == int(before) + 1


def _shown(lines: Sequence[str]) -> list[str]:
    """The lines of a cue without the blocks behind it that are not shown."""
    end = next((number for number, line in enumerate(lines) if number and _is_aside(lines, number)), len(lines))
    return [line for line in lines[:end] if line.strip()]


def _is_aside(lines: Sequence[str], number: int) -> bool:
    return not lines[number - 1].strip() and _ASIDE.fullmatch(lines[number]) is not None


def _dialogue(lines: Sequence[str]) -> Iterator[_Cue]:
    """The cues of SubStation Alpha, whose columns a line names."""
    columns: list[str] = []
    for line in lines:
        kind, _, rest = line.partition(":")
        if kind.strip().lower() == "format":
            columns = [name.strip().lower() for name in rest.split(",")]
        elif kind.strip().lower() == "dialogue" and "text" in columns:
            cells = dict(zip(columns, rest.split(",", len(columns) - 1), strict=False))
            times = f"{cells.get('start', '').strip()},{cells.get('end', '').strip()}"
            if _TIMES.fullmatch(times):
                yield _cue(times, _BREAK.split(cells.get("text", "")), cells.get("name", "").strip())


def _cue(times: str, lines: Sequence[str], voice: str = "") -> _Cue:
    found = _TIMES.fullmatch(times)
    parts = found.groups() if found else ()
    begin, end = _seconds(parts[:4]), _seconds(parts[4:8])
    spoken = next((said[1].strip() for line in lines if (said := _VOICE.search(line))), voice)
    bare = (" ".join(unescape(_MARKS.sub("", line)).split()) for line in lines)
    return _Cue(begin, end, [line for line in bare if line], spoken)


def _seconds(clock: Sequence[str | None]) -> float:
    hours, minutes, seconds, part = (value or "0" for value in clock)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{part}")


def _unrolled(cues: Iterator[_Cue]) -> Iterator[_Cue]:
    """The cues without the lines that one shows on from the one before, as rolling captions do."""
    before: Sequence[str] = ()
    for cue in cues:
        most = min(len(cue.lines), len(before), _MOST_LINES)
        size = next((n for n in range(most, 0, -1) if list(before[-n:]) == list(cue.lines[:n])), 0)
        before = cue.lines or before
        yield _Cue(cue.begin, cue.end, cue.lines[size:], cue.voice)


def _paragraphs(cues: Iterator[_Cue]) -> Iterator[str]:
    """What is said, parted at pauses, where another speaks, and behind a sentence where a paragraph is long."""
    words: list[str] = []
    size, end, voice = 0, 0.0, ""
    for cue in cues:
        if not cue.lines:
            continue
        other = bool(cue.voice) and cue.voice != voice
        full = size > _LONG and bool(words) and words[-1].endswith(_SENTENCE_END)
        if words and (other or full or cue.begin - end > _PAUSE):
            yield " ".join(words)
            words, size = [], 0
        if other:
            voice = cue.voice
            words.append(f"{voice}:")
        words += cue.lines
        size += sum(map(len, cue.lines))
        end = cue.end
    if words:
        yield " ".join(words)
