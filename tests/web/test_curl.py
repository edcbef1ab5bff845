"""Every curl of the documents, typed as it stands."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.sample import SAMPLE
from index.ingest.pipeline import refresh
from search.searcher import Searcher
from tests.chromium import served
from tests.conftest import ROOT, wanted
from web.app import create_app

SHOWN = "http://127.0.0.1:8000"
TEXTS = [path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))]
LINES = [
    line for text in TEXTS for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.split("\n")
]
CURLS = [line for line in LINES if line.startswith("curl ")]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    wanted(shutil.which("curl"), "curl")
    location = tmp_path_factory.mktemp("curl") / "index"
    refresh(location, [SAMPLE])
    with served(create_app(Searcher(location))) as address:
        yield address


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where they are typed, one after the other."""
    return tmp_path_factory.mktemp("typed")


def typed(line: str, address: str, folder: Path) -> str:
    line = re.sub(r"^curl ", "curl -sS -w '\\n%{http_code} %{content_type}' ", line.replace(SHOWN, address))
    done = subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("line", CURLS)
def test_each_is_answered(line: str, address: str, folder: Path) -> None:
    told = typed(line, address, folder)
    if "| grep" in line:
        assert re.fullmatch(r"(?i)link: <.+cursor=.+>; rel=\"next\"\s*", told)
        return
    status = told.splitlines()[-1].split()[0]
    refused = {"sort=best": "400", "/articles/nowhere": "404", "--etag-compare": "304"}
    assert status == next((code for part, code in refused.items() if part in line), "200")
    for saved in re.findall(r"-o (\S+)", line):
        assert (folder / saved).stat().st_size > 0
    if status.startswith("4"):
        assert "application/problem+json" in told


def test_what_was_exported_has_every_article(address: str, folder: Path) -> None:
    typed(f"curl -o whole.jsonl '{SHOWN}/export.jsonl'", address, folder)
    assert len((folder / "whole.jsonl").read_text(encoding="utf-8").splitlines()) == 60
