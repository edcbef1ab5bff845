"""What docs/deploy.md promises is there: options, the unit, the container file, the audit."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench.audit import faults
from cli.main import main
from tests.conftest import ROOT

DEPLOY = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
UNIT = (ROOT / "deploy" / "dateline.service").read_text(encoding="utf-8")
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")


def test_every_option_that_is_named_is_there() -> None:
    told = "".join(CliRunner().invoke(main, [command, "--help"]).output for command in ("serve", "backup", "index"))
    ours = DEPLOY[: DEPLOY.index("## systemd")] + "".join(re.findall(r"ExecStart=(.*)", UNIT))
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", ours))
    assert len(options) > 10
    assert [option for option in options if option not in told] == []


def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd is not here")
    unit = tmp_path / "dateline.service"
    unit.write_text(UNIT.replace("/opt/dateline/bin/dateline", sys.executable), encoding="utf-8")
    ran = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True, check=False)
    told = [line for line in ran.stderr.splitlines() if "dateline.service" in line]
    assert told == []


def test_the_container_has_all_that_is_installed() -> None:
    copied = {each for line in re.findall(r"^COPY (.*) \S+$", CONTAINER, re.MULTILINE) for each in line.split()}
    assert all((ROOT / each).exists() for each in copied)
    assert {"corpus", "index", "search", "web", "cli", "pyproject.toml"} <= copied
    assert "--require-hashes -r requirements/run.txt" in CONTAINER


def test_the_audit_finds_what_a_lock_must_not_be() -> None:
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    assert list(faults(lock)) == []
    hashed = " \\\n    --hash=sha256:aa\n"
    broken = f"flask==0.1{hashed}nothing-of-that-name==1{hashed}click>=8\nwaitress==3.0.2\n"
    told = "\n".join(faults(broken))
    for part in ("names 0.1", "nothing-of-that-name is in", "click>=8 has no exact version", "waitress has no hash"):
        assert part in told
