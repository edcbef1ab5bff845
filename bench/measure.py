"""Seconds, medians and memory."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

MIB = 2**20


def timed(work: Callable[[], object]) -> float:
    """Seconds that some work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def paired(ours: Callable[[], object], theirs: Callable[[], object], runs: int) -> tuple[float, float, float]:
    """Medians in milliseconds of two works done in turn, and the median of their ratios; each is done once before."""
    ours()
    theirs()
    pairs = [(timed(ours), timed(theirs)) for _ in range(runs)]
    medians = [statistics.median(side) * 1000 for side in zip(*pairs, strict=True)]
    return medians[0], medians[1], statistics.median(mine / other for mine, other in pairs)


def run(command: Sequence[str | Path]) -> tuple[float, float]:
    """Seconds that a command takes, and the most memory (MiB) that its processes have together.

    Memory that processes share is counted once, mapped files among it as far as they are in memory.
    """
    # Modules are compiled once, as where Dateline is installed, and not by each command anew.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, memory_of_all(process.pid))
        time.sleep(0.05)
    if process.returncode:
        sys.exit(f"{command} ended with {process.returncode}")
    return time.perf_counter() - started, peak


def memory(process: int, kind: str = "Pss") -> float:
    """MiB of memory of a process; `Pss_Anon` leaves out mapped files."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{kind}:")), 0)


def memory_of_all(process: int, kind: str = "Pss") -> float:
    """The same of a process and those that it started, together."""
    return sum(memory(each, kind) for each in _family(process))


def processor_of_all(process: int) -> float:
    """Seconds of a processor that a process and those that it started have taken."""
    ticks = 0
    for each in _family(process):
        # What stands behind the name, which is in brackets, begins with the third field; times are the 14th and 15th.
        fields = Path(f"/proc/{each}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def size(folder: Path) -> float:
    """MiB of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*")) / MIB


def _family(process: int) -> Iterator[int]:
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            listed = children.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in listed:
            yield from _family(int(child))
