"""The analysis as Whoosh asks for it: what its query parser and its highlighter run on a field of text."""

from collections.abc import Iterator
from typing import Any

from whoosh.analysis import Analyzer as WhooshAnalyzer
from whoosh.analysis import Token

from index.analysis.analyzer import analyzer_of


class TextAnalyzer(WhooshAnalyzer):  # type: ignore[misc]  # Whoosh has no annotations
    """The analyzer of a language. It is pickled with the schema: of its state the language alone."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:
        """The tokens of a text as Whoosh wants them: one object, changed at each step."""
        token = Token(**{name: options.get(name, False) for name in ("positions", "chars", "keeporiginal")})
        token.mode, token.boost, token.stopped = options.get("mode", ""), 1.0, False
        analysis = analyzer_of(self.language).analyse(value)
        first = options.get("start_pos", 0)
        for position, (term, (begin, end)) in enumerate(zip(analysis.terms, analysis.spans, strict=True), first):
            token.text, token.original, token.pos = term, value[begin:end], position
            token.startchar, token.endchar = begin + options.get("start_char", 0), end + options.get("start_char", 0)
            yield token
