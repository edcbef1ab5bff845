"""The modules of NLTK that analysis stands on, imported without the rest of it.

`import nltk.stem.snowball` runs `nltk/__init__.py`, which imports parsers, taggers, translators and corpus readers: as
long as all else that a small run imports. What the modules below need of it is nothing but each other, and of some of
these only names, for what is never called here.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from corpus.late_pattern import late

_PACKAGES = ("nltk", "nltk.stem", "nltk.tokenize")
_STAND_INS: dict[str, dict[str, object]] = {
    "nltk.corpus": {"stopwords": None},  # stems need none
    "nltk.internals": {"overridden": None},  # our tokenizer overrides whatever would ask
    "nltk.tokenize.util": {"string_span_tokenize": None},
    "nltk.redos": {"compile": late},  # the Arabic stemmer has patterns, each a set of letters
}
"""Modules of which nothing else is wanted; they would import the clients of a dozen protocols and formats."""


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
        for name, wanted in _STAND_INS.items():
            sys.modules[name] = module = ModuleType(name)
            vars(module).update(wanted)
        yield
    finally:
        for name in [each for each in sys.modules if each.partition(".")[0] == "nltk"]:
            del sys.modules[name]


_snowball, _tokenize = _modules("nltk.stem.snowball", "nltk.tokenize.api")

SnowballStemmer: Any = _snowball.SnowballStemmer
TokenizerI: Any = _tokenize.TokenizerI
