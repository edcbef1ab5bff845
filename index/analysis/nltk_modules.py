"""The modules of NLTK that analysis stands on, imported without the rest of it.

`import nltk.stem.snowball` runs `nltk/__init__.py`, which imports parsers, taggers, translators and corpus readers: as
long as all else that a small run imports. What the modules below need of it is nothing but each other.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_PACKAGES = ("nltk", "nltk.stem", "nltk.tokenize", "nltk.corpus")


def _modules(*names: str) -> tuple[Any, ...]:
    """Modules of NLTK; where somebody imported it already, those that are there."""
    if "nltk" in sys.modules:
        return tuple(map(import_module, names))
    with _bare_packages():
        return tuple(map(import_module, names))


@contextmanager
def _bare_packages() -> Iterator[None]:
    """Within a block packages of NLTK have their modules, and run no code of their own.

    Nothing that was imported so stays known by its name: whoever imports NLTK later gets all of it.
    """
    found = find_spec("nltk")
    if found is None or found.submodule_search_locations is None:
        raise ModuleNotFoundError("No module named 'nltk'", name="nltk")
    try:
        for name in _PACKAGES:
            folders = ["/".join((folder, *name.split(".")[1:])) for folder in found.submodule_search_locations]
            sys.modules[name] = package = ModuleType(name)
            package.__spec__ = spec = ModuleSpec(name, None, is_package=True)
            spec.submodule_search_locations = package.__path__ = folders
        sys.modules["nltk.corpus"].stopwords = None  # type: ignore[attr-defined]  # stems need none
        yield
    finally:
        for name in [each for each in sys.modules if each.partition(".")[0] == "nltk"]:
            del sys.modules[name]


_snowball, _tokenize = _modules("nltk.stem.snowball", "nltk.tokenize.api")

SnowballStemmer: Any = _snowball.SnowballStemmer
TokenizerI: Any = _tokenize.TokenizerI
