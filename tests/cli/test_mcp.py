"""An assistant reads the archive: driven over stdio by the official client library."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.archive import archive
from tests.newsroom import NEWSROOM

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    location = tmp_path_factory.mktemp("newsroom")
    archive(location, *NEWSROOM)
    return location


def ask(location: Path, *calls: tuple[str, dict[str, Any]], options: tuple[str, ...] = ()) -> list[Any]:
    """What the server of an index answers to calls of its tools, one after the other."""

    async def asked() -> list[Any]:
        command = ["-m", "cli.main", "mcp", "--index", str(location), *options]
        told = mcp.StdioServerParameters(command=sys.executable, args=["-c", _MAIN, *command[2:]])
        async with mcp.Client(told) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(asked())


_MAIN = "from cli.main import main; main()"


def test_the_tools_are_four_and_read_only(location: Path) -> None:
    async def listed() -> Any:
        told = mcp.StdioServerParameters(command=sys.executable, args=["-c", _MAIN, "mcp", "--index", str(location)])
        async with mcp.Client(told) as client:
            return await client.list_tools()

    tools = asyncio.run(listed()).tools
    assert {each.name for each in tools} == {"search", "article", "facets", "concordance"}
    assert all(each.annotations.read_only_hint for each in tools)


def test_what_is_found_comes_with_what_it_is_cited_by(location: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in location.iterdir()}
    options = ("--base-url", "https://archive.example")
    (found,) = ask(location, ("search", {"query": "coalition", "country": ["Syria"]}), options=options)
    assert not found.is_error
    told = found.structured_content
    assert told == json.loads(found.content[0].text)
    first = next(each for each in told["articles"] if each["id"] == "wire/washington.txt")
    assert first["citation"] == (
        "Washington works to keep its coalition together. herald.example, [9 April 2019, inferred]. "
        "https://herald.example/washington"
    )
    assert (first["published"], first["published_basis"]) == ("2019-04-09", "inferred")
    assert first["page"] == "https://archive.example/articles/wire/washington.txt"
    assert "coalition" in first["passages"][0]
    assert {path.name: path.stat().st_mtime_ns for path in location.iterdir()} == before


def test_an_assistant_goes_from_a_count_to_a_line_to_the_article(location: Path) -> None:
    counted, lines, read = ask(
        location,
        ("facets", {"facet": "country", "query": "coalition"}),
        ("concordance", {"query": "coalition", "country": ["SY"], "order": "left"}),
        ("article", {"id": "wire/amman.txt"}),
    )
    assert {"value": "SY", "label": "Syria", "count": 2} in counted.structured_content["values"]
    line = lines.structured_content["lines"][0]
    assert (line["match"], line["id"], "citation" in line) == ("coalition", "wire/amman.txt", True)
    article = read.structured_content
    assert article["text"].startswith("John Kerry leaves to forge")
    assert {"name": "John Kerry", "type": "person"} in article["names"]
    assert article["next_start"] is None


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("article", {"id": "nowhere"}, "no article has the id 'nowhere'"),
        ("search", {"query": "x", "year": ["soon"]}, "write a year (2019)"),
        ("concordance", {"query": "x", "order": "up"}, "order=left"),
        ("search", {"page": 0}, "page"),
        ("facets", {"facet": "colour"}, "facet"),
    ],
)
def test_what_cannot_be_asked_is_told_with_the_mend(
    location: Path, tool: str, arguments: dict[str, Any], said: str
) -> None:
    (answer,) = ask(location, (tool, arguments))
    assert answer.is_error
    assert said in answer.content[0].text
