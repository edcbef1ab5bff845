r"""Read what programs wrote in the place of characters: `\n`, `\u00fc`, `&uuml;` and `=C3=BC` in a text."""

import ast
import json
import quopri
import re
from html import unescape

from corpus.readers.fields.blocks import words_of
from corpus.readers.fields.markup import ENTITY, without_codes

_LINE_END = re.compile(r"\\n(?=\\n|\s?[^a-z\s\\])")
"""A line end that is written as two signs, above a blank line or the beginning of a sentence: `C:\\notes` has none."""
_TAB = re.compile(r"\\t(?![a-z])")
"""`C:\\temp` and `\\theta` have none."""
_CODE = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_OTHERS = re.compile(r"\\(?![\"/bfnrtu])|\\u(?![0-9a-fA-F]{4})|\\u[0-9a-fA-F]{4}-\\u")
"""What JSON does not write, but paths of Windows, formulas and patterns have."""
_OF_MAIL = re.compile(r"=(?:C[2-9A-F]|D[0-9A-F])=[89AB][0-9A-F]|=E[0-9A-F](?:=[89AB][0-9A-F]){2}")
_OTHER_SIGNS = re.compile(r"=(?![0-9A-F]{2}|[ \t]*(?:\r?\n|$))")
_OF_PYTHON = re.compile(r"b(['\"]).*\1|\[(['\"]).*['\"]\]", re.DOTALL)
_NOT_OF_PYTHON = re.compile(r"['\"]\s+['\"]|(?<!\\)(?:\\\\)*\\[^\\'\"nrtxuU]")
"""Strings without commas between, as NumPy prints a list; escapes that Python does not print."""
_LEAST_OF_MAIL = 2
"""Signs in quoted-printable that show a text to be written so."""


def unescaped(text: str) -> str:
    """A plain text with the characters that are meant; as it is where it has no escapes."""
    if "=" in text and _is_of_mail(text):
        text = _of_mail(text)
    if "\\" in text:
        text = with_codes(with_line_ends(text))
    return without_codes(ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text)


def of_python(text: str) -> str:
    """A text that Python printed, as bytes or as a list of paragraphs, without its quotes; any other as it is."""
    if not _OF_PYTHON.fullmatch(text.strip()) or _NOT_OF_PYTHON.search(text):
        return text
    try:
        value = ast.literal_eval(text.strip())
        return value.decode() if isinstance(value, bytes) else words_of(value) or text
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return text


def with_line_ends(text: str) -> str:
    """A text whose line ends are written as two signs, as some databases export them, with true ones."""
    if "\n" not in text.strip() and _LINE_END.search(text):
        return _TAB.sub(" ", text.replace("\\r\\n", "\n").replace("\\n", "\n"))
    return text


def with_codes(text: str) -> str:
    """A text whose characters beyond ASCII are written as codes of JSON, with these characters."""
    return text if not text.isascii() or _OTHERS.search(text) else _CODE.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    meant = str(json.loads(f'"{found[0]}"'))
    return meant.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_of_mail(text: str) -> bool:
    return text.isascii() and len(_OF_MAIL.findall(text)) >= _LEAST_OF_MAIL and not _OTHER_SIGNS.search(text)


def _of_mail(text: str) -> str:
    """A text in quoted-printable; as it is where it holds bytes of another encoding."""
    try:
        return quopri.decodestring(text.encode()).decode()
    except UnicodeDecodeError:
        return text
