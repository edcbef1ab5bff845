"""What stands on a page beside its article, and what is shown otherwise than it is marked."""

import pytest

from corpus.article import Article
from corpus.extraction.extract import to_article
from corpus.record import ContentKind, Record

STORY = "The new harbour opened on Monday after nine years of work on the quays and locks of the old town."
REST = "Ships from eleven countries waited in the bay, and the first of them entered shortly after noon that day."
LAST = "The mayor said at the end that the town had never seen so many flags, nor so many guests in its inns."
OTHER = "<article><h1>Another story begins</h1><p>The orchestra played in the park on Sunday evening.</p></article>"


def page(body: str, head: str = "<title>Harbour opens at last</title>") -> Article:
    html = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    return to_article(Record("a", "a.html", None, ContentKind.HTML, html))


@pytest.mark.parametrize("tag", ["article", "aside"])
def test_an_article_is_read_in_whatever_element_it_stands(tag: str) -> None:
    read = page(f"<{tag}><h1>Harbour opens at last</h1><p>{STORY}</p><p>{REST}</p></{tag}>{OTHER}")
    assert (STORY in read.text, REST in read.text) == (True, True)


def test_the_article_that_follows_is_not_this_one() -> None:
    read = page(f"<article><h1>Harbour opens at last</h1><p>{STORY}</p><p>{REST}</p></article>{OTHER}")
    assert read.text == f"{STORY}\n\n{REST}"


def test_an_article_told_in_full_below_is_left_out_and_named() -> None:
    played = "The orchestra played in the park on Sunday evening, as it has done each summer for ninety years."
    other = f"<article><h2>The orchestra plays</h2><p>{played}</p><p>{played}</p></article>"
    read = page(f"<main><article><h1>Harbour opens at last</h1><p>{STORY}</p><p>{REST}</p></article>{other}</main>")
    assert read.text == f"{STORY}\n\n{REST}"
    (remark,) = read.remarks
    assert "“The orchestra plays”" in remark


@pytest.mark.parametrize(
    "line",
    [
        "To continue reading this article, please subscribe or log in.",
        "Already a subscriber? Sign in",
        "You have 2 free articles left this month.",
        "Subscribe for $1 a week",
        "We and our 812 partners store and access information on a device, such as cookies.",
        "Your browser does not support the video tag.",
        "Also read | The orchestra plays",
        "Also read: Why the orchestra will not play in the park this summer before it has heard from the U.N.",
        "Lesen Sie auch: Der Hafen wird im Sommer nach sechs Jahren wieder für alle Fähren aus dem Norden geöffnet.",
        "Read more: The orchestra plays in the park on Sunday evening, as it has done each summer for ninety years.",
        "You have used 2 free articles of 3.",
        "Page 1 of 3",
        "Externer Inhalt ist ausgeblendet",
        "Il vous reste 40 % de cet article à lire.",
        "Este contenido es exclusivo para suscriptores",
        "Материал доступен только по подписке",
    ],
)
def test_what_a_page_says_of_its_paywall_is_not_its_text(line: str) -> None:
    body = f"<article><h1>Harbour opens at last</h1><p>{STORY}</p><p>{line}</p><p>{REST}</p></article>"
    assert page(body).text == f"{STORY}\n\n{REST}"


@pytest.mark.parametrize(
    "line",
    [
        "There are 12 stories in the collection, each set in Lagos during the war.",
        "You have 10 stories to tell and nobody to listen, the old miner said.",
        "We and our partners in the region will not accept this border, the minister said in Riga.",
        "Wir und unsere Partner in Europa werden diese Grenze nicht anerkennen, sagte die Ministerin.",
        "This browser does not support extensions, and its makers say that it never will.",
        "Also read: Chekhov, who spent a week here in 1890 and described the ferry as a coffin with oars.",
        "You have read three free articles of the treaty; the fourth is the one that costs, he told the council.",
        "Page 3 of 10 was missing from the copy that the ministry gave to the court.",
    ],
)
def test_what_only_sounds_like_such_a_notice_is_text(line: str) -> None:
    body = f"<article><h1>Harbour opens at last</h1><p>{STORY}</p><p>{line}</p><p>{REST}</p></article>"
    assert page(body).text == f"{STORY}\n\n{line}\n\n{REST}"


@pytest.mark.parametrize(
    "head",
    [
        "<title>Harbour opens at last_Daily Post</title>",
        "<title>Harbour opens at last｜Daily Post</title><meta property=og:site_name content='Daily Post'>",
        "<title>Harbour opens at last — World — Daily Post</title>",
        "<meta property=og:title content='Harbour opens at last (Published 2019)'>",
    ],
)
def test_the_title_is_the_displayed_headline(head: str) -> None:
    read = page(f"<header><h1><a href=/>Daily Post</a></h1></header><h2>Harbour opens at last</h2><p>{STORY}</p>", head)
    assert read.title == "Harbour opens at last"


def test_a_word_broken_at_the_end_of_a_line_is_whole() -> None:
    top = "THE EVENING HERALD, FRIDAY, MARCH 22, 1918.\n\nHARBOUR OPENS\n\n"
    text = f"{top}Ships from eleven coun-\ntries waited in the bay.\n"
    read = to_article(Record("a", "a.txt", None, ContentKind.TEXT, text))
    assert "countries" in read.text
    assert read.published.iso == "1918-03-22"


GRAPH = """{"@graph": [{"@type": "Person", "@id": "#p", "name": "Maria Lund"},
    {"@type": "NewsArticle", "author": {"@id": "#p"}, "datePublished": "2019-03-22"}]}"""
BRACE = """{"@type": "NewsArticle", "author": "Maria Lund and Olav Berg, Reuters", "datePublished": 1553212800}}"""
CDATA = """//<![CDATA[
    {"@type": ["NewsArticle"], "author": [{"name": "Siobh&#225;n O&#039;Hara"}],
    "image": {"author": "Getty Images", "datePublished": "2001-01-01"},
    "datePublished": "Fri Mar 22 19:20:36 CET 2019",}
    //]]>"""
OTHERS = """[{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2001-01-01"}]},
    {"@type": "VideoObject", "datePublished": "2002-01-01"}, {"@type": "Article", "datePublished": "2019-03-22"}]"""


@pytest.mark.parametrize(
    ("linked", "author"),
    [(GRAPH, "Maria Lund"), (BRACE, "Maria Lund, Olav Berg"), (CDATA, "Siobhán O'Hara"), (OTHERS, None)],
    ids=["graph", "brace", "cdata", "others"],
)
def test_the_linked_data_of_the_article_itself_counts(linked: str, author: str | None) -> None:
    head = f'<title>Harbour opens at last</title><script type="application/ld+json">{linked}</script>'
    read = page(f"<h1>Harbour opens at last</h1><p>{STORY}</p><p>{REST}</p>", head)
    assert (read.author, read.published.iso) == (author, "2019-03-22")


def test_a_script_that_compares_is_no_element_of_many_attributes() -> None:
    script = "if (a<b) { " + " ".join(f"x{number} = 1;" for number in range(900)) + " } // it's done"
    last = "The town's ferry sailed for the last time on Sunday evening, with flowers on its bow."
    body = f"<article><h1>Harbour opens at last</h1><p>{STORY}</p><p>{REST}</p><p>{last}</p></article>"
    assert page(f"<script>{script}</script>{body}").text == f"{STORY}\n\n{REST}\n\n{last}"


@pytest.mark.parametrize(
    ("glued", "read"),
    [
        ("She met Fidan<a href=/t>Turkey</a> said no more", "She met Fidan Turkey said no more"),
        ("<strong>What next?</strong>The council meets", "What next? The council meets"),
        ("<span>Maria Lund</span><span>Oslo</span> came first", "Maria Lund Oslo came first"),
        ("<span style='display: inline-block'>LUND</span>OSLO came first", "LUND OSLO came first"),
        ("The quays cost twelve million<sup>1</sup> crowns", "The quays cost twelve million crowns"),
        ("<span class=cap>T</span>he i<b>Phone</b> of 10 m<sup>2</sup>", "The iPhone of 10 m2"),
        ("Ann Mac<b>Donald</b> and <i>Fitz</i>Gerald came", "Ann MacDonald and FitzGerald came"),
        ("On You<mark>Tube</mark>, that is YouTube", "On YouTube, that is YouTube"),
        ("On You<span>Tube</span> and <b>Pay</b>Pal", "On YouTube and PayPal"),
        ("Built in 1990<sup>1</sup> for 12,000<sup>4</sup> souls", "Built in 1990 for 12,000 souls"),
        ("After the war<sup>1</sup>, in the storm<sup>[a]</sup>", "After the war, in the storm"),
        ("In 1911<a href='#n2'><sup>2</sup></a> the gale<sup>5,6</sup>", "In 1911 the gale"),
        ("One in 10<sup>6</sup> of 3 km<sup>2</sup>", "One in 10⁶ of 3 km2"),
        ("The 2<sup>nd</sup> quay", "The 2nd quay"),
        ("He spoke of a <q>day of <b>joy</b></q> there", "He spoke of a “day of joy” there"),
        ("He said “<q>never</q>” twice", "He said “never” twice"),
        ("The sign <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> hung", "The sign 漢 hung"),
        ("All voters <del>left</del><ins>stayed</ins>", "All voters left stayed"),
        ("She met Fidan<b><i>Turkey</i></b> said no more", "She met Fidan Turkey said no more"),
    ],
)
def test_words_part_at_the_borders_of_elements_and_no_word_breaks(glued: str, read: str) -> None:
    more = "in the hall of the old town, where all had come on that day."
    found = page(f"<article><h1>Harbour opens at last</h1><p>{STORY}</p><p>{glued} {more}</p></article>")
    assert f"{read} {more}" in found.text


def test_a_dialog_that_asks_for_consent_is_no_part_of_the_article() -> None:
    asked = "<p>We and our 214 partners store data on your device, to improve it.</p><button>Yes</button>"
    for box in ('<div id="onetrust-banner-sdk">', '<div class="a consent" >', '<div role="dialog">'):
        read = page(f"{box}{asked}</div><article><h1>Harbour opens at last</h1><p>{STORY}</p><p>{REST}</p></article>")
        assert (read.text, any("214 partners" in each for each in read.removed)) == (f"{STORY}\n\n{REST}", True)
    told = page(
        f'<div role="dialog"><article><h1>Harbour opens at last</h1><p>{STORY}</p><p>{REST}</p></article></div>'
    )
    assert told.text == f"{STORY}\n\n{REST}"


@pytest.mark.parametrize(
    "block",
    [
        '<p class="consent-box">{}</p>',
        '<p id="cookie-law">{}</p>',
        '<div class="newsletter-history"><p>{}</p></div>',
        '<div class="banner"><p>{}</p></div>',
        '<div role="dialog"><p>{}</p></div>',
        '<section class="modal-content"><p>{}</p></section>',
        "<dialog open><p>{}</p></dialog>",
        '<aside class="consent"><p>{}</p></aside>',
    ],
)
def test_a_paragraph_stays_whatever_its_element_is_called(block: str) -> None:
    told = "The old newsletter of the quays was printed in a garage until the gale of 1911."
    body = f"<article><h1>Harbour opens at last</h1><p>{STORY}</p>{block.format(told)}<p>{REST}</p></article>"
    assert page(body).text == f"{STORY}\n\n{told}\n\n{REST}"


@pytest.mark.parametrize(
    "box",
    [
        '<div class="newsletter"><p>Our best stories in your inbox.</p><form><input type="email"></form></div>',
        '<div class="cookie-note"><p>We use cookies to improve your visit.</p></div>',
        '<div role="dialog"><p>The harbour keeps some files on your device.</p><button>Accept</button></div>',
    ],
)
def test_a_box_within_an_article_that_asks_something_goes(box: str) -> None:
    body = f"<article><h1>Harbour opens at last</h1><p>{STORY}</p>{box}<p>{REST}</p><p>{LAST}</p></article>"
    assert page(body).text == f"{STORY}\n\n{REST}\n\n{LAST}"


@pytest.mark.parametrize(
    "below",
    [
        '<div id="comments"><h3>Two comments</h3><ul><li class="comment"><p>{}</p></li></ul></div>',
        '<section class="comments-area"><article class="comment-body"><p>{}</p></article></section>',
        '<div class="grid"><article><a href="/1"><h3>The orchestra plays</h3></a><p>{}</p></article></div>',
    ],
)
def test_what_readers_say_below_an_article_and_teasers_are_none_of_it(below: str) -> None:
    other = below.format("The orchestra played in the park on Sunday evening, as it has done each summer for years.")
    read = page(f"<article><h1>Harbour opens at last</h1><p>{STORY}</p><p>{REST}</p><p>{LAST}</p></article>{other}")
    assert read.text == f"{STORY}\n\n{REST}\n\n{LAST}"


def test_comments_go_from_below_a_heading_of_the_second_level() -> None:
    other = "<div class=comments><p>The orchestra played in the park on Sunday, as it has done for years.</p></div>"
    read = page(f"<div><h2>Harbour opens at last</h2><p>{STORY}</p><p>{REST}</p><p>{LAST}</p></div>{other}")
    assert read.text == f"{STORY}\n\n{REST}\n\n{LAST}"


@pytest.mark.parametrize("level", ["h1", "h2"])
def test_letters_of_readers_are_the_article_where_the_headline_says_so(level: str) -> None:
    head = f"<title>Letters to the editor</title><{level}>Letters to the editor</{level}>"
    html = f"{head}<p>{STORY}</p><p>{REST}</p><p>{LAST * 3}</p><div class=comments><p>{STORY} I say!</p></div>"
    assert f"{STORY} I say!" in to_article(Record("a", "a.html", None, ContentKind.HTML, html)).text


def test_the_lead_of_a_short_article_stays_though_it_stands_in_a_box_of_its_own() -> None:
    body = f"<div class=story-body><div>{REST}</div><div>{LAST}</div></div>"
    assert page(f"<div class=lead>{STORY}</div>{body}").text == f"{STORY}\n\n{REST}\n\n{LAST}"


def test_the_day_of_a_visit_is_none_where_the_article_says_when_it_was_changed_before() -> None:
    head = "<div>Wednesday, 15 July 2020 | Today's paper</div>"
    body = f"<h1>Harbour opens at last</h1><div>Oslo | Updated: Mar 12, 2014 10:30</div><p>{STORY}</p><p>{REST}</p>"
    assert page(f"{head}<main><article>{body}</article></main>").published.iso == "2014-03-12"


@pytest.mark.parametrize("line", ["Published: 14 March 2014", "14 March 2014"])
def test_the_day_of_publication_stands_though_that_of_a_change_is_before_it(line: str) -> None:
    head = f"<h1>Harbour opens at last</h1><p>Updated: 12 March 2014</p><p>{line}</p>"
    assert page(f"{head}<p>{STORY}</p><p>{REST}</p>").published.iso == "2014-03-14"


def test_the_language_of_a_page_tells_the_order_of_its_date() -> None:
    head = '<title>Harbour opens at last</title><meta property="article:published_time" content="12/03/2014 10:30">'
    html = f'<html lang="fr"><head>{head}</head><body><h1>Harbour opens at last</h1><p>{STORY}</p></body></html>'
    assert to_article(Record("a", "a.html", None, ContentKind.HTML, html)).published.iso == "2014-03-12"


MENU = "<ul>" + "".join(f"<li><a href=/{n}>Section {n} of the paper</a></li>" for n in range(30)) + "</ul>"


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Harbour opens at last</h1><div class='opinion comment'><p>{}</p><p>{}</p><p>{}</p></div>",
        "<h1>Harbour opens at last</h1><section id=comments><p>{}</p><h2>Views</h2><p>{}</p><p>{}</p></section>",
        "<section id=comments><h1>Harbour opens at last</h1><p>{}</p><p>{}</p><p>{}</p></section>",
        "<h1>Harbour opens at last</h1><ul class=comments><li>{}</li><li>{}</li><li>{}</li></ul>",
    ],
)
def test_an_article_whose_element_is_called_comment_stays(body: str) -> None:
    read = page(MENU + body.format(STORY, REST, LAST) + MENU)
    assert all(each in read.text for each in (STORY, REST, LAST))


@pytest.mark.parametrize(
    "post",
    [
        '<article><h3><a href="#a">Post</a></h3><p>{}</p></article>',
        '<article><h3><a href="https://other.example/a">What others write</a></h3><p>{}</p></article>',
    ],
)
def test_the_posts_of_a_live_blog_and_the_items_of_a_list_of_links_stay(post: str) -> None:
    posts = "".join(map(post.format, (STORY, REST, LAST)))
    for body in (
        "<article><h1>Harbour opens at last</h1>{}</article>",
        "<article><h1>Harbour opens at last</h1></article>{}",
    ):
        read = page(body.format(posts))
        assert all(each in read.text for each in (STORY, REST, LAST))


def test_a_table_that_lays_out_a_page_is_no_row_of_figures() -> None:
    cells = (
        f"<td><a href=a>Front page</a></td><td><h2>Harbour opens at last</h2>{STORY}<br><br>{REST}<br><br>{LAST}</td>"
    )
    assert page(f"<table><tr>{cells}</tr></table>").text == f"{STORY}\n\n{REST}\n\n{LAST}"


def test_the_address_of_an_archived_page_is_its_own() -> None:
    link = "<link rel=canonical href='https://web.archive.org/web/20090101000000/http://post.example/a'>"
    assert page(f"<h1>Harbour opens at last</h1><p>{STORY}</p><p>{REST}</p>", link).url == "http://post.example/a"


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("<p>BY MARIA LUND AND TOM REED</p>", "MARIA LUND, TOM REED"),
        ("<div class=byline>Maria Lund maria.lund@post.example @mlund</div>", "Maria Lund"),
        ("<p class=firma>Por: Ana Ruiz Soto | Redacción</p>", "Ana Ruiz Soto"),
    ],
)
def test_a_byline_is_read_in_capitals_beside_an_address_and_behind_a_label(byline: str, author: str) -> None:
    assert page(f"<h1>Harbour opens at last</h1>{byline}<p>{STORY}</p><p>{REST}</p>").author == author


def test_sections_of_a_site_leave_the_title() -> None:
    site = "<meta property=og:site_name content='Daily Post'>"
    head = f"<title>Harbour opens at last | City | News | Daily Post</title>{site}"
    assert page(f"<p>{STORY}</p><p>{REST}</p>", head).title == "Harbour opens at last"
