"""What is installed, and what the Makefile takes away."""

import ast
import importlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.conftest import ROOT

LAYERS = ("corpus", "index", "search", "web", "cli")


def test_each_library_that_the_layers_import_is_named_among_the_requirements() -> None:
    lines = (ROOT / "requirements/run.in").read_text(encoding="utf-8").splitlines()
    named = {_canonical(re.split(r"[=<>\[ ]", line)[0]) for line in lines}
    modules = {module for layer in LAYERS for path in (ROOT / layer).rglob("*.py") for module in _imported(path)}
    libraries = modules - sys.stdlib_module_names - {*LAYERS}
    assert {"flask", "lxml", "whoosh"} < libraries
    distributions = packages_distributions()
    unnamed = {each for each in libraries if named.isdisjoint(map(_canonical, distributions[each]))}
    assert not unnamed
    importlib.import_module("lxml.html.clean")  # by trafilatura's dependencies
    assert "lxml-html-clean" in named


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported(path: Path) -> Iterator[str]:
    """The first names of the modules that a file imports when it is run."""
    left: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while left:
        node = left.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]
        left += ast.iter_child_nodes(node)


def test_make_clean_leaves_indexes_and_aliases_alone(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    kept = [tmp_path / ".dateline/aliases.toml", tmp_path / ".dateline/index.json", tmp_path / "corpus/article.py"]
    gone = [tmp_path / ".venv/bin/python", tmp_path / ".mypy_cache/3.11", tmp_path / "dateline.egg-info/PKG-INFO"]
    for path in (*kept, *gone):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
    assert [path for path in (*kept, *gone) if path.exists()] == kept
