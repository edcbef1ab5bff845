"""Lines that stand in many articles of a publication."""

from corpus.cleaning.repeated import RepeatedLines


def test_lines_that_a_publication_repeats_are_counted() -> None:
    first, second = RepeatedLines(), RepeatedLines()
    for number in range(12):
        first.add("post.example", ["Read our terms", "Read our terms", f"Story {number}"])
        second.add("post.example", ["Read our terms", "Story 1"])
        second.add("other.example", ["Read our terms"])
    assert first.repeated("post.example", ["Read our terms"]) == frozenset()
    first.merge(second)
    lines = ["Read our terms", "Story 1", "Story 2"]
    assert first.repeated("post.example", lines) == {"Read our terms"}
    assert first.repeated("post.example", lines, least=13) == {"Read our terms", "Story 1"}
    assert first.repeated("other.example", lines) == frozenset()
