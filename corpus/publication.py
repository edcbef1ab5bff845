"""Tell which publication a plain text is from, before it is cleaned."""

from urllib.parse import urlsplit

from corpus.record import ContentKind, Record


def is_plain(record: Record) -> bool:
    """Whether its text is plain text to be cleaned, with no structure of a page to help."""
    return record.kind is ContentKind.TEXT and record.fields.get("clean") is not True


def publication(record: Record) -> str:
    """The source that is given with it, or the host of its address; else the folder, or the file of lines, it is in."""
    source, url = record.fields.get("source"), record.fields.get("url")
    if isinstance(source, str) and source.strip():
        return f"source {source.strip().casefold()}"
    if isinstance(url, str) and (host := _host(url)):
        return f"source {host}"
    place = record.origin if record.entry is None else f"{record.origin}/{record.entry}"
    return place if record.line is not None else folder(place)


def folder(path: str) -> str:
    """The publication of a plain text that states none, by its path."""
    return path.rpartition("/")[0] + "/"


def _host(url: str) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
