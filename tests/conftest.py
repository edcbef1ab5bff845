"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No test is timed: machines are shared and noisy.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def wanted(there: object, what: str) -> None:
    """Skip with a visible reason where something the test needs is missing; in CI, fail."""
    if there:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI must have it")
    pytest.skip(f"{what} is missing here")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five articles that a user gave us, as they are."""
    folder = SHARED / "seeds"
    wanted(folder.is_dir(), "the folder of seed articles, ../shared/seeds,")
    return folder
