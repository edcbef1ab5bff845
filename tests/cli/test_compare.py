"""Searches side by side on the terminal, and as the files that the page offers."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

from click.testing import CliRunner

from cli.main import main
from tests.archive import archive, document


def run(location: Path, *words: str) -> str:
    result = CliRunner().invoke(main, ["compare", *words, "--index", str(location)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_searches_are_compared_by_year_and_source(tmp_path: Path) -> None:
    texts = {"a": ("Cod.", 2019), "b": ("Cod and herring.", 2021), "c": ("Herring.", 2021), "d": ("Quay.", 2021)}
    archive(tmp_path, *(document(name, text, year=year, source="Argus") for name, (text, year) in texts.items()))
    rows = [line.split() for line in run(tmp_path, "cod", "herring").splitlines()]
    assert rows == [
        ["year", "cod", "herring", "all"],
        ["2019", "1", "0", "1"],
        ["2020", "0", "0", "0"],
        ["2021", "1", "2", "3"],
        ["articles", "2", "2"],
    ]
    assert "50.0%" in run(tmp_path, "cod", "--by", "source", "--as", "share")
    [row] = csv.DictReader(io.StringIO(run(tmp_path, "=cod", "herring", "--by", "source", "--format", "csv")))
    assert row == {
        "source": "Argus",
        "'=cod": "2",
        "herring": "2",
        "all articles": "4",
        "share: =cod": "0.500000",
        "share: herring": "0.500000",
    }
    told = json.loads(run(tmp_path, "cod", "herring", "--year", "2021", "--format", "json"))
    assert (told["by"], [each["total"] for each in told["series"]]) == ("month", [1, 2])
    picture = ET.fromstring(run(tmp_path, "cod", "her<ring", "--format", "svg"))  # noqa: S314 - our own
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"


def test_a_fifth_search_is_refused_with_the_mend(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["compare", *"abcde", "--index", str(tmp_path)])
    assert result.exit_code == 2
    assert "5 queries are given; compare 4 at most" in result.output
