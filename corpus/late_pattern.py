"""Regular expressions that are compiled when they are first asked for.

A run over one article needs a sixth of those that its modules have, and compiling the others takes longer than the
article does.
"""

import re
from typing import Any, AnyStr, cast


def late(pattern: AnyStr, flags: re.RegexFlag | int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile` gives, but that a mistake in the pattern is told at its first use."""
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late:
    """Looks like a pattern; what was asked for once is an attribute of its own, as cheap as the pattern's."""

    def __init__(self, pattern: Any, flags: re.RegexFlag | int) -> None:
        self._uncompiled = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._uncompiled)  # which remembers what it compiled
        found = self.__dict__[name] = getattr(compiled, name)
        return found
