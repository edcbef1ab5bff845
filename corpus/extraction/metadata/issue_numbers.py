"""Leave out of a line what a clipping says of the issue and the page: `Vol. 12, No. 19`, `page A4`, `S. 3`."""

import re

from corpus.late_pattern import late

_COUNTED = r"\.?\s?(?:\d{1,6}|(?-i:[IVXLC]{1,8}))"
_NUMBER = rf"(?:no|nr|issue|number|nummer|num|núm|número|numero|№){_COUNTED}"
_NO_WORD = r"(?<![^\W\d_]\s)"
"""Before the number of an issue: `Flight No 370` has one."""
_ISSUE = late(
    rf"(?<!\w)(?:(?:vol(?:ume)?|jg|jahrgang|heft|ausgabe|año|année|anno|rok|том|вып){_COUNTED}(?:[\s,;]{{1,3}}{_NUMBER})?"
    rf"|{_NO_WORD}{_NUMBER}"
    r"|(?:pages?|pgs?|pp?|seiten?|s|páginas?|págs?|pagina|pag|стр|side|sida|sidan|sivu|strona|str|blz)\.?\s?"
    r"(?:[A-Z]{1,2}-?)?\d{1,4}(?:\s?[-–,]\s?\d{1,4})?)(?![\w./-]|,\d|\s?\d)",
    re.IGNORECASE,
)


def without_issue(text: str) -> str:
    """The line with blanks in place of volume, number and page, and of the same length."""
    return _ISSUE.sub(lambda found: " " * len(found[0]), text)
