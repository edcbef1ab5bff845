"""Is an index whole, wherever a run ends? `python -m bench.crashes`: it is killed, or has no disk, at each single step.

A step is a call that changes the folder of the index: writing, syncing, renaming, removing. The run is ended at the
first, then at the second, and so on; after each the index must be sound, hold what one commit or the other held, and
the next run must make of it what an undisturbed one makes.
"""

import argparse
import errno
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench.faults import Content, content, write_newsroom
from index.ingest.pipeline import refresh
from index.snapshots.integrity import damaged_notes, faults

_STEPS = (
    *((os, name) for name in ("fsync", "rename", "replace", "unlink", "mkdir")),
    *((Path, name) for name in ("open", "write_bytes", "replace", "unlink")),
)
_KILLED = 9


def main() -> None:
    """Print what became of each step at which a run was ended."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--most", type=int, default=1_000, help="steps, at most")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        counted = Counter(crashes(Path(work), chosen.articles, chosen.most))
    for (how, outcome), count in sorted(counted.items()):
        print(f"{count:5} {how}: {outcome}")
    sys.exit(any("WRONG" in outcome for _, outcome in counted))


def crashes(work: Path, articles: int, most: int) -> Iterator[tuple[str, str]]:
    """End a run over an index that holds half of the articles at each step, by a kill and by a full disk."""
    folder, begun, whole, index = (work / name for name in ("news", "begun", "whole", "index"))
    write_newsroom(folder, 0, articles // 2)
    refresh(begun, [folder])
    before = content(begun)
    write_newsroom(folder, articles // 2, articles)
    write_newsroom(folder, 0, articles // 10, "account")
    shutil.copytree(begun, whole)
    refresh(whole)
    after = content(whole)
    for how, ended in (("killed", _kill), ("disk full", _no_space)):
        for step in range(1, most + 1):
            shutil.rmtree(index, ignore_errors=True)
            shutil.copytree(begun, index)
            if not _ended(index, step, ended):
                break
            yield how, _outcome(index, before, after)


def _ended(index: Path, step: int, ended: Callable[[], None]) -> bool:
    """Bring an index up to date in a child, which ends at a step; whether it came so far."""
    child = os.fork()
    if child == 0:
        status = 0
        try:
            _arm(step, ended)
            refresh(index)
        except OSError as fault:
            status = _KILLED if fault.errno == errno.ENOSPC else 1
        except BaseException:  # noqa: BLE001 - what is told by the exit code
            status = _KILLED
        os._exit(status)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == _KILLED


def _arm(step: int, ended: Callable[[], None]) -> None:
    left = [step]

    def counted(call: Callable[..., Any], *words: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] == 0 or (left[0] < 0 and ended is _no_space):
            ended()
        return call(*words, **named)

    for place, name in _STEPS:
        call = getattr(place, name)
        setattr(place, name, partial(counted, call) if place is os else _method(call, counted))


def _method(call: Callable[..., Any], counted: Callable[..., Any]) -> Callable[..., Any]:
    def method(self: Path, *words: Any, **named: Any) -> Any:
        mode = words[0] if words else named.get("mode", "r")
        if call.__name__ == "open" and not set(str(mode)) & set("wax+"):
            return call(self, *words, **named)
        return counted(call, self, *words, **named)

    return method


def _kill() -> None:
    os._exit(_KILLED)


def _no_space() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def _outcome(index: Path, before: Content, after: Content) -> str:
    if found := [*faults(index), *damaged_notes(index)]:
        return f"WRONG: unsound ({found[0]})"
    now = content(index)
    if now not in (before, after) and not set(now.articles) <= set(before.articles) | set(after.articles):
        return "WRONG: neither the one nor the other"
    refresh(index)
    if content(index) != after or list(faults(index)):
        return "WRONG: the next run makes another index"
    leftovers = [path.name for path in index.iterdir() if path.suffix == ".new"]
    return f"WRONG: {leftovers[0]} stays" if leftovers else "sound, and as undisturbed after the next run"


if __name__ == "__main__":
    main()
