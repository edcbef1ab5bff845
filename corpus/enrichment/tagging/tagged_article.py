"""Prepare an article for tagging: its tokens, runs of capitals, the rules' opinions, its acronyms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.enrichment.gazetteer.gazetteer import Atom
from corpus.enrichment.names.name_parsing import Name
from corpus.enrichment.tagging.acronyms import acronyms_of
from corpus.enrichment.tagging.article_features import evidence_of, opinions
from corpus.enrichment.tagging.token_runs import Run, joined, runs_of
from corpus.enrichment.tagging.tokens import Tokens, stretches_of, tokens_of
from corpus.enrichment.tagging.word_features import on_lists


@dataclass(frozen=True, slots=True)
class Page:
    """The tokens of a text made level, and the stretches of them that can hold names.

    `said` is the rules' opinion on each token, `wholes` are runs that small words join, `evidence` tells of each
    capitalised word what all its places in the article tell; `acronyms` are words with what explains them, `explaining`
    the tokens that explain one.
    """

    tokens: Tokens
    stretches: Sequence[range]
    said: Sequence[str]
    runs: Sequence[Run]
    wholes: Sequence[Run]
    evidence: Mapping[str, str]
    acronyms: Mapping[str, str]
    explaining: Mapping[int, str]

    @property
    def told(self) -> list[str]:
        """The evidence of each token of all runs."""
        words, evidence = self.tokens.words, self.evidence
        return [evidence[word] for first, last in self.runs for word in words[first : last + 1]]


def page_of(text: str, names: Sequence[Name], atoms: Sequence[Atom]) -> Page:
    """The page of a text made level; `names` and `atoms` are what the rules and the gazetteer found in it."""
    tokens = tokens_of(text)
    stretches = stretches_of(tokens)
    said = opinions(tokens, names, atoms)
    runs = runs_of(tokens, stretches)
    acronyms = acronyms_of(tokens)
    explained = {word: _explanation(span, tokens, said) for word, span in acronyms.meant.items()}
    evidence = evidence_of(tokens, runs, said)
    return Page(tokens, stretches, said, runs, joined(tokens, runs), evidence, explained, acronyms.places)


def _explanation(span: Run, tokens: Tokens, said: Sequence[str]) -> str:
    """What an acronym is, by the words that it stands for."""
    first, last = (tokens.words[at] for at in span)
    kinds = [f"k{kind}" for kind in on_lists(last)]
    return " ".join(["", f"h{last.lower()}", f"f{first.lower()}", said[span[1]][1:4], *kinds])
