"""What tells whether a word is part of a name, and of which kind? The features of the tokens of one article.

Those that hang on one word at one place come in a bundle, a key such as `0Iraq` (see `clues.expand`), so that what it
weighs is added up once and then remembered.
"""

from collections.abc import Sequence

from index.annotate.gazetteer import Atom
from index.annotate.names import Name
from index.annotate.tagging.acronyms import acronyms_of
from index.annotate.tagging.clues import on_lists, shape
from index.annotate.tagging.evidence import evidence_of, opinions
from index.annotate.tagging.groups import JOINTS, Run, joined, runs_of
from index.annotate.tagging.tokens import stretches_of, tokens_of

Clues = tuple[list[str], list[str]]
"""The bundles of a token, and its other features."""

_EDGE = "|"
_SENTENCE_ENDS = frozenset({".", "!", "?", '"', "“", "”", ":", ";"})
_MANY = 4


class Features:
    """The tokens of a text made level, the stretches of them that can hold names, and the clues of each token."""

    def __init__(self, text: str, names: Sequence[Name], atoms: Sequence[Atom]) -> None:
        self.tokens = tokens_of(text)
        self.stretches = stretches_of(self.tokens)
        words, begins = self.tokens.words, self.tokens.first
        # What stands beside each token in its line.
        self._before = [_EDGE if begin else word for begin, word in zip(begins, [_EDGE, *words], strict=False)]
        self._behind = [
            _EDGE if begin else word for begin, word in zip([*begins[1:], True], [*words[1:], ""], strict=False)
        ]
        self._said = opinions(self.tokens, names, atoms)
        runs = runs_of(self.tokens, self.stretches)
        self._run = {index: run for run in runs for index in range(run[0], run[1] + 1)}
        self._whole = joined(self.tokens, runs)
        self._elsewhere = evidence_of(self.tokens, runs, self._said)
        self._acronyms = acronyms_of(self.tokens)
        self._explained = {word: self._explanation(span) for word, span in self._acronyms.meant.items()}

    def may_name(self, index: int) -> bool:
        """Whether a token can be part of a name: words in small letters that stand by themselves hardly ever are."""
        words, starts, ends = self.tokens.words, self.tokens.starts, self.tokens.ends
        word = words[index]
        if not (word.islower() and word.isalpha()) or word in JOINTS or word.endswith("ern"):  # northern, southwestern
            return True
        glued = index and ends[index - 1] == starts[index]
        return bool(glued or (index + 1 < len(words) and ends[index] == starts[index + 1] and words[index + 1] == "-"))

    def clues(self, index: int) -> Clues:
        """The clues of one token."""
        before, word, after = self._before[index], self.tokens.words[index], self._behind[index]
        bundles = [f"0{word}", f"<{before}", f">{after}"]
        earlier, later, said = self._two_before(index), self._two_behind(index), self._said
        following = said[index + 1] if index + 1 < len(said) else ""
        marks = [
            f"(w{earlier.lower()}",
            f"(s{shape(earlier)}",
            f")w{later.lower()}",
            f")s{shape(later)}",
            f"R{said[index]}",
            f"N{said[index]}/{following}",
            f"P{said[index - 1] if index else ''}",
            f"B{before.lower()} {word.lower()}",
            f"A{word.lower()} {after.lower()}",
            f"S{shape(before)} {shape(word)} {shape(after)}",
        ]
        if before in _SENTENCE_ENDS or before == _EDGE:
            marks.append("start")
        if index and self.tokens.ends[index - 1] == self.tokens.starts[index]:
            marks.append("glued")
        if index in self._acronyms.places:
            marks.append(f"E{self._acronyms.places[index]}")
        marks += self._explained.get(word, ())
        if index in self._whole:
            marks += self._in_whole(index, self._whole[index])
        if index in self._run:
            self._in_run(index, self._run[index], bundles, marks)
        else:
            marks.append(f"O{before.lower()}>{after.lower()}")
        return bundles, marks

    def _two_before(self, index: int) -> str:
        return _EDGE if self._before[index] is _EDGE else self._before[index - 1]

    def _two_behind(self, index: int) -> str:
        return _EDGE if self._behind[index] is _EDGE else self._behind[index + 1]

    def _in_whole(self, index: int, whole: Run) -> list[str]:
        """A token of runs that small words join: the first and last word of them all, and what stands before."""
        first, last = whole
        place = "F" if index == first else "L" if index == last else "M"
        words = self.tokens.words
        return [f"Jf{words[first].lower()}", f"Jl{words[last].lower()}", f"J{place}", f"J<{self._before[first]}"]

    def _in_run(self, index: int, run: Run, bundles: list[str], marks: list[str]) -> None:
        """A token of a run of capitalised ones: its place in it, and the words before, behind, first and last."""
        first, last = run
        left, right = self._before[first], self._behind[last]
        small_left, small_right = left.lower(), right.lower()
        place = "S" if first == last else "F" if index == first else "L" if index == last else "M"
        place += str(min(last - first, _MANY))
        bundles += [f"l{left}", f"r{right}", f"h{self.tokens.words[last]}"]
        marks += [
            f"U{place}",
            f"L{small_left}{place}",
            f"Q{small_right}{place}",
            f"X{small_left}_{small_right}",
            f"F{self.tokens.words[first].lower()}",
            f"Y{small_right} {self._two_behind(last).lower()}",
            f"Z{self._two_before(first).lower()} {small_left}",
        ]
        marks += self._elsewhere.get(self.tokens.words[index], ())

    def _explanation(self, span: Run) -> list[str]:
        """What an acronym is, by the words that it stands for."""
        first, last = (self.tokens.words[at] for at in span)
        return [
            "C",
            f"Ch{last.lower()}",
            f"Cf{first.lower()}",
            f"C{self._said[span[1]][1:4]}",
            *(f"Ck{kind}" for kind in on_lists(last)),
        ]
