"""Read by what a browser, SingleFile or Save Page WE says whence it saved a page."""

import re

_SINGLE_FILE = re.compile(r"<!--\s{0,9}Page saved with SingleFile(.{0,2000}?)-->", re.DOTALL)
_URL = re.compile(r"^\s*url:\s*(https?://\S+)", re.MULTILINE)
_DAY = re.compile(r"^\s*saved date:\s*(.{10,80})$", re.MULTILINE)
_UNIX = re.compile(r"(\w{3} \w{3} \d\d) (\d{4}) (\d\d:\d\d:\d\d).*")
_BROWSER = re.compile(r"<!--\s*saved from url=\(\d{4}\)(https?://[^\s>]+?)\s*-->")
_SAVE_PAGE = re.compile(
    r"<meta\s+name=['\"]?savepage-(url|date)['\"]?\s+content=['\"]([^'\"<>]{1,2000})['\"]", re.IGNORECASE
)
_BEGIN = 10_000


def saved_fields(page: str) -> dict[str, object]:
    """The address of a saved page, and the day on which it was saved; nothing of one that says none."""
    if browser := _BROWSER.search(page, 0, _BEGIN):
        return {"url": browser[1]}
    if told := dict(_SAVE_PAGE.findall(page[:_BEGIN])):
        return {"url": told.get("url"), "captured": _UNIX.sub(r"\1 \3 \2", told.get("date", "")) or None}
    found = _SINGLE_FILE.search(page, 0, _BEGIN)
    if found is None:
        return {}
    address, day = _URL.search(found[1]), _DAY.search(found[1])
    fields: dict[str, object] = {"url": address[1]} if address else {}
    if day:
        fields["captured"] = _UNIX.sub(r"\1 \3 \2", day[1].strip())
    return fields
