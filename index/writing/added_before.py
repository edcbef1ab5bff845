"""Look up when an article first entered the index, so that one that is read anew is not taken for a new one."""

from index.arrays.array_file import Damaged
from index.segments.added_times import PENDING
from index.storage.commit import IndexCommit
from index.writing.indexed_articles import IndexedArticles


class AddedBefore:
    """The times of the articles of the last commit, also where an index is built anew in its place."""

    def __init__(self, contents: IndexCommit, indexed: IndexedArticles | None) -> None:
        """`indexed` finds them where they are opened already."""
        self._times = [each.times() for each in contents.segments]
        self._anew = indexed is None
        self._indexed = _opened(contents) if indexed is None else indexed

    def of(self, article_id: str) -> int:
        """When an article entered; `PENDING` for one that is new, or where that is damaged and so built anew."""
        try:
            article = self._indexed.get(article_id)
        except Damaged:  # each part is verified when it is first read
            if not self._anew:
                raise
            article = None
        if article is None:
            return PENDING
        segment, doc_id = article.place
        return int(self._times[segment][doc_id])


def _opened(contents: IndexCommit) -> IndexedArticles:
    """What the last commit holds; nothing where it cannot be read, which is why it may be built anew."""
    try:
        return IndexedArticles([each.open(contents.folder) for each in contents.segments])
    except (Damaged, OSError, LookupError, ValueError, TypeError):
        return IndexedArticles([])
