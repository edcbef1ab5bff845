"""Where does the running text of a page begin and end."""

import re
from collections.abc import Collection, Iterable, Sequence

from corpus.cleaning.lines import Line
from corpus.cleaning.marks import interrupts, is_legal, opens_comment, opens_comments, opens_others

_MOST_WORDS = 40
_LABEL = -10
_MARK = -40
_LIST = 30
_FEW = 3
_LIGHT = -15
_COMMENTS = -1000
_BODY_WORDS = 60
_LEAST_LABELS = 8
_SHARE = 3
_RUN = (0.3, 0.8, 1.0)
_AGO = re.compile(r"(?:\d+|an?)\s*(?:[smhdwy]|min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\s+ago\b.{0,20}", re.I)
_TEASER = ("…", "...", "[…]", "…]", "...]")


def body(lines: Sequence[Line], chrome: Collection[int]) -> range:
    weights = _weights(lines)
    begin, end = _heaviest(weights)
    light = [max(weight, _LIGHT) for weight in reversed(weights[:begin])]
    begin -= _highest(light)
    labels = sum(weight <= _LABEL for weight in weights[end:])
    marked = labels > _FEW and any(weight <= _MARK for weight in weights[end:])
    evident = marked or any(number >= end for number in chrome)
    end = end if evident and (marked or _around(weights[end:], weights)) else len(lines)
    evident = any(number < begin for number in chrome) or any(weight <= _MARK for weight in weights[:begin])
    return range(begin if evident and _around(weights[:begin], weights) else 0, end)


def _weights(lines: Sequence[Line]) -> list[float]:
    runs = _runs(lines)
    said = 0.0
    after = 1.0
    listing = 0
    found: list[float] = []
    for line, run in zip(lines, runs, strict=True):
        if opens_comments(line):
            after = 0.3 if said >= _BODY_WORDS else 1.0
            found.append(_COMMENTS if said >= _BODY_WORDS else _LABEL)
        elif opens_comment(line):
            after = 0.3 if said else 1.0
            found.append(_MARK)
            listing = 0
        elif opens_others(line):
            found.append(_MARK)
            listing = 0
        elif run and is_legal(line):
            found.append(0)
        elif run:
            listing = _LIST if line.text.endswith(":") else 0
            share = 1.0 if line.words >= _MOST_WORDS else _RUN[min(run, 3) - 1]
            weight = min(line.words, _MOST_WORDS) * share * after
            said += weight
            found.append(weight)
        elif line.text.endswith(":") and line.words >= 3:
            listing = _LIST
            found.append(_LABEL / 2)
        elif listing:
            listing -= 1
            found.append(1)
        else:
            found.append(0 if line.broken or interrupts(line) else _LABEL)
    return found


def _runs(lines: Sequence[Line]) -> list[int]:
    """Of each line of running text, how many such lines stand together with it; 0 of others."""
    found = [0] * len(lines)
    run: list[int] = []
    for number, line in enumerate(lines):
        if line.sentence and not line.text.endswith(_TEASER) and not _AGO.search(line.text[-30:]):
            run.append(number)
        elif not (interrupts(line) or line.broken or (number + 1 < len(lines) and lines[number + 1].text[0].islower())):
            for each in run:
                found[each] = len(run)
            run = []
    for each in run:
        found[each] = len(run)
    return found


def _around(outside: Sequence[float], weights: Sequence[float]) -> bool:
    running = sum(weight for weight in outside if weight > 0)
    return len(outside) >= _LEAST_LABELS and running * _SHARE < sum(weight for weight in weights if weight > 0)


def _heaviest(weights: Iterable[float]) -> tuple[int, int]:
    """The stretch with the highest sum."""
    total, best, start = 0.0, 0.0, 0
    found = (0, 0)
    for number, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, number
        total += weight
        if total > best:
            best, found = total, (start, number + 1)
    return found


def _highest(weights: Iterable[float]) -> int:
    """After how many weights their sum is highest; the longest such stretch."""
    total = best = 0.0
    place = 0
    for number, weight in enumerate(weights, 1):
        total += weight
        if total > best:
            best, place = total, number
    return place
