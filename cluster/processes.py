"""Tell processes of many machines apart: whether one that once said where it is still goes on."""

import os
import platform
from pathlib import Path


def here() -> str:
    """What tells this process from any other, on this machine and elsewhere: `host:pid:mark`."""
    return f"{platform.node()}:{os.getpid()}:{_space()}-{_born(os.getpid())}"


def shown(process: str) -> str:
    """A process as it is told to people: `host:pid`."""
    return ":".join(process.split(":")[:2])


def runs(process: str) -> bool | None:
    """Whether a process goes on; None where its own machine alone knows, or not even that."""
    host, _, rest = process.partition(":")
    pid, _, mark = rest.partition(":")
    space, _, born = mark.rpartition("-")
    if host != platform.node() or space != _space() or not pid.isdigit():
        return None
    if born:
        return _born(int(pid)) == born
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _space() -> str:
    """What numbers processes here: machines and containers may share a name, and each has its own process 1."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot}.{Path('/proc/self/ns/pid').stat().st_ino}"
    except OSError:
        return ""


def _born(pid: int) -> str:
    """When a process began, in ticks since its machine did: numbers are used again. Empty where there is none."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] == "Z" else fields[19]
