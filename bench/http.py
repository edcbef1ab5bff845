"""Time `GET /api/search` whole, one client, beside a minimal Flask application over Tantivy.

python -m bench.http INDEX CORPUS TANTIVY [--runs 200]

Both are served by the same server in a process of their own, and give the same JSON, snippets and facets among it.
"""

import argparse
import http.client
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

from bench.corpus import queries
from bench.measure import memory, paired

_DATELINE = Path(sys.executable).with_name("dateline")
_OURS, _THEIRS = 8791, 8792


def main() -> None:
    """Serve both, ask both in turn."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("index", type=Path)
    options.add_argument("corpus", type=Path)
    options.add_argument("tantivy", type=Path)
    options.add_argument("--runs", type=int, default=50)
    given = options.parse_args()
    commands = {
        _OURS: [_DATELINE, "serve", "--index", given.index, "--port", str(_OURS)],
        _THEIRS: [sys.executable, "-m", "bench.tantivy_app", given.tantivy, str(_THEIRS)],
    }
    with ExitStack() as running:
        servers = []
        for command in commands.values():
            servers.append(subprocess.Popen(command, stdout=subprocess.DEVNULL))
            running.callback(servers[-1].terminate)
        ours, theirs = (_Client(port) for port in commands)
        print("GET /api/search | Dateline, ms | Flask over Tantivy, ms | ratio\n--- | ---: | ---: | ---:")
        for name, query in queries(given.corpus).items():
            path = f"/api/search?q={quote(query)}"
            mine, other, ratio = paired(lambda: ours.get(path), lambda: theirs.get(path), given.runs)  # noqa: B023 - called before the next
            print(f"{name} | {mine:.2f} | {other:.2f} | {ratio:.2f}")
        print(f"\nserving memory beyond mapped files: {memory(servers[0].pid, 'Pss_Anon'):.0f} MiB")


class _Client:
    """One connection that is kept."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        for _ in range(200):
            try:
                self._connection.connect()
            except OSError:
                time.sleep(0.1)
            else:
                return
        sys.exit(f"nothing answers on port {port}")

    def get(self, path: str) -> bytes:
        self._connection.request("GET", path)
        response = self._connection.getresponse()
        body = response.read()
        if response.status != http.HTTPStatus.OK:
            sys.exit(f"{path}: {response.status}")
        return body


if __name__ == "__main__":
    main()
