"""How an article is cited: in plain words, for BibTeX and for reference managers (RIS)."""

import re
from collections.abc import Iterable
from string import ascii_lowercase

from corpus.article import Basis
from corpus.document import Document
from corpus.folding import fold
from web.formatting.dates import date_with_basis

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_INFERRED = "The date is inferred, not stated by the article."
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_KEY_WORDS = 2


def plain(document: Document) -> str:
    """`Jane Doe: Title. Source, 9 April 2019. https://…`; a date that is only inferred says so, in brackets."""
    article, date = document.article, document.published
    day = date_with_basis(date)
    day = f"[{day}]" if date.basis is Basis.INFERRED and date.year else day
    author = f"{_line(article.author)}: " if article.author else ""
    where = f"{_line(article.source)}, {day}" if article.source else f"{day[0].upper()}{day[1:]}"
    title = _line(article.title or article.id)
    ends = "" if title.endswith((".", "!", "?", "…")) else "."
    return f"{author}{title}{ends} {where}.{f' {article.url}' if article.url else ''}"


def bibtex(document: Document, address: str, named: str | None = None) -> str:
    """One BibTeX entry: `@article` where the source is known, else `@misc`. `address` is that of its page here.

    It is `named` so, else by its own key.
    """
    article, date = document.article, document.published
    fields = [
        ("author", f"{{{_tex(article.author)}}}" if article.author else ""),
        ("title", f"{{{_tex(article.title or article.id)}}}"),
        ("journal", _tex(article.source or "")),
        ("year", str(date.year or "")),
        ("month", str(date.month or "")),
        ("day", str(date.day or "")),
        ("url", re.sub(r"[{}\\\s]", _percent, article.url or address)),
        ("note", " ".join([_INFERRED] * (date.basis is Basis.INFERRED) + [_tex(f"Dateline id: {article.id}")])),
    ]
    kind = "article" if article.source else "misc"
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value]
    return "\n".join([f"@{kind}{{{named or key(document)},", *lines, "}"]) + "\n"


def ris(document: Document, address: str) -> str:
    """One RIS record (type NEWS), its lines ended as the format wants. `address` is that of its page here."""
    article, date = document.article, document.published
    day = "/".join(f"{part:02d}" if part else "" for part in (date.year, date.month, date.day)) if date.year else ""
    fields = [
        ("TY", "NEWS"),
        ("AU", article.author),
        ("TI", article.title or article.id),
        ("T2", article.source),
        ("PY", str(date.year) if date.year else ""),
        ("DA", f"{day}/" if day else ""),
        ("ID", article.id),
        ("UR", article.url or address),
        ("LA", article.language),
        ("N1", _INFERRED if date.basis is Basis.INFERRED else ""),
        ("ER", ""),
    ]
    return "".join(_ris_lines(fields))


def _ris_lines(fields: Iterable[tuple[str, str | None]]) -> Iterable[str]:
    for tag, value in fields:
        if value or tag == "ER":
            yield f"{tag}  - {_line(value)}\r\n"


def key(document: Document) -> str:
    """What it is called in a bibliography: `kerryleaves2014`."""
    words = re.findall("[a-z0-9]+", fold(document.article.title or document.article.id))
    return "".join([*words[:_KEY_WORDS], str(document.published.year or "")]) or "article"


def suffix(nth: int) -> str:
    """What tells apart those that would have one key: nothing, `b`, `c`, … `z`, `ba`, …."""
    letters = ""
    while nth:
        nth, letter = divmod(nth, len(ascii_lowercase))
        letters = ascii_lowercase[letter] + letters
    return letters


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in _line(text))


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


def _line(text: str | None) -> str:
    return " ".join(_CONTROLS.sub(" ", text or "").split())
