"""The Python interface: the document's session runs as it stands, and what is exported is there."""

import doctest
import gc
import re
from pathlib import Path

import pytest

import index
import search
from tests.conftest import ROOT

GUIDE = (ROOT / "docs/python.md").read_text(encoding="utf-8")


def test_the_session_in_the_guide_runs_as_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    session = "\n".join(re.findall(r"```pycon\n(.*?)```", GUIDE, re.DOTALL))
    examples = doctest.DocTestParser().get_doctest(session, {}, "docs/python.md", None, 0)
    assert len(examples.examples) > 15
    told: list[str] = []
    failed, _ = doctest.DocTestRunner(verbose=False).run(examples, out=told.append)
    assert not failed, "".join(told)


def test_building_collects_garbage_seldom_and_leaves_the_callers_habits_as_they_were(tmp_path: Path) -> None:
    before, meanwhile = gc.get_threshold(), set[tuple[int, int, int]]()
    (tmp_path / "story.txt").write_text("Harbour opens\n\nThe harbour of Oslo was opened on Monday.\n")
    index.build(tmp_path / "index", tmp_path / "story.txt", progress=lambda *_: meanwhile.add(gc.get_threshold()))
    assert all(habit[0] > before[0] for habit in meanwhile)
    assert meanwhile
    assert gc.get_threshold() == before


@pytest.mark.parametrize("package", [index, search])
def test_what_is_exported_is_there_and_sorted(package: object) -> None:
    names = getattr(package, "__all__")  # noqa: B009 - a module has one
    assert names == sorted(names)
    assert all(getattr(package, name).__name__ == name for name in names)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        getattr(package, "nothing")  # noqa: B009 - it is not there


def test_each_name_of_the_guide_is_exported() -> None:
    assert set(re.findall(r"`index\.([A-Za-z]\w*)", GUIDE)) <= {*index.__all__, "__all__"}
    imported = re.search(r"from search import (.*)", GUIDE)
    assert imported
    assert set(imported[1].split(", ")) <= set(search.__all__)
