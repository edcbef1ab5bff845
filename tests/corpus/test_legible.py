"""Repairing wrongly decoded text takes time that grows with its length alone."""

import time
from collections.abc import Callable

import ftfy
import pytest

from corpus.extraction.text.legible import legible

SIZE = 3_000
TEXTS: dict[str, Callable[[int], str]] = {
    "a mark above a long line": lambda size: "„Â»\n" + "wort " * (size // 5),
    "a mark below a long line": lambda size: "wort " * (size // 5) + "\n„Â»",
    "a long line of marks": lambda size: "GrÃ¼ÃŸe von drÃ¼ben " * (size // 19),
    "a long line without a space": lambda size: "GrÃ¼Ãze" * (size // 7),
    "a character that is undone again and again": lambda size: ("Ã" + "ƒ" * 499) * (size // 500),
    "characters that close others": lambda size: "Â" * (size // 2) + "€" * (size // 2),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_four_times_as_long_takes_no_more_than_about_four_times_as_long(text: Callable[[int], str]) -> None:
    legible(text(100))  # what is imported with the first is not timed
    short, long = (min(_seconds(text(size)) for _ in range(2)) for size in (SIZE, 4 * SIZE))
    assert long < 9 * max(short, 0.005)


def _seconds(text: str) -> float:
    begun = time.process_time()
    legible(text)
    return time.process_time() - begun


def test_what_is_repaired_at_once_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    repair = ftfy.fix_encoding

    def counted(text: str) -> str:
        sizes.append(len(text))
        return repair(text)

    monkeypatch.setattr("ftfy.fix_encoding", counted)
    line = "Ein Satz über nichts. " * 50_000
    assert legible(f"{line}Ende des StÃ¼cks „Â»“.") == f"{line}Ende des Stücks „»“."
    assert max(sizes) <= 500
    assert sum(sizes) < 3 * len(line)


def test_a_long_line_without_a_space_is_repaired_whatever_its_script() -> None:
    for sentence in ("中国政府表示—将继续推动“改革”。", "Всёхорошо", "Größenmaß"):
        whole = sentence * 200
        assert legible("".join(map(chr, whole.encode()))) == whole


@pytest.mark.parametrize("before", [0, 490, 497, 498, 499, 500, 501, 998, 1_000])
def test_a_repair_does_not_depend_on_where_a_long_line_is_cut(before: int) -> None:
    assert legible("x" * before + "GrÃ¼ÃŸe" + "y" * 2_000) == "x" * before + "Grüße" + "y" * 2_000
    assert legible("Wort " * (before // 5) + "GrÃ¼ÃŸe" + " Wort" * 500).count("Grüße") == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("\x93Yes\x94 \x96 it\x92s", "“Yes” – it’s"),
        ("the o\ufb03ce con\ufb01rmed", "the office confirmed"),
        ("Cafe\u0301 in Mu\u0308nchen", "Café in München"),
    ],
)
def test_signs_of_old_programs_and_printers_are_those_that_are_meant(written: str, read: str) -> None:
    assert legible(written) == read
