"""The container file, as far as it can be tried where no container can be built: each of its lines does what it says.

The image that it begins with, and what the kernel keeps apart, are not tried.
"""

import json
import re
import shlex
import shutil
import subprocess
import sys
import threading
import tomllib
from fnmatch import fnmatch
from pathlib import Path

from cli.serve import serve
from tests.archive import archive
from tests.conftest import ROOT
from tests.newsroom import NEWSROOM
from web.app import create_app
from web.http.access import Access, Names
from web.server import Server

FILE = ROOT / "deploy" / "Containerfile"
PYTHON = re.compile(r"python:(3\.\d+)-slim")


def instructions() -> list[tuple[str, str]]:
    """Each instruction with what follows it; lines that go on are one."""
    lines = FILE.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    kept = [line for line in lines if line.strip() and not line.startswith("#")]
    return [(name, rest.strip()) for name, _, rest in (line.partition(" ") for line in kept)]


def values(name: str) -> list[str]:
    return [rest for each, rest in instructions() if each == name]


def test_each_instruction_is_one_and_they_stand_in_an_order_that_works() -> None:
    names = [name for name, _ in instructions()]
    known = {"FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "VOLUME", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK"}
    assert set(names) == known | {"ENTRYPOINT", "CMD"}
    assert (names[0], names[-1], names.count("FROM")) == ("FROM", "CMD", 1)
    assert max(n for n, name in enumerate(names) if name in ("RUN", "COPY")) < names.index("USER")
    image = PYTHON.fullmatch(values("FROM")[0])
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert image
    assert asked == f">={image[1]}"


def copies() -> list[tuple[list[str], str]]:
    return [(words[:-1], words[-1]) for words in map(shlex.split, values("COPY"))]


def test_what_is_copied_is_kept_in_git_and_sent_to_the_builder() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    ignored = (FILE.parent / f"{FILE.name}.dockerignore").read_text(encoding="utf-8").splitlines()
    sent = {line.removeprefix("!") for line in ignored if line.startswith("!")}
    for sources, _ in copies():
        for source in sources:
            assert any(name == source or name.startswith(f"{source}/") for name in tracked), source
            assert source.partition("/")[0] in sent
    assert not [name for name in (".git", ".venv", ".dateline", "bench") if any(fnmatch(name, each) for each in sent)]


def test_what_is_copied_is_enough_to_install_from_and_to_run(tmp_path: Path) -> None:
    """What the last RUN does, short of copying the libraries: from what is copied alone."""
    for sources, target in copies():
        for source in sources:
            into = tmp_path / "context" / target
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, into, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                into.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / source, into)
    build = "import setuptools.build_meta as b; b.prepare_metadata_for_build_wheel('../metadata')"
    run = "import cli.main as m, corpus; print(corpus.__file__); m.main()"
    words = ["index", "--index", str(tmp_path / "index"), str(tmp_path / "news.txt")]
    (tmp_path / "news.txt").write_text("Harbour opens\n\nThe new harbour of Oslo opened on Monday.\n")
    (tmp_path / "metadata").mkdir()
    for code in ([build], [run, *words]):
        ran = subprocess.run(
            [sys.executable, "-c", *code], cwd=tmp_path / "context", check=False, capture_output=True, text=True
        )
        assert ran.returncode == 0, ran
    assert ran.stdout.startswith(str(tmp_path / "context"))


def test_the_lock_is_installed_with_its_hashes_and_has_what_builds_the_package() -> None:
    first = values("RUN")[0]
    assert "--require-hashes -r requirements/run.txt" in first
    lock = (ROOT / "requirements/run.txt").read_text(encoding="utf-8")
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    for each in needed:
        assert re.search(rf"^{re.split(r'[<>=]', each)[0]}==", lock, re.MULTILINE), each
    assert "--no-build-isolation" in values("RUN")[-1]


def test_it_runs_as_a_user_without_rights_who_owns_the_index_alone() -> None:
    (user,) = values("USER")
    run = values("RUN")[-1]
    assert re.search(rf"useradd --uid \d{{5}} --create-home {user}\b", run)
    (folder,) = values("VOLUME")
    assert f"install -d -o {user} -g {user} -m 0700 {folder}" in run
    assert values("ENV") == [f"DATELINE_INDEX={folder}"]
    assert values("WORKDIR")[-1] == f"/home/{user}"
    assert values("STOPSIGNAL") == ["SIGTERM"]


def test_what_it_starts_are_options_of_the_command_on_the_port_it_names() -> None:
    assert json.loads(values("ENTRYPOINT")[0]) == ["dateline"]
    command, *options = json.loads(values("CMD")[0])
    parsed = serve.make_context(command, options)
    assert (command, parsed.params["host"], str(parsed.params["port"])) == ("serve", "0.0.0.0", values("EXPOSE")[0])  # noqa: S104 - compared with


def test_its_health_check_succeeds_while_it_serves_and_fails_afterwards(tmp_path: Path) -> None:
    (given,) = values("HEALTHCHECK")
    python, *words = json.loads(given[given.index("[") :])
    access = Access(Names("0.0.0.0"), password="secret")  # noqa: S104, S106 - nothing is bound, and no secret
    server = Server(create_app(archive(tmp_path, *NEWSROOM), access=access), "127.0.0.1", 0)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    port = server.address.rpartition(":")[2]
    assert f":{values('EXPOSE')[0]}/healthz" in words[-1]
    asked = [sys.executable, *words[:-1], words[-1].replace(f":{values('EXPOSE')[0]}/", f":{port}/")]
    healthy = subprocess.run(asked, check=False, capture_output=True).returncode
    server.stop()
    running.join(10)
    ended = subprocess.run(asked, check=False, capture_output=True).returncode
    assert (python, healthy, ended) == ("python", 0, 1)
