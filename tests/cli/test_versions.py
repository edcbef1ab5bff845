"""How a story changed, on the terminal."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from cli.main import main
from tests.archive import archive, document
from tests.search.test_lineage import SENTENCES

STORY = " ".join(SENTENCES)


def run(location: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["versions", *words, "--index", str(location)])


def test_versions_are_printed_oldest_first_with_what_each_adds_and_lacks(tmp_path: Path) -> None:
    texts = {"b": (STORY, 2019), "a": (STORY.replace("two ships", "three ships"), 2020)}
    archive(tmp_path, *(document(name, text, title=name, year=year) for name, (text, year) in texts.items()))
    printed = run(tmp_path, "a").stdout
    assert [line.split()[:3] for line in printed.splitlines() if line.startswith("  ") and line[2] != " "] == [
        ["1", "2019,", "b"],
        ["2", "2020,", "a,"],
    ]
    assert "[-b-] {+a+}" in printed
    assert "[-two-] {+three+}" in printed
    assert "+1 -1 words" in printed
    told = json.loads(run(tmp_path, "a", "--json", "--against", "first").stdout)
    assert (told["total"], told["versions"][1]["compared_with"]) == (2, "b")
    first = run(tmp_path, "a", "--per-page", "1")
    assert "2 versions; more: --page 2" in first.stderr


def test_an_id_that_no_article_has_is_told(tmp_path: Path) -> None:
    archive(tmp_path, document("a", "Cod."))
    result = run(tmp_path, "nowhere")
    assert (result.exit_code, "no article has the id 'nowhere'" in result.stderr) == (1, True)
