"""Take the dialogs of a page away that lie over its article: consent to cookies, what asks to register.

Their elements say so: by role, by the names that consent managers give them, or by a name that speaks of consent beside
controls to press. What holds an article or a heading of the first level is none, whatever it is called.
"""

import re
from collections.abc import Container, Iterable
from itertools import chain
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from corpus.extraction.html.elements import empty
from corpus.extraction.html.page_text import shown_text
from corpus.extraction.text.lines import lines_of

_ROLES = frozenset(("dialog", "alertdialog"))
_BOXES = frozenset(("div", "section", "aside", "form", "footer", "dialog", "header", "ul"))
_MANAGERS = re.compile(
    r"""(?:^|[\s_-])(?:onetrust|didomi|cybotcookiebot\w*|cookiebot|usercentrics|uc-banner|qc-cmp\d?|cmpbox\w*|cmplz|sp_message\w*
    |fc-consent\w*|truste|trustarc|evidon|klaro|iubenda|tarteaucitron\w*|osano|termly|cookieyes|cky|borlabs\w*|axeptio\w*
    |cookie-?law\w*|cookieconsent|cc-window|cc-banner|cookie-?first|moove_gdpr\w*|gdpr-cookie\w*|sd-cmp|privacy-?manager
    |ketch|consentmanager|cookie-?script\w*|wt-cli)(?=$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
"""What the programs that ask for consent call their boxes."""
_OF_CONSENT = re.compile(
    r"(?:^|[\s_-])(?:cookies?|cookie-?(?:banner|bar|notice|wall|layer|dialog|popup|hint|info)\w*|consent|gdpr|rgpd|dsgvo|lgpd|ccpa|cmp)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_CONTROLS = ("button", "input", "select")
_MOST_SHARE = 0.5
"""Of the text of a page: what has more of it is no dialog, unless a consent manager names it: those list hundreds."""
_LEAST_LEFT = 200
"""Characters that a page has beside its dialogs."""
_MOST_LARGE = 20
"""Boxes called dialogs that have more of the text than those may have; a page with more of them, one within the other,
is left as it is from there on, since each costs a reading of all its text."""
_MOST_TOLD = 200
"""Lines of dialogs that are told as removed."""


def take_dialogs(tree: Any) -> list[str]:
    """Take the dialogs out of a tree. Gives their lines."""
    articles, headings = _above(tree.iter("article", "main")), _above(tree.iter("h1"))
    asking = _above(tree.iter(*_CONTROLS), (each for each in tree.iter("a") if _is_pressed(each)))
    large = 0
    most = _MOST_SHARE * len(shown_text(tree))
    found = list[tuple[Any, str]]()
    walk = etree.iterwalk(tree, events=("start",))
    for _, element in walk:
        if element.tag not in _BOXES or element in articles:
            continue
        managed = _MANAGERS.search(_names(element)) is not None
        if managed or (element not in headings and _is_dialog(element, asking)):
            text = shown_text(element)
            if managed or len(text) <= most:
                found.append((element, text))
                walk.skip_subtree()
            elif (large := large + 1) == _MOST_LARGE:
                break
    if not found or 2 * most - sum(len(text) for _, text in found) < _LEAST_LEFT:
        return []
    for element, _ in found:
        empty(element)
    return [line.text for _, text in found for line in lines_of(text)][:_MOST_TOLD]


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _is_dialog(element: Any, asking: Container[Any]) -> bool:
    if element.tag == "dialog" or element.get("role") in _ROLES or element.get("aria-modal") == "true":
        return True
    return _OF_CONSENT.search(_names(element)) is not None and element in asking


def _is_pressed(link: Any) -> bool:
    return link.get("role") == "button" or "btn" in (link.get("class") or "")


def _above(*elements: Iterable[Any]) -> set[Any]:
    """Some elements, and those that hold them."""
    found: set[Any] = set()
    for element in chain(*elements):
        for above in (element, *element.iterancestors()):
            if above in found:
                break
            found.add(above)
    return found
