"""Everything that is typed or read may be hostile."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.article import Article, Basis, Country, Entity, PartialDate
from corpus.document import Document
from tests.newsroom import NEWSROOM, ORGANIZATION, WASHINGTON, Page, browse, visit

STYLE = Path(__file__).parents[2] / "web/static/style/base.css"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    return browse(tmp_path_factory.mktemp("newsroom"), *NEWSROOM)


EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)>"\' autofocus onfocus=alert(1) x="&lt;u&gt;'
EVIL_ARTICLE = Document(
    Article(f"id/{EVIL}", EVIL, f"text {EVIL}\n\n{EVIL}", (EVIL,), EVIL, "javascript:alert(1)//https://x", EVIL),
    (Entity(f"{EVIL} Corporation", ORGANIZATION),),
    (Country('"><script>'),),
    PartialDate(2020, 1, 1, Basis.INFERRED, EVIL),
)


TYPED = {"q": EVIL, "prefix": EVIL, "not_entity": EVIL, "country": EVIL}


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("/", {}),
        ("/", TYPED),
        ("/", {"page": EVIL}),
        ("article", {"q": "text"}),
        ("/articles/none", TYPED),
        ("/facets/entity", {}),
        ("/facets/country", TYPED),
        (f"/{EVIL}", TYPED),
    ],
)
def test_nothing_that_an_article_or_a_user_says_becomes_markup(
    tmp_path: Path, path: str, typed: dict[str, str]
) -> None:
    client = browse(tmp_path, EVIL_ARTICLE)
    address = visit(client, "/").links[EVIL] if path == "article" else path
    page = Page(client.get(address, query_string=typed).text)
    assert "<script>alert(1)" in page.text + str(page.all("input"))
    harmless = visit(browse(tmp_path / "harmless", WASHINGTON), "/")
    assert {tag for tag, _ in page.tags} - {tag for tag, _ in harmless.tags} <= {"mark", "q", "details"}
    assert not {name for _, attributes in page.tags for name in attributes if name.startswith("on")}
    assert not {name for _, attributes in page.tags for name in attributes if name in ("autofocus", "style")}
    assert all((link.get("href") or "").startswith(("/", "#")) for link in page.all("a"))


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/articles/wire/doha.txt",
        "/api/search",
        "/api/x",
        "/x",
        "/?page=x",
        "/feed.atom",
        "/export.csv",
        "/healthz",
    ],
)
def test_every_answer_forbids_what_no_page_of_ours_does(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == ("nosniff", "no-referrer")
    assert "Set-Cookie" not in headers


def test_the_stylesheet_may_be_kept_because_its_address_changes_with_it(client: FlaskClient) -> None:
    (style, icon) = visit(client, "/").all("link")[:2]
    assert re.fullmatch(r"/static/dateline\.css\?v=[0-9a-f]{12}", style["href"] or "")
    with client.get(style["href"] or "") as response:
        assert (response.status_code, response.headers["Cache-Control"]) == (200, "public, max-age=31536000")
    with client.get(icon["href"] or "") as response:
        assert response.content_type == "image/svg+xml; charset=utf-8"
