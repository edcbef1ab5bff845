"""An index opened in plain Whoosh, as docs/whoosh.md says."""

import os
import re
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

from whoosh.index import open_dir
from whoosh.qparser import QueryParser
from whoosh.util.numeric import byte_to_length

from index.segments.lengths import LENGTHS
from tests.archive import document, write
from tests.conftest import ROOT

SCRIPT = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "whoosh.md").read_text(encoding="utf-8"), re.DOTALL)


def _articles(location: Path) -> None:
    write(
        location,
        [
            document(
                "syria",
                "Troops are withdrawing from the north.",
                title="A withdrawal",
                countries=["SY", "US"],
                source="The Wire",
            ),
            document("mali", "The troop will withdraw.", title="Sahel", countries=["ML"]),
            document("budget", "Ministers met.", title="Budget"),
        ],
    )


def test_lengths_are_rounded_as_whoosh_rounds_them() -> None:
    assert LENGTHS.tolist() == [byte_to_length(byte) for byte in range(256)]


def test_searching_imports_nothing_of_whoosh() -> None:
    lines = "import sys, search.searcher, cli.search", "assert 'whoosh' not in sys.modules, sys.modules"
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True)


def test_the_script_of_the_document_runs(tmp_path: Path) -> None:
    _articles(tmp_path / ".dateline")
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT[0]],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    rows = [line.split("\t") for line in ran.stdout.splitlines()]
    assert {row[0] for row in rows[:-1]} == {"syria", "mali"}
    assert ["The Wire", "A withdrawal"] in [row[2:4] for row in rows[:-1]]
    assert all('<b class="match' in row[4] for row in rows[:-1])
    assert literal_eval(rows[-1][0]) == {"sy": 1, "us": 1, "ml": 1}


def test_fields_are_parsed_grouped_and_stored(tmp_path: Path) -> None:
    _articles(tmp_path)
    index = open_dir(str(tmp_path))
    parser = QueryParser("title", index.schema)
    with index.searcher() as searcher:
        hit = searcher.search(parser.parse("withdrawing"))[0]
        assert (hit["id"], hit["text"], hit["country"]) == (
            "syria",
            "Troops are withdrawing from the north.",
            ["SY", "US"],
        )
        found = searcher.search(parser.parse("text:withdraw"), groupedby="country")
        assert {name: len(articles) for name, articles in found.groups("country").items()} == {"sy": 1, "ml": 1}
        assert [each["id"] for each in searcher.search(parser.parse("country:ML"))] == ["mali"]
