"""All that harms, in one go: `make torture`. What it counts, docs/reliability.md tells; `--quick` takes two minutes."""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.faults import write_newsroom

_QUICK = {"faults": ["--kills", "6", "--articles", "300"], "crashes": ["--articles", "30", "--most", "12"],
          "rot": ["--flips", "100", "--articles", "120"], "beside": ["--seconds", "15"]}  # fmt: skip
_WHOLE = {
    "faults": ["--kills", "200", "--articles", "240"],
    "crashes": [],
    "rot": ["--flips", "2000", "--articles", "120"],
    "beside": ["--seconds", "600"],
}


def main() -> None:
    """Run each torture in a process of its own, and say which found something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        news, index = Path(work) / "news", Path(work) / "index"
        write_newsroom(news, 0, 600 if chosen.quick else 6_000)
        dateline = Path(sys.executable).with_name("dateline")
        subprocess.run([dateline, "index", news, "--index", index], check=False, stdout=subprocess.DEVNULL)
        steps = dict(_QUICK if chosen.quick else _WHOLE)
        steps |= {
            "growth": [],
            "hostile": [str(index)],
            "servers": [str(index), "--seconds", "3" if chosen.quick else "30"],
        }
        failed = [name for name, words in steps.items() if not _held(name, words)]
    print(f"did not hold: {', '.join(failed)}" if failed else "all of it held")
    sys.exit(bool(failed))


def _held(name: str, words: list[str]) -> bool:
    print(f"\n{name}", flush=True)
    begun = time.monotonic()
    ran = subprocess.run([sys.executable, "-m", f"bench.{name}", *words], check=False)
    print(f"({time.monotonic() - begun:.0f} s)", flush=True)
    return ran.returncode == 0


if __name__ == "__main__":
    main()
