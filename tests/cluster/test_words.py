"""What a run tells of words: new ones as it goes on, the counts of all at its end, and each no oftener than it must."""

from collections.abc import Sequence
from typing import Any

import pytest

from cluster import catalogue
from cluster.bulk import Action
from cluster.catalogue import Words
from cluster.fields import Lexicon


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The bodies that are sent."""
    bodies: list[Any] = []

    def send(_: object, actions: Sequence[Action]) -> None:
        bodies.extend(action.body for action in actions)

    monkeypatch.setattr(catalogue, "send", send)
    return bodies


def told(sent: list[Any]) -> list[tuple[str, int]]:
    """The forms that were sent since, each with its count."""
    forms = sorted((body["form"], body["count"]) for body in sent if body.get("kind") == "form")
    sent.clear()
    return forms


def of(**counts: int) -> Lexicon:
    return Lexicon({form: [count, 0, 0, 0] for form, count in counts.items()})


def test_words_are_told_as_they_come_and_their_counts_at_the_end(sent: list[Any]) -> None:
    words = Words(None, "news", "run")  # type: ignore[arg-type]  # nothing is asked of it
    words.add(of(harvest=1, bridge=1))
    words.save(amid=True)
    assert told(sent) == [("bridge", 1), ("harvest", 1)]
    words.add(of(harvest=2, river=1))
    words.save(amid=True)
    assert told(sent) == [("river", 1)]
    words.save()
    assert told(sent) == [("harvest", 3)]
    words.save()
    assert told(sent) == []


def test_nothing_is_told_amid_a_build_that_nobody_sees(sent: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    words = Words(None, "news", "run", unseen=True)  # type: ignore[arg-type]  # nothing is asked of it
    words.add(of(harvest=1))
    words.save(amid=True)
    assert told(sent) == []
    monkeypatch.setattr(catalogue, "_LARGEST", 1)
    words.add(of(harvest=1, river=1))
    words.save(amid=True)  # more than is kept in mind
    assert told(sent) == [("harvest", 2), ("river", 1)]
    words.add(of(harvest=1))
    words.save()
    assert told(sent) == [("harvest", 1)]  # of another part of the run: they are added up
