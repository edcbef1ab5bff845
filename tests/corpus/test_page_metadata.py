"""What a web page states of its article: the day, the author, the language."""

import json

import pytest

from corpus.article import Article
from corpus.extraction.extract import to_article
from corpus.record import ContentKind, Record

STORY = "The new harbour opened on Monday after nine years of work on the quays and locks of the old town."
REST = "Ships from eleven countries waited in the bay, and the first of them entered shortly after noon that day."


def page(head: str = "", top: str = "", **fields: object) -> Article:
    html = f"<html><head><title>Harbour opens at last</title>{head}</head><body><h1>Harbour opens at last</h1>{top}"
    return to_article(
        Record("a", "a.html", None, ContentKind.HTML, f"{html}<p>{STORY}</p><p>{REST}</p></body></html>", fields)
    )


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


@pytest.mark.parametrize(
    ("head", "top", "iso"),
    [
        (linked(datePublished="2019-11-18T12:00:00Z"), "", "2019-11-18"),
        (meta("og:article:published_time", "2019-11-18"), "", "2019-11-18"),
        (meta("article:published", "2019-11-18T12:00:09.000Z"), "", "2019-11-18"),
        (meta("pdate", "20191118"), "", "2019-11-18"),
        (meta("mrf:published_time", "2019-11-18"), "", "2019-11-18"),
        (meta("iso-8601-publish-date", "2019-11-18"), "", "2019-11-18"),
        (meta("video:published_time", "2019-11-18"), "", None),
        ("", "<span property='datePublished' content='2019-11-18'>x</span>", "2019-11-18"),
        ("", "<time datetime='2019-11-18 10:00'>Monday</time>", "2019-11-18"),
        ("", "<div class=meta>publiziert am 18. November 2019</div>", "2019-11-18"),
        ("", "<div class=info>기사입력 :[ 2019-11-18 15:24 ]</div>", "2019-11-18"),
        ('<link rel=canonical href="https://b.example/2019/11/18/harbour/">', "", "2019-11-18"),
        ('<link rel=canonical href="https://b.example/world/2019/nov/18/harbour">', "", "2019-11-18"),
        ('<link rel=canonical href="https://b.example/news/testimony-2019-11-18/">', "", None),
        (meta("article:modified_time", "2019-11-18"), "", None),
        (linked(datePublished="2999-01-01"), "", None),
        (linked(datePublished="1500-01-01"), "", None),
        (linked(datePublished="0001-01-01T00:00:00"), "<time datetime=2019-11-18>x</time>", "2019-11-18"),
        (linked(datePublished="1970-01-01T00:00:00Z"), "", None),
        (meta("article:published_time", "1900-01-01T00:00:00Z"), "<p>18 November 2019</p>", "2019-11-18"),
        (meta("date", "11/12/2019"), "<p>12 November 2019</p>", "2019-11-12"),
        (linked(headline="Another ferry sinks", url="https://b.example/9", datePublished="2019-11-18"), "", None),
        ("", "<figure><figcaption>12 May 1998</figcaption></figure>", None),
        (
            "",
            "<aside class=related><time datetime=2018-05-06>6 May</time></aside><p class=date>18 November 2019</p>",
            "2019-11-18",
        ),
        ("", "<nav>Monday, 30 November 2020</nav>", None),
        (
            "",
            "<div class=sidebar><p>Posted 6 May 2018: A ferry</p></div><p>By A. Lund, 18 November 2019</p>",
            "2019-11-18",
        ),
        ("", "<div class='video-player'><span class=date>1 January 2011</span></div>", None),
        ("", "<span class=ago title='2019-11-18 10:00'>an hour ago</span>", "2019-11-18"),
        ("", "<aside class=post-meta><time datetime=2019-11-18>Monday</time></aside>", "2019-11-18"),
        (meta("date", "2019:11:18 10:00:00"), "", "2019-11-18"),
        ("<footer><time datetime=2019-11-18>Monday</time></footer>", "", None),
        ("", "<span class=date data-timestamp=1574078400>an hour ago</span>", "2019-11-18"),
        ("", "<time title='18 November 2019 10:00'>an hour ago</time>", "2019-11-18"),
    ],
)
def test_a_page_states_its_date_in_many_ways(head: str, top: str, iso: str | None) -> None:
    assert page(head, top).published.iso == iso


@pytest.mark.parametrize(
    ("written", "witness", "iso"),
    [
        ("2019-11-19T03:30:00Z", "Nov. 18, 2019 10:30 pm EST", "2019-11-18"),
        ("2019-11-18T21:30:00Z", "19 November 2019, 6:30", "2019-11-19"),
        ("2019-11-19T18:30:00Z", "Nov. 18, 2019", "2019-11-19"),
        ("2019-11-19T03:30:00Z", "Nov. 17, 2019", "2019-11-19"),
        ("2019-11-19", "Nov. 18, 2019", "2019-11-19"),
    ],
)
def test_the_day_is_that_of_the_readers_where_both_are_one_moment(written: str, witness: str, iso: str) -> None:
    assert page(linked(datePublished=written), f"<div class=date>{witness}</div>").published.iso == iso


def test_the_address_of_the_capture_counts() -> None:
    article = page(linked(datePublished="2019-11-19T03:30:00Z"), url="https://b.example/2019/11/18/harbour/")
    assert (article.published.iso, article.published.evidence) == ("2019-11-18", "/2019/11/18")


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (linked(author={"name": "Maria Lund"}), "Maria Lund"),
        (linked(author=[{"name": "Maria Lund"}, {"name": "By Olav Berg"}]), "Maria Lund, Olav Berg"),
        (meta("author", "By Maria Lund | Daily Post"), "Maria Lund"),
        (meta("article:author", "https://b.example/lund"), None),
        (meta("byl", "By Maria Lund"), "Maria Lund"),
        ("", None),
    ],
)
def test_a_page_states_its_author(head: str, author: str | None) -> None:
    assert page(head).author == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Maria Lund", "Maria Lund"),
        ("By Maria Lund and Olav Berg | 18 November 2019", "Maria Lund, Olav Berg"),
        ("Von Maria Lund, Oslo", "Maria Lund"),
        ("By noon the ships had gone", None),
        ("By Maria Lund NEW YORK Dec 4 (Example Wire) - Ships came in", "Maria Lund"),
        ("By Maria Lund and Olav Berg NEW YORK/OSLO (Example Wire) - Ships came in", "Maria Lund, Olav Berg"),
        ("By Maria Lund CHARLOTTE, North Carolina, Jan. 8", "Maria Lund"),
        ("Par Jean Marie DUPONT, 8 janvier 2019", "Jean Marie DUPONT"),
        ("By Maria Lund, Associated Press", "Maria Lund"),
    ],
)
def test_a_byline_states_the_author(line: str, author: str | None) -> None:
    text = f"Harbour opens at last\n\n{line}\n\n{STORY}\n\n{REST}"
    assert to_article(Record("a", "a.txt", None, ContentKind.TEXT, text)).author == author


@pytest.mark.parametrize(
    ("head", "top", "author"),
    [
        ("", "<div class=byline><a rel=author>Maria Lund</a> Daily Post Published 10:31 PM</div>", "Maria Lund"),
        ("", "<div class=byline>By MARIA LUNDAssociated Press</div>", "MARIA LUND"),
        ("", "<div class=byline>Maria Lund Associated Press</div>", "Maria Lund"),
        ("", "<div class=author>Reuters, Oslo, Nov 20 2019</div>", "Reuters"),
        ("", "<p class=meta>By Maria Lund, Minh Do on Monday, November 18th, 2019</p>", "Maria Lund, Minh Do"),
        (linked(author="Maria Lund"), "<p class=byline>By Maria Lund, Kofi Mensah</p>", "Maria Lund, Kofi Mensah"),
        (linked(author="Maria Lund. Daily Post"), "", "Maria Lund"),
        (linked(author={"@type": "Person", "name": "admin"}), "", None),
        ("", "<a rel=author href=/humans.txt>humans.txt</a>", None),
        ("", "<div id=comments><span itemprop=author>Karol Ny</span></div>", None),
        (linked(itemReviewed={"@type": "CreativeWork", "author": "Kofi Mensah"}), "", None),
        ("<p>Von <a class=author-link>Maria Lund</a></p>", "", "Maria Lund"),
        ("", "<p class=byline>Von Maria Lund, Oslo</p>", "Maria Lund"),
        ("", "<p class=byline>By <a>Rita Times</a> and <a>Maria Lund</a></p>", "Rita Times, Maria Lund"),
        ("", "<p class=byline>By Maria Lund in Oslo and Kofi Mensah in Accra</p>", "Maria Lund, Kofi Mensah"),
        ("", "<p class=byline>Words by Maria Lund, Photos by Bo Ek</p>", "Maria Lund"),
        ("", "<p class=byline>By Maria Lund for Daily Post</p>", "Maria Lund"),
        ("", "<p class=byline>Photo: Bo Ek</p>", None),
        ("", "<p class=byline>Yazar: Ayşe Demir</p>", "Ayşe Demir"),
        ("", "<p class=byline>记者 王小明</p>", "王小明"),
        ("", "<span property='author'>Maria Lund</span>", "Maria Lund"),
        (meta("mrf:authors", "Maria Lund"), "", "Maria Lund"),
        (meta("dcterms.creator", "Lund, Maria"), "", "Maria Lund"),
        (meta("twitter:label1", "Written by") + meta("twitter:data1", "Maria Lund"), "", "Maria Lund"),
        (meta("smartbanner:author", "Post Media"), "", None),
        (
            linked(author="Maria Lund").replace('"', "&quot;").replace("=&quot;", '="').replace("json&quot;", 'json"'),
            "",
            "Maria Lund",
        ),
    ],
)
def test_a_byline_is_read_as_people_read_it(head: str, top: str, author: str | None) -> None:
    assert page(head, top).author == author


SITE = meta("og:site_name", "Daily Post")


@pytest.mark.parametrize(
    "title",
    [
        "Harbour opens — Daily Post — World",
        "Harbour opens « Daily Post",
        "Harbour opens | World | Daily Post",
        "Daily Post | World | Harbour opens",
        "Harbour opens – Daily Post – 22.03.2019",
        "Harbour opens | Daily Post | postexample.com",
        "Daily Post: Harbour opens",
        "Harbour opens (Daily Post)",
    ],
)
def test_the_name_of_a_site_is_no_part_of_a_title_wherever_it_stands(title: str) -> None:
    html = f"<html><head><title>{title}</title>{SITE}</head><body><p>{STORY}</p><p>{REST}</p></body></html>"
    assert to_article(Record("a", "a.html", None, ContentKind.HTML, html)).title == "Harbour opens"


def test_a_given_author_wins() -> None:
    assert page(meta("author", "Maria Lund"), author="Olav Berg").author == "Olav Berg"


@pytest.mark.parametrize(
    ("text", "fields", "language"),
    [
        ("Die Minister trafen sich am Montag in Oslo, um über den neuen Hafen der Stadt zu sprechen.", {}, "de"),
        ("Министры встретились в понедельник в Осло, чтобы обсудить новый порт города и его шлюзы.", {}, "ru"),
        ("Les ministres se sont réunis lundi à Oslo pour parler du nouveau port de la ville.", {}, "fr"),
        (STORY, {}, "en"),
        ("Kort tekst.", {}, "en"),
        (
            "Die Minister trafen sich am Montag in Oslo, um über den neuen Hafen der Stadt zu sprechen.",
            {"language": "nl"},
            "nl",
        ),
    ],
)
def test_the_language_is_told_by_the_text_unless_it_is_given(
    text: str, fields: dict[str, object], language: str
) -> None:
    assert to_article(Record("a", "a.txt", None, ContentKind.TEXT, text, fields)).language == language


def test_a_long_text_knows_its_language_better_than_its_page() -> None:
    german = (
        "<p>Die Minister trafen sich am Montag in Oslo, um über den neuen Hafen der Stadt zu sprechen. Neun Jahre lang "
        "wurde an den Kais und Schleusen gebaut, und elf Länder schickten Schiffe zur Eröffnung.</p>" * 2
    )
    html = f'<html lang="en"><head><title>Der Hafen</title></head><body><h1>Der Hafen</h1>{german}</body></html>'
    assert to_article(Record("a", "a.html", None, ContentKind.HTML, html)).language == "de"


@pytest.mark.parametrize(
    ("head", "top", "author"),
    [
        (linked(datePublished="2019-11-18", author={"name": ["Maria Lund", "Jon Berg"]}), "", "Maria Lund, Jon Berg"),
        (
            "<meta name='author' content='Maria Lund'><meta name='author' content='Jon Berg'>",
            "",
            "Maria Lund, Jon Berg",
        ),
        ("<meta name='author' content='m.lund@post.example (Maria Lund)'>", "", "Maria Lund"),
        ("", "<p class='author'>Maria Lund<br>Political correspondent</p>", "Maria Lund"),
        ("", "<div class='authors'><ul><li>Maria Lund</li><li>Jon Berg</li></ul></div>", "Maria Lund, Jon Berg"),
        ("", "<span class='byline'>By Maria Lund@marialund</span>", "Maria Lund"),
        ("", "<span class='posted-by'>Posted by: Maria Lund</span>", "Maria Lund"),
        ("", "<div data-testid='author-name'>Maria Lund</div>", "Maria Lund"),
        ("", "<div class='author'>بقلم: أحمد سالم</div>", "أحمد سالم"),
        ("", "<div class='journalist'>홍길동 기자</div>", "홍길동"),
        ("", "<div class='author'>Γράφει η Άννα Ρήγα</div>", "Άννα Ρήγα"),
        ("", "<div class='author'>מאת: אנה רוז</div>", "אנה רוז"),
    ],
)
def test_a_byline_is_a_name_in_any_form_and_script(head: str, top: str, author: str | None) -> None:
    assert page(head, top).author == author


def test_what_can_be_read_of_broken_linked_data_is_read() -> None:
    broken = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "He said "no" to it", '
        '"datePublished": "2019-11-18T12:00:00Z", "author": {"@type": "Person", "name": "Maria Lund"}}</script>'
    )
    article = page(broken)
    assert (article.published.iso, article.author) == ("2019-11-18", "Maria Lund")


def test_the_day_of_a_change_is_not_that_of_publication_wherever_the_word_stands() -> None:
    times = "<div>Updated <time datetime='2019-11-20'>20</time></div><div><time datetime='2019-11-18'>18</time></div>"
    assert page("", times).published.iso == "2019-11-18"


@pytest.mark.parametrize("sign", [" ∣ ", " ‑ ", " ‹ ", " ■ ", " ★ ", " ➤ ", " @ ", ": ", ", "])
def test_any_sign_may_part_a_title_from_its_site(sign: str) -> None:
    head = f"<title>Harbour opens at last{sign}Daily Post</title><meta property='og:site_name' content='Daily Post'>"
    html = f"<html><head>{head}</head><body><p>{STORY}</p><p>{REST}</p></body></html>"
    article = to_article(Record("a", "a.html", None, ContentKind.HTML, html))
    assert (article.title, article.source) == ("Harbour opens at last", "Daily Post")


def test_a_kicker_within_a_heading_is_no_part_of_it() -> None:
    head = "<title>Harbour opens at last | Daily Post</title>"
    heading = "<h1><span class='kicker'>Ports</span> <span>Harbour opens at last</span></h1>"
    html = f"<html><head>{head}</head><body>{heading}<p>{STORY}</p><p>{REST}</p></body></html>"
    assert to_article(Record("a", "a.html", None, ContentKind.HTML, html)).title == "Harbour opens at last"


@pytest.mark.parametrize(("count", "kept"), [("(3) ", ""), ("(500) ", "(500) ")])
def test_a_count_of_messages_is_no_part_of_a_title_unless_the_heading_has_it(count: str, kept: str) -> None:
    html = f"<html><head><title>{count}Days of summer return | Post</title></head><body><h1>{kept}Days of summer return"
    html += f"</h1><p>{STORY}</p><p>{REST}</p></body></html>"
    assert to_article(Record("a", "a.html", None, ContentKind.HTML, html)).title == f"{kept}Days of summer return"
