"""Draw searches side by side as a histogram in SVG, which is read by itself, on a page and on paper.

Colours are attributes, which the style sheet of the page overrides; each series has a pattern of its own, too. Where
bars would be too narrow for that, each series has a row of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from web.api.feed import xml_text
from web.formatting.language import grouped, percent

WIDTH = 960
_LEFT, _RIGHT, _LINE, _AXIS = 56, 8, 20, 24
_HIGH, _LOW = 240, 96
"""The height of the plot of all series, and of one of several."""

_NARROWEST = 4
"""The width of a bar whose pattern is still seen."""

_FILLED = 0.84
"""The share of its place that a group of bars takes."""

_APART = 12
"""What stands between the times and what has none."""

_MOST_LABELS = 14
_LONGEST_NAME = 110
_LETTER = 6.6
"""The width of a letter, on average."""

_NAMES, _BAR, _FIGURE = 240, 11, 72
"""Of lying bars: the width of their labels, the height of one, and the width of the figure behind it."""

_LONGEST_LABEL = 34
_COLOURS = ("#17527d", "#a87200", "#6b3f78", "#1e1b16")
_PATTERNS = (
    '<pattern id="series-2" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path class="ground" fill="#fff" d="M0 0h5v5H0z"/><path class="c2" stroke="#a87200" stroke-width="5" d="M0 0v5"/>'
    "</pattern>"
    '<pattern id="series-3" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<path class="ground" fill="#fff" d="M0 0h4v4H0z"/>'
    '<path class="c3" stroke="#6b3f78" stroke-width="2.4" d="M0 2h4"/></pattern>'
)
_FILLS = ("#17527d", "url(#series-2)", "url(#series-3)", "#fff")
_FONT = "font-family=\"system-ui, 'Segoe UI', 'Noto Sans', Arial, sans-serif\" font-size=\"13\""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands at one place: its label, whether it is named on the axis, and a value of each series.

    `apart`: it is no time, and stands behind all those that are.
    """

    label: str
    values: Sequence[float]
    named: bool = True
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Histogram:
    """What is drawn: the names of the series, the groups in their order, and whether values are shares."""

    title: str
    names: Sequence[str]
    groups: Sequence[Group]
    shares: bool = False
    lying: bool = False
    """Whether bars lie, beside long labels."""


def drawn(histogram: Histogram) -> Markup:
    """The picture for a page, whose style sheet colours it."""
    body, height = _body(histogram)
    told = f'class="histogram" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{_text(histogram.title)}"'
    return Markup(f"<svg {told} {_FONT}><defs>{_PATTERNS}</defs>{''.join(body)}</svg>")  # noqa: S704 - texts are escaped


def file_of(histogram: Histogram) -> str:
    """The picture as a file of its own, with its title on white ground."""
    body, height = _body(histogram)
    title = _text(histogram.title)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH + 32}" height="{height + 56}" '
        f'viewBox="-16 -40 {WIDTH + 32} {height + 56}" role="img" {_FONT}><title>{title}</title>'
        f"<defs>{_PATTERNS}</defs>"
        f'<path fill="#fff" d="M-16 -40h{WIDTH + 32}v{height + 56}h{-WIDTH - 32}z"/>'
        f'<text x="0" y="-14" font-size="17" font-weight="bold" fill="#1e1b16">{title}</text>{"".join(body)}</svg>\n'
    )


def _body(histogram: Histogram) -> tuple[list[str], int]:
    """The elements of the picture, and its height."""
    if histogram.lying:
        return _lying(histogram)
    places = _places(histogram.groups)
    width = min((right - left for left, right in places), default=0) * _FILLED / max(len(histogram.names), 1)
    every = list(range(len(histogram.names)))
    rows = [every] if width >= _NARROWEST or len(every) == 1 else [[each] for each in every]
    high = _HIGH if len(rows) == 1 else _LOW
    parts, top = list[str](), 0
    for row in rows:
        keys, top = _keys(histogram.names, row, _LEFT, top)
        parts += [*keys, *_plot(histogram, row, places, top, high)]
        top += high + 8
    parts += _axis(histogram.groups, places, top - 8)
    return parts, top + _AXIS - 8


def _places(groups: Sequence[Group]) -> list[tuple[float, float]]:
    """From where to where each group reaches."""
    apart = _APART if any(each.apart for each in groups) and not all(each.apart for each in groups) else 0
    width = (WIDTH - _LEFT - _RIGHT - apart) / max(len(groups), 1)
    width = min(width, WIDTH / 8)
    starts = [_LEFT + place * width + (apart if each.apart else 0) for place, each in enumerate(groups)]
    return [(start, start + width) for start in starts]


def _keys(names: Sequence[str], row: Sequence[int], left: int, top: int) -> tuple[list[str], int]:
    """The names of some series, each behind its pattern, one after the other; and where what follows begins."""
    parts, x = list[str](), left
    for series in row:
        name = _cut(names[series], _LONGEST_NAME)
        wide = 20 + round(_LETTER * len(name)) + 28
        if x > left and x + wide > WIDTH:
            x, top = left, top + _LINE
        parts.append(f'<path {_look(series)} d="M{x + 0.5} {top + 4.5}h12v12h-12z"/>')
        parts.append(f'<text x="{x + 20}" y="{top + 15}" fill="#1e1b16">{_text(name)}</text>')
        x += wide
    return parts, top + _LINE + 12


def _plot(
    histogram: Histogram, row: Sequence[int], places: Sequence[tuple[float, float]], top: float, high: int
) -> Iterator[str]:
    """The bars of some series over lines that tell how high they are."""
    ticks, ceiling = _ticks(histogram, 4 if high == _HIGH else 2)
    base = top + high
    for tick in ticks:
        y = base - high * tick / ceiling
        yield f'<path class="rule" stroke="#d9d2c4" d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}"/>'
        yield (
            f'<text class="quiet" x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" font-size="12" fill="#625b50">'
            f"{_text(_of_axis(tick, histogram))}</text>"
        )
    for place, series in enumerate(row):
        outline = []
        for group, (left, right) in zip(histogram.groups, places, strict=True):
            width = (right - left) * _FILLED / len(row)
            start = left + (right - left) * (1 - _FILLED) / 2 + place * width
            height = max(high * group.values[series] / ceiling, 1) if group.values[series] else 0
            if height:
                outline.append(f"M{start:.1f} {base:g}v{-height:.1f}h{width:.1f}v{height:.1f}z")
        yield f'<path {_look(series)} d="{"".join(outline)}"/>'
    yield f'<path class="edge" stroke="#625b50" d="M{_LEFT} {base + 0.5:g}H{WIDTH - _RIGHT}"/>'


def _axis(groups: Sequence[Group], places: Sequence[tuple[float, float]], top: float) -> Iterator[str]:
    """The labels below: as many as there is room for, each under its own bars."""
    named = [place for place, each in enumerate(groups) if each.named and not each.apart]
    step = next(step for step in (1, 2, 5, 10, 20, 25, 50, 100, 1_000, 10_000) if len(named) / step <= _MOST_LABELS)
    # What stands under round years stays there whatever the first one is.
    first = -int(groups[named[0]].label) % step if named and groups[named[0]].label.isdigit() else 0
    shown = [*named[first::step], *(place for place, each in enumerate(groups) if each.apart)]
    for place in shown:
        middle, anchor = sum(places[place]) / 2, "middle"
        if middle > WIDTH - 2 * _RIGHT - _FIGURE / 3:  # what is longer than its bars are wide ends with the picture
            middle, anchor = WIDTH, "end"
        yield (
            f'<text class="quiet" x="{middle:.1f}" y="{top + 16:g}" text-anchor="{anchor}" font-size="12" '
            f'fill="#625b50">{_text(groups[place].label)}</text>'
        )


def _lying(histogram: Histogram) -> tuple[list[str], int]:
    """Bars that lie, those of a group one below the other."""
    parts, first = _keys(histogram.names, range(len(histogram.names)), _NAMES, 0)
    top = first
    largest = max((value for each in histogram.groups for value in each.values), default=0) or 1
    room, tall = WIDTH - _NAMES - _FIGURE, _BAR * len(histogram.names)
    for group in histogram.groups:
        parts.append(
            f'<text x="{_NAMES - 10}" y="{top + tall / 2 + 4:g}" text-anchor="end" fill="#1e1b16">'
            f"{_text(_cut(group.label, _LONGEST_LABEL))}</text>"
        )
        for series, value in enumerate(group.values):
            y, length = top + series * _BAR, max(room * value / largest, 1) if value else 0
            if value:
                parts.append(f'<path {_look(series)} d="{_lying_bar(y + 0.5, length)}"/>')
                parts.append(
                    f'<text class="quiet" x="{_NAMES + length + 5:.1f}" y="{y + _BAR - 1}" font-size="11" '
                    f'fill="#625b50">{_text(_figure(value, histogram))}</text>'
                )
        top += tall + 10
    ground = f"M{_NAMES - 0.5} {first - 4}V{top - 6}"
    parts.append(f'<path class="edge" stroke="#625b50" d="{ground}"/>')
    return parts, top


def _lying_bar(y: float, length: float) -> str:
    return f"M{_NAMES} {y:g}h{length:.1f}v{_BAR - 1}h{-length:.1f}z"


def _look(series: int) -> str:
    return f'class="f{series + 1}" fill="{_FILLS[series]}" stroke="{_COLOURS[series]}" stroke-width="0.8"'


def _ticks(histogram: Histogram, most: int) -> tuple[list[float], float]:
    """Round values to draw lines at, 0 left out, and the one that the highest bar stays below."""
    largest = max((value for each in histogram.groups for value in each.values), default=0)
    if not largest:
        return [], 1
    unit = 0.001 if histogram.shares else 1
    steps = (unit * factor * 10**power for power in range(12) for factor in (1, 2, 5))
    step = next(each for each in steps if largest / each <= most)
    count = max(-(-largest // step), 1)
    return [step * (place + 1) for place in range(int(count))], step * count


def _figure(value: float, histogram: Histogram) -> str:
    return percent(value) if histogram.shares else grouped(round(value))


def _of_axis(value: float, histogram: Histogram) -> str:
    """The same without a decimal that says nothing."""
    return re.sub(r"[.,]0(?=\D)", "", _figure(value, histogram)) if histogram.shares else _figure(value, histogram)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _text(text: str) -> str:
    return str(escape(xml_text(text)))
