"""Tell storms, which are called like persons and are none: `Hurricane Zelda`, then `Zelda`."""

from collections.abc import Sequence

from corpus.enrichment.names.name_parsing import Name
from corpus.late_pattern import late

_STORM = late(
    r"\b(?:Hurricane|Superstorm|Typhoon|Tropical Storm|Cyclone|Storm)s? (?P<first>[A-Z][a-z]{2,})"
    r"(?: and (?P<second>[A-Z][a-z]{2,}))?"
)
_KINDS = ("Hurricane", "Superstorm", "Typhoon", "Tropical", "Cyclone", "Storm")


def without_storms(names: Sequence[Name], text: str) -> list[Name]:
    """The names without those of storms, wherever the text has them; not where somebody is called so in full."""
    if not any(kind in text for kind in _KINDS):
        return list(names)
    called = {word for storm in _STORM.finditer(text) for word in storm.group("first", "second") if word}
    persons = {word for name in names if " " in name.text and not _STORM.match(name.text) for word in name.text.split()}
    storms = called - persons
    return [name for name in names if name.known or not _is_storm(name.text, called, storms)]


def _is_storm(name: str, called: set[str], storms: set[str]) -> bool:
    whole = _STORM.fullmatch(name)
    return name in storms or (whole is not None and whole["first"] in called)
