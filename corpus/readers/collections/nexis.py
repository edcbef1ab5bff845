"""Split exports of LexisNexis and Nexis Uni (text, and the text of their Word, RTF and HTML files)."""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.readers.collections.splitter import Fields, Lines, Splitter, filled, joined, pieces_before, pieces_behind

_NUMBER = re.compile(
    r"\W*(?:(?:Documento?|Dokument)\s+\d+\s+(?:of|von|de|sur|di|van|av|af)\s+\d+"
    r"|(?:Document|Dokument)?\s*\d+\s+(?:of|von|de|sur|di|van|av|af)\s+\d+\s+"
    r"(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI|DOCUMENTEN|RESULTS?))\W*",
    re.IGNORECASE,
)
_END = re.compile(r"\W*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento)\W*", re.IGNORECASE)
_HEAD_LABEL = re.compile(
    r"(BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|AUTOR|RUBRIK|LÄNGE|AUTEUR|RUBRIQUE|LONGUEUR|SECCIÓN|LONGITUD|SEZIONE|LUNGHEZZA|AUTORE|RUBRIEK|LENGTE|SERIES|EDITION|COLUMN)\s*:\s*(.*)",
    re.IGNORECASE,
)
_TAIL_LABEL = re.compile(
    r"(?:LOAD[- ]DATE|LANGUAGE|GRAPHIC|PUBLICATION[- ]TYPE|JOURNAL[- ]CODE|SUBJECT|COUNTRY|STATE|CITY|COMPANY|PERSON|"
    r"ORGANIZATION|TICKER|INDUSTRY|GEOGRAPHIC|CORRECTION-DATE|ACC-NO|DOCUMENT-TYPE|UPDATE|SPRACHE|LANGUE|TYPE|PUB-TYPE|"
    r"IDIOMA|TAAL|LINGUA|FECHA[- ]CARGA|FECHA[- ]DE[- ]CARGA|UPDATE|"
    r"DATE[- ]CHARGEMENT|TIPO|TIPO[- ]DE[- ]PUBLICACIÓN|DATA[- ]CARICAMENTO|UPDATE-DATUM|JOURNAL|TYPE-PUBLICATION)"
    r"\s*:.*|Classification|Graphic|Notes|Terms and Conditions.*",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:\(c\)|©|Copyright)\s.*|All Rights Reserved\.?.*|Alle Rechte vorbehalten.*", re.IGNORECASE)
_DAY = re.compile(
    r"(?=.{4,70}$)(?=.*\b(?:1[6-9]|20)\d\d\b)(?=.*\b\d{1,2}\b)(?:[^.:]|(?<=\d)\.(?=\s))*(?:[:.]\d\d[^.]*)?\.?"
)
_EDITION = re.compile(
    r"\b(?:Edition|Édition|Ausgabe|Editie|Edición|Edizione|Final|Correction Appended)\b", re.IGNORECASE
)
_BODIES = frozenset(
    ("Body", "Text", "Volltext", "Corps", "Texte", "Cuerpo", "Texto", "Testo", "Corpo", "Tekst", "Hoofdtekst")
)
"""The line above the text, in the language of the interface."""
_LEAST = 2


def _shows(lines: Sequence[str]) -> bool:
    numbers = sum(_NUMBER.fullmatch(line) is not None for line in lines)
    labels = sum((found := _HEAD_LABEL.match(line.strip())) is not None and bool(found[2]) for line in lines)
    ends = sum(_END.fullmatch(line) is not None for line in lines)
    bodies = sum(line.strip() in _BODIES for line in lines)
    return bool((numbers and labels) or (bodies and (ends or labels >= _LEAST)))


def _pieces(lines: Iterable[str]) -> Iterator[Lines]:
    """Each article behind its number; of newer exports, up to the line that ends it."""
    for piece in pieces_before(lines, _NUMBER.fullmatch):
        yield from pieces_behind(piece, _END.fullmatch)


def _fields(lines: Sequence[str]) -> Fields | None:
    lines = [line.strip() for line in lines if not _NUMBER.fullmatch(line) and not _END.fullmatch(line)]
    labels = [number for number, line in enumerate(lines) if _HEAD_LABEL.match(line)]
    body = next((number for number, line in enumerate(lines) if line in _BODIES), None)
    if not labels and body is None:
        return None
    first = labels[0] if labels else body or 0
    head = [line for line in filled(lines[:first]) if not _RIGHTS.fullmatch(line)]
    fields = _of_head(head, newer=body is not None)
    last = _last_label(lines, labels) if body is None else body
    fields |= _of_labels(lines[first:last])
    ends = (number for number, line in enumerate(lines) if number > last and _is_end(line))
    end = next(ends, len(lines))
    deck = str(fields.pop("deck", ""))
    return {**fields, "text": "\n\n".join(filter(None, (deck, joined(lines[last + 1 : end]))))}


def _is_end(line: str) -> bool:
    return _TAIL_LABEL.fullmatch(line) is not None or _RIGHTS.fullmatch(line) is not None


def _last_label(lines: Sequence[str], labels: Sequence[int]) -> int:
    """The last of the labels above the text: they follow each other with no text of more than a line between them."""
    last = labels[0]
    for number in labels[1:]:
        between = filled(lines[last + 1 : number])
        if len(between) > 1 or any(_is_end(line) for line in between):
            break
        last = number
    return last


def _of_labels(lines: Sequence[str]) -> Fields:
    """Byline and section among the labels; a value may stand on the line below its label."""
    fields: Fields = {}
    for line in lines:
        if found := _HEAD_LABEL.match(line):
            name = found[1].lower()
            if name in {"byline", "autor", "auteur", "autore"} and found[2]:
                fields["author"] = found[2]
    return fields


def _of_head(head: Sequence[str], *, newer: bool) -> Fields:
    """Title, source and day: in that order in newer exports; in older ones source, day and title."""
    at = next((number for number in reversed(range(len(head))) if _DAY.fullmatch(head[number])), None)
    if newer:
        if at is None or not at:
            return {"title": head[-1]} if head else {}
        title = head[at - 2] if at > 1 else head[at - 1]
        return {"title": title, "source": head[at - 1] if at > 1 else None, "published": head[at]}
    at = next((number for number, line in enumerate(head) if _DAY.fullmatch(line)), None)
    if at is None:
        return {"title": head[-1]} if head else {}
    below = [line for line in head[at + 1 :] if not _EDITION.search(line)] or list(head[at + 1 :])
    return {
        "source": head[at - 1] if at else None,
        "published": head[at],
        "title": below[0] if below else None,
        "deck": "\n\n".join(below[1:]),
    }


NEXIS = Splitter("Nexis", _shows, _pieces, _fields)
