"""The concordance on the terminal, and as a table."""

import csv
import io
from pathlib import Path

from click.testing import CliRunner

from cli.main import main
from tests.archive import archive, document
from web.app import create_app


def test_matches_are_printed_with_the_key_word_in_the_middle(tmp_path: Path) -> None:
    archive(tmp_path, document("a", "The old bank failed. A new bank opened.", title="Banks"))
    asked = ["concordance", "bank", "--index", str(tmp_path), "--width", "20"]
    printed = CliRunner().invoke(main, [*asked, "--by", "left", "--lines", "1"])
    assert printed.exit_code == 0
    assert [line.index("bank  ") for line in printed.stdout.splitlines()] == [22]
    assert "--page 2" in printed.stderr
    table = list(csv.DictReader(io.StringIO(CliRunner().invoke(main, [*asked, "--csv"]).stdout)))
    assert [(row["article_id"], row["match"], row["start"]) for row in table] == [
        ("a", "bank", "8"),
        ("a", "bank", "27"),
    ]
    assert table[1]["left"] == "bank failed. A new"


def test_the_words_that_tell_are_printed_with_their_counts(tmp_path: Path) -> None:
    texts = [document(f"{at}", "The old bank failed. The old bank closed.") for at in range(5)]
    others = [document(f"x{at}", "Fishermen watched the quay, and the price of cod.") for at in range(20)]
    archive(tmp_path, *texts, *others)
    printed = CliRunner().invoke(main, ["concordance", "bank", "--words", "--index", str(tmp_path)]).stdout
    assert printed.startswith("Counted in 5 of 5 articles")
    beside = printed.partition("beside the matches:")[2].partition("in these articles:")[0]
    rows = {row[3]: row[:2] for row in (line.split() for line in beside.splitlines()) if row}
    assert rows["failed"] == ["10", "10"]  # about each of the two matches of an article
    assert "bank" not in rows


def test_the_endpoint_gives_the_same_lines_and_a_table(tmp_path: Path) -> None:
    texts = [
        document("a", "The old bank failed. A new bank opened.", title="Banks"),
        document("b", "No bank, they said."),
    ]
    client = create_app(archive(tmp_path, *texts)).test_client()
    told = client.get("/api/concordance?q=bank&by=left&per_page=2").get_json()
    assert (told["articles"], told["more"], told["sorted_of"]) == (2, True, None)
    assert [line["left"].split()[-1] for line in told["lines"]] == ["new", "No"]
    answer = client.get("/export.concordance.csv?q=bank&bom=1&width=10")
    assert answer.text.startswith("\ufeffarticle_id,title,source,published,left,match,right,start,end")
    assert len(answer.text.splitlines()) == 4
    refused = client.get("/api/concordance?q=bank&width=wide")
    assert (refused.status_code, refused.get_json()["parameter"]) == (400, "width")
    words = client.get("/api/words?q=bank").get_json()
    assert (words["articles"], words["keywords"], words["collocates"]) == (2, [], [])
