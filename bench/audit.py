"""Are there known faults in the libraries that Dateline runs with? `python -m bench.audit`, or `make audit`.

Advisories are asked of pip-audit, where it and they can be reached. Whatever becomes of that, what can be known without
them is looked at: that the lock names an exact version and hashes of everything, and that this is what is installed.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LOCK = Path("requirements/run.txt")
_PIN = re.compile(r"([A-Za-z0-9._-]+)==(\S+)(.*)")


def main() -> None:
    """Print what is found; the exit code is 1 for a fault, 0 where none is known."""
    lock = _LOCK.read_text(encoding="utf-8")
    found = list(faults(lock))
    for fault in found:
        print(fault)
    advised = _advisories()
    print(f"{len(_entries(lock))} entries of the lock, {len(found)} faults of it; {advised or _NONE}.")
    sys.exit(bool(found) or advised == _AFFECTED)


def faults(lock: str) -> Iterator[str]:
    """What is wrong with a lock, and with what is installed of it, a sentence each."""
    pinned: dict[str, list[str]] = {}
    elsewhere = set[str]()
    for line in _entries(lock):
        pin = _PIN.match(line)
        if not pin:
            yield f"{line.split()[0]} has no exact version in {_LOCK}; run: make lock"
            continue
        pinned.setdefault(pin[1], []).append(pin[2])
        if ";" in pin[3]:
            elsewhere.add(pin[1])  # some entries are of other systems, or other versions of Python
        if "--hash=sha256:" not in pin[3]:
            yield f"{pin[1]} has no hash in {_LOCK}; run: make lock"
    for name, versions in pinned.items():
        try:
            installed = version(name)
        except PackageNotFoundError:
            if name not in elsewhere:
                yield f"{name} is in {_LOCK} and not installed; run: make run"
            continue
        if installed not in versions:
            yield f"{name} {installed} is installed, and {_LOCK} names {', '.join(versions)}; run: make run"


def _entries(lock: str) -> list[str]:
    """What is locked, each in a line with its hashes."""
    return [line for line in lock.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith(("#", "-"))]


_NONE = "no advisory applies"
_AFFECTED = "some are affected: see above"
_TOOLS = (["pip-audit"], ["uvx", "pip-audit"])


def _advisories() -> str:
    """What the advisories say; nothing where none applies."""
    tool = next((words for words in _TOOLS if shutil.which(words[0])), None)
    if tool is None:
        return "advisories were not asked, as neither pip-audit nor uv is here: a known fault would not be seen"
    command = [*tool, "--disable-pip", "--require-hashes", "-r", str(_LOCK)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode == 0:
        return ""
    if "known vulnerabilit" in ran.stderr + ran.stdout:
        print(ran.stdout)
        return _AFFECTED
    return "advisories could not be reached: a known fault would not be seen"


if __name__ == "__main__":
    main()
