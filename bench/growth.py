"""Does any text take time that grows faster than its length? `python -m bench.growth` tries."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from corpus.enrichment.annotation import annotate
from corpus.errors import Refused
from corpus.extraction.extract import to_article
from corpus.record import ContentKind, Record

_SIZE, _TIMES = 10_000, 4
_MOST = 9
"""Times as long that four times the text may take, as small times are noise."""
_LEAST = 0.02

_SAME = {
    ContentKind.TEXT: (
        "HARBOUR ",
        "22 March 2019, ",
        "January March ",
        "7",
        "1,000 ",
        "“”",
        "re-\n",
        "x",
        "a\n",
        "\t\n",
        "-",
        ".",
        "(",
        "() ",
        "A. ",
        "a-",
        "Maria Lund ",
        "Lund's ",
        "By Maria Lund\n",
        "http://a.example/b ",
        "東京で会議",
        "กรุงเทพ",
        "e\u0301",
        "\u0301",
        "«СССР» ",
        "France and Germany, ",
        "the President of the Bank of the Court of ",
        "“he said ‘",
        "a\u200f\u202e b\u202c ",
        "\u0640",
        "\ufdfa",
        "ﬃ",
        "[http://",
        "a.b@c.",
        "1,000,",
        "12:30:",
        "2019-01-",
        "well-known-",
        "harb-\nour ",
        "har\u00adbour\u00ad",
        "o'",
        "J.R.R.",
        "OSLO, March 3 (Reuters) - \n\n",
        "• item\n",
        "© 2019 Reuters. ",
        "Ã\x83Â\x83",
        "2019年3月22日",
        "שָׁ",
        "𝐀𝐁 ",
    ),
    ContentKind.MARKDOWN: (
        ">",
        "*a_",
        "[",
        "[a](b) ",
        "`",
        "``` ",
        "|x|y|\n",
        "- a\n  ",
        "# a\n",
        "![",
        "<b>",
        "&#",
        "\\",
        "~~a",
        "[a]: b\n",
        "*_**__",
        "> - ",
        "<http://a>",
        "a\n==\n",
    ),
    ContentKind.HTML: (
        "<div>",
        "<p>The harbour of Oslo opened. ",
        "<a href=x>link</a> ",
        "<table><tr><td>a",
        "<tr><td>a<td>b",
        "<span>wait</span>",
        "<meta name=author content='Maria Lund'>",
        "<!--",
        "&amp;",
        "<time datetime='2019-01-01'>x</time>",
        "<li>item</li>",
        "<b>",
        "<br>",
        "<title>Harbour - opens | ",
        "<script type='application/ld+json'>[",
        "<h1>Harbour</h1>",
        "<img alt='x'>",
        "<p ",
        "</p>",
        "<ul><li>a",
        "<blockquote>a",
        "<!-- a --><p>The harbour.",
        "<![CDATA[a]]>",
        "<b><p>",
        "<td>a</td>",
        "<select><option>",
        "<div itemscope><span itemprop=author>Maria Lund</span>",
        "<a rel=author href=/>By Maria Lund</a>",
        '<a href="',
    ),
}
_ATTRIBUTES = "attributes of one element"
_DISTINCT: dict[str, Callable[[int], str]] = {
    "acronyms": lambda at: "".join(chr(65 + at // 26**place % 26) for place in range(4)),
    "acronyms of names": lambda at: f"Bureau of Xy{at} Affairs (B{chr(65 + at % 26)}{chr(65 + at // 26 % 26)}).",
    "one given name": lambda at: f"Maria Lund{at} said.",
    "one surname": lambda at: f"Ma{at}r Lund said.",
    "years": lambda at: f"in {1000 + at % 1000}",
    "dates": lambda at: f"{at % 28 + 1} May {1900 + at % 120}",
    "words": lambda at: f"word{at}",
    "capitalised words": lambda at: f"Word{at}",
}


def main() -> None:
    """Print what grows too fast, and the slowest."""
    found = sorted(measured(), key=lambda each: -each[2])
    grows = [each for each in found if each[2] > _MOST * max(each[1], _LEAST)]
    for name, short, long in grows:
        print(f"{name}: {short:.2f} s, and {long:.2f} s for {_TIMES} times as much")
    print(f"{len(found)} patterns, {len(grows)} grow too fast; the slowest: {found[0][0]}, {found[0][2]:.2f} s")
    sys.exit(bool(grows))


def measured() -> Iterator[tuple[str, float, float]]:
    """Each pattern with the seconds that a text of it takes, and one of several times its length."""
    patterns: list[tuple[str, ContentKind, Callable[[int], str], int]] = []
    for kind, pieces in _SAME.items():
        patterns += [(f"{kind} {each[:20]!r}", kind, _repeated(each), len(each)) for each in pieces]
    patterns += [(name, ContentKind.TEXT, _joined(piece), len(piece(0)) + 3) for name, piece in _DISTINCT.items()]
    patterns.append((_ATTRIBUTES, ContentKind.HTML, lambda count: f"<p {_ATTRIBUTE(count)}>Ships.", 6))
    for name, kind, text, length in patterns:
        _seconds(kind, text(20))  # what is loaded with the first is not counted
        count = _SIZE // length
        yield name, _seconds(kind, text(count)), _seconds(kind, text(_TIMES * count))


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda count: piece * count


def _joined(piece: Callable[[int], str]) -> Callable[[int], str]:
    return lambda count: " ".join(map(piece, range(count)))


_ATTRIBUTE = _joined(lambda at: f"a{at}=b")


def _seconds(kind: ContentKind, text: str) -> float:
    begun = time.process_time()
    with suppress(Refused):
        annotate(to_article(Record("a", "a", None, kind, text)))
    return time.process_time() - begun


if __name__ == "__main__":
    main()
