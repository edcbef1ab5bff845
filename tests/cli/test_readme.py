"""What the README promises, tried."""

import os
import re
import shlex
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cli.main import main
from corpus.sample import SAMPLE
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
LINES = [line.split("  #")[0].strip() for block in BLOCKS for line in block.splitlines()]
COMMANDS = [line for line in LINES if line.startswith("dateline ") and "serve" not in line]
ROWS = re.findall(r"^\| (`.*?) \|", README, re.MULTILINE)
EXAMPLES = [each for row in ROWS for each in re.findall("`(.*?)`", row)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    location = tmp_path_factory.mktemp("readme") / "index"
    assert CliRunner().invoke(main, ["index", str(SAMPLE), "--index", str(location)]).exit_code == 0
    return location


@pytest.mark.parametrize("line", COMMANDS)
def test_each_command_runs(line: str, index: Path) -> None:
    words = [str(SAMPLE) if word == "FOLDER" else word for word in shlex.split(line)[1:]]
    result = CliRunner().invoke(main, words, env={"DATELINE_INDEX": str(index)})
    assert result.exit_code == 0, result.output
    assert result.output.strip()


@pytest.mark.parametrize("query", EXAMPLES)
def test_each_example_query_is_read_as_it_stands(query: str, index: Path) -> None:
    result = CliRunner().invoke(main, ["search", query, "--json", "--index", str(index)])
    assert result.exit_code == 0, result.output
    assert '"notices": []' in result.output


def test_every_command_is_in_the_readme_and_has_help() -> None:
    context = click.Context(main)
    told = " ".join(CliRunner().invoke(main, ["--help"]).output.split())
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        assert f"dateline {name}" in README
        assert f"{name} {command.get_short_help_str(limit=1000)}" in told
        assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_make_run_serves_the_sample_in_a_fresh_clone(tmp_path: Path) -> None:
    if os.environ.get("CI") != "true":
        pytest.skip("installs everything anew: for CI (CI=true)")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(["make", "run", f"PORT={port}"], cwd=tmp_path, start_new_session=True)
    try:
        assert "coalition" in _answer(f"http://127.0.0.1:{port}/api/search?q=coalition", process)
    finally:
        os.killpg(process.pid, 15)
        process.wait(30)


def _answer(address: str, process: subprocess.Popen[bytes]) -> str:
    for _ in range(600):
        assert process.poll() is None, "make run ended"
        try:
            with urllib.request.urlopen(address, timeout=5) as response:  # noqa: S310 - our own server
                return str(response.read().decode())
        except OSError:
            time.sleep(0.5)
    pytest.fail("make run did not serve within five minutes")
