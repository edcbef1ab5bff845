"""Patterns that are compiled when they are first asked for: each of them can be."""

import gc
import re
from importlib import import_module
from pathlib import Path

import corpus
from corpus.late_pattern import late

ROOT = Path(corpus.__path__[0]).parent


def test_every_late_pattern_compiles() -> None:
    users = [path for path in ROOT.glob("[ciswt]*/**/*.py") if "import late\n" in path.read_text(encoding="utf-8")]
    users = [path for path in users if path != Path(__file__).resolve()]
    for path in users:
        import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    patterns = [each for each in gc.get_objects() if type(each) is type(late(""))]
    assert len(patterns) >= len(users) > 10
    for each in patterns:
        assert re.compile(each.pattern, each.flags).pattern == each.pattern


def test_a_late_pattern_finds_what_a_pattern_finds() -> None:
    pattern = late(r"(?P<year>\d{4})", re.ASCII)
    assert [found["year"] for found in pattern.finditer("1999 and 2004")] == ["1999", "2004"]
    assert pattern.sub("x", "1999") == "x"
