"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.folders import PEACE, TALKS, wire

pytest_plugins = ["tests.opensearch.fixture"]

# No test is timed: machines are shared and noisy.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")

ROOT = Path(__file__).resolve().parent.parent
_SHARED = ROOT.parent / "shared"


def wanted(there: object, what: str) -> None:
    """Skip with a visible reason where something the test needs is missing; in CI, fail."""
    if there:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI must have it")
    pytest.skip(f"{what} is missing here")


def shared(name: str) -> Path:
    """A file or folder of other people's articles, beside the repository: whoever has none of them skips, in CI too."""
    if not _SHARED.is_dir():
        pytest.skip(f"../shared/{name} is no part of the project, and is not here")
    wanted((_SHARED / name).exists(), f"../shared/{name}")
    return _SHARED / name


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five articles that a user gave us, as they are."""
    return shared("seeds")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with four articles in three files."""
    folder = tmp_path / "news"
    (folder / "inner").mkdir(parents=True)
    (folder / "peace.txt").write_text(f"Peace at last\n\n{PEACE}\n", encoding="utf-8")
    (folder / "inner" / "talks.txt").write_text(f"Border talks\n\n{TALKS}\n", encoding="utf-8")
    (folder / "wire.jsonl").write_text(wire(1) + wire(2), encoding="utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Where an index may be made."""
    return tmp_path / "index"
