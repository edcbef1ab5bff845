"""Find out whether an article of the index is one of those that a run refuses: such an article stays."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.refusal import Refusal


def may_be_refused(article_id: str, file_name: str, refusals: Sequence[Refusal]) -> bool:
    """Whether an article that was indexed before, and was not met, may be one of those refused now of its file.

    `file_name` is the name of the file under its root, of which ids are made.
    """
    return any(_may_be(refusal, article_id, file_name) for refusal in refusals)


def staying(refusal: Refusal) -> Refusal:
    """The refusal, which says that articles of its file stay."""
    stays = "; what the index held of the file stays"
    return refusal if refusal.id else replace(refusal, reason=refusal.reason.removesuffix(stays) + stays)


def _may_be(refusal: Refusal, article_id: str, file_name: str) -> bool:
    if refusal.id is not None:
        return refusal.id == article_id
    if refusal.line is None and refusal.entry is None:
        return True
    if not article_id.startswith(file_name):
        return True  # it has an id of its own, which tells no place
    place = file_name if refusal.entry is None else f"{file_name}/{refusal.entry}"
    if refusal.line is not None:
        return article_id == f"{place}#{refusal.line}"
    return article_id == place or article_id.startswith((f"{place}#", f"{place}/"))
