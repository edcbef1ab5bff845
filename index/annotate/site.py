"""Where a headline ends and the name of its site begins."""

import re

_SITE = re.compile(r"\s+[-–—|/]\s+((?:[A-Z][\w.'’]*|of|the|and|&)(?:\s+(?:[A-Z][\w.'’]*|of|the|and|&)){0,4})\s*$")


def without_site(title: str) -> str:
    """A title without the site's name behind it: `Talks begin - Evening Post` is `Talks begin`."""
    found = _SITE.search(title)
    return title[: found.start()] if found and " " in title[: found.start()].strip() else title
