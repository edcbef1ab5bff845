"""An index that may only be read: by another user, and on a medium that nobody writes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import main
from index.corrections.corrections import Correction, correct
from tests.archive import document, write

NOBODY = 65_534
pytestmark = pytest.mark.skipif(os.getuid() != 0, reason="only root can be another user, or mount")
RUN = "import sys; from cli.main import main; main(sys.argv[1:])"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index that everybody may read and nobody but root can write."""
    location = tmp_path / "index"
    write(location, [document(str(n), f"Envoys met for talk number {n}.", entities=["Envoy"]) for n in range(40)])
    correct(location, Correction("hide", ("Wire Desk",)))
    for path in location.iterdir():
        path.chmod(0o444)
    location.chmod(0o555)
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    return location


def as_nobody(work: Callable[[], str]) -> str:
    """What some work says in a process of another user, who has no rights."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.write(writing, work().encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read().decode()
    os.waitpid(child, 0)
    return said


def told(*words: str) -> str:
    result = CliRunner().invoke(main, words)
    return f"{result.exit_code}: {result.output}"


def files(location: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in location.iterdir()}


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_another_user_who_may_only_read_checks_and_searches(index: Path) -> None:
    before = files(index)
    told("search", "envoys", "--index", str(index))  # what is imported with it may be out of that user's reach
    sound = told("check", "--index", str(index))
    assert sound.startswith("0: ")
    assert as_nobody(lambda: told("check", "--index", str(index))) == sound
    assert "40 articles" in as_nobody(lambda: told("search", "envoys", "--index", str(index)))
    assert as_nobody(lambda: str(os.access(index, os.W_OK))) == "False"
    assert files(index) == before
    (index / "aliases.toml").chmod(0o400)
    assert as_nobody(lambda: told("check", "--index", str(index))).count("Permission denied") == 1


def test_an_index_on_a_read_only_medium_is_checked_searched_and_copied_and_not_written(index: Path) -> None:
    ours = f"{sys.executable} -c '{RUN}'"
    script = f"""
        mount --bind {index} {index} && mount -o remount,bind,ro {index} || exit 99
        touch {index}/x 2>/dev/null && exit 98
        {ours} check --index {index} && {ours} search envoys --index {index} &&
        {ours} backup --index {index} {index.parent}/copy && {ours} check --index {index.parent}/copy || exit 97
        {ours} index --index {index} {index.parent}
    """
    if subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    ran = subprocess.run(["unshare", "--mount", "sh", "-c", script], check=False, capture_output=True, text=True)
    if ran.returncode == 99:
        pytest.skip("nothing can be mounted here")
    assert ran.returncode not in (0, 97, 98), ran
    assert ran.stdout.count("is sound: 40 articles") == 2
    assert "Read-only file system; name a place that can be written" in ran.stderr
