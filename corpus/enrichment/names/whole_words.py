"""Find words in a text where they are no part of longer ones: a pattern would have to be compiled for each."""

from collections.abc import Iterator


def places_of(words: str, text: str, joints: str = "_") -> Iterator[int]:
    """Where words begin that stand by themselves; letters, digits and `joints` make one word of what they join."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        apart = not (_joins(text[at - 1 : at], joints) or _joins(text[end : end + 1], joints))
        if apart:
            yield at
        at = text.find(words, max(end, at + 1) if apart else at + 1)


def _joins(sign: str, joints: str) -> bool:
    return bool(sign) and (sign.isalnum() or sign in joints)
