"""By hand: `python -m tests.opensearch fetch | start | stop | kill N | pause N | resume N | revive N | log N`."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.opensearch.distribution import NoOpenSearchError, fetch
from tests.opensearch.nodes import Nodes

_EACH = ("kill", "pause", "resume", "revive", "log")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("fetch", "start", "stop", *_EACH))
    parser.add_argument("number", nargs="?", type=int, default=0)
    parser.add_argument("--nodes", type=int, default=3)
    parser.add_argument("--port", type=int, default=19200)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "dateline-cluster")
    parser.add_argument("--keep", action="store_true", help="stop: leave the data")
    options = parser.parse_args()
    nodes = Nodes(options.folder, options.nodes, options.port)
    try:
        if options.what == "fetch":
            print(fetch())  # noqa: T201
        elif options.what == "start":
            print(nodes.start().location("NAME"))  # noqa: T201
        elif options.what == "stop":
            nodes.stop(keep=options.keep)
        else:
            told = getattr(nodes, options.what)(options.number)
            if told:
                print(told)  # noqa: T201
    except NoOpenSearchError as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main()
