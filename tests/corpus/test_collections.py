"""Files that hold many articles, as press databases, mail programs and feeds write them."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.files import REST, STORY, articles, docx, remarks

TITLES = ["Harbour opens", "Bridge closes", "Ferry sails"]
DAYS = ["2019-03-22", "2019-03-21", "2019-03-18"]
DATES = ["March 22, 2019", "March 21, 2019", "March 18, 2019"]
ROWS = list(zip(TITLES, DATES, DAYS, strict=True))


def nexis(title: str, day: str) -> list[str]:
    labels = ["Section: A; Pg. 4", "Length: 90 words", "Byline: Maria Lund", "Body", STORY, REST]
    tail = ["Classification", "Language: ENGLISH", f"Load-Date: {day}", "End of Document"]
    return [title, "Daily Post", f"{day} Friday", "Copyright 2019 Daily Post", "All Rights Reserved", *labels, *tail]


NEXIS = ["User Name: LIBRARY", "Documents (3)", *(f"{n}. {t}" for n, t in enumerate(TITLES, 1))]
NEXIS += [line for title, day, _ in ROWS for line in nexis(title, day)]
LEXIS = "".join(
    f"\n{n} of 3 DOCUMENTS\n\nDaily Post\n\n{day} Friday\n\n{title}\n\nBYLINE: Maria Lund\n\nSECTION: A; Pg. 4\n\n"
    f"LENGTH: 90 words\n\n{STORY}\n\n{REST}\n\nLOAD-DATE: {day}\n\nLANGUAGE: ENGLISH\n\nCopyright 2019 Daily Post\n"
    for n, (title, day, _) in enumerate(ROWS, 1)
)
FACTIVA = "\n\n".join(
    f"{title}\n\nBy Maria Lund\n\n90 words\n\n{int(iso[8:])} March 2019\n\nDaily Post\n\nDPOST\n\nEnglish\n\n"
    f"(c) 2019 Daily Post\n\n{STORY}\n\n{REST}\n\nDocument DPOST00020190322ef3m0000{n}"
    for n, (title, _, iso) in enumerate(ROWS)
)
PROQUEST = "".join(
    f"{'_' * 60}\n\nDocument {n} of 3\n\n{title}\n\nAuthor: Maria Lund\n\nAbstract: None.\n\n"
    f"Full text: {STORY}\n\n{REST}\n\n"
    f"Subject: Ports\n\nTitle: {title}\n\nPublication title: Daily Post; Oslo\n\nPublication date: {day}\n\n"
    for n, (title, day, _) in enumerate(ROWS, 1)
)

GERMAN = "".join(
    f"\nDokument {n} von 3\n\nDaily Post\n\n{int(day[8:])}. März 2019 Freitag\n\n{title}\n\nAUTOR: Maria "
    f"Lund\n\nRUBRIK: A\n\n"
    f"LÄNGE: 90 Wörter\n\n{STORY}\n\n{REST}\n\nSPRACHE: Englisch\n\nCopyright 2019 Daily Post\n"
    for n, (title, _, day) in enumerate(ROWS, 1)
)
EUROPRESSE = "".join(
    f"Daily Post, no. 7\n{day}, p. 7\nLocal\n\n{title}\n\nMaria Lund\n\n{STORY}\n\n{REST}\n\n© 2019 "
    f"Daily Post. Tous droits réservés.\n"
    f"news·{iso.replace('-', '')}·DP·{n}\n\n"
    for n, (title, day, iso) in enumerate(ROWS)
)
EUROPRESSE_PAGE = "".join(
    f"<article><header><span class='DocPublicationName'>Daily Post, no. 7</span><span class='DocHeader'>"
    f"{day}, p. 7</span>"
    f"<div class='titreArticle'><p class='titreArticleVisu'>{title}</p></div><div class='docAuthors'>"
    f"Maria Lund</div></header>"
    f"<section><div class='docOcurrContainer'><p>{STORY}</p><p>{REST}</p></div></section><div>© 2019 "
    f"Daily Post</div></article>"
    for title, day, _ in ROWS
)
LABELLED = [
    f"Title: {title}\nDate: {day}\nSource: Daily Post\nAuthor: Maria Lund\n\n{STORY}\n\n{REST}\n"
    for title, day, _ in ROWS
]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("nexis.txt", "\n\n".join(NEXIS).encode()),
        ("nexis.docx", docx(*NEXIS)),
        ("nexis.rtf", b"{\\rtf1\\ansi " + "\\par ".join(NEXIS).encode() + b"\\par }"),
        ("lexis.txt", LEXIS.encode()),
        ("lexis.html", f"<html><body>{LEXIS}</body></html>".replace("\n", "<br>").encode()),
        ("factiva.txt", FACTIVA.encode()),
        ("factiva.rtf", b"{\\rtf1\\ansi " + FACTIVA.replace("\n\n", "\\par ").encode() + b"}"),
        ("proquest.txt", PROQUEST.encode()),
        ("utf16.txt", PROQUEST.encode("utf-16")),
        ("german.txt", GERMAN.encode()),
        ("europresse.txt", EUROPRESSE.encode()),
        ("europresse.html", EUROPRESSE_PAGE.encode()),
        ("digest.txt", "\n\f\n".join(LABELLED).encode()),
        ("stars.txt", "\n***\n".join(LABELLED).encode()),
    ],
)  # fmt: skip
def test_an_export_of_a_press_database_is_its_articles(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    found = list(articles(tmp_path).values())
    assert [(each.title, each.published.iso) for each in found] == list(zip(TITLES, DAYS, strict=True))
    assert {each.source for each in found} == {"Daily Post"}
    assert {each.author for each in found} == {"Maria Lund"}
    assert {each.text for each in found} == {f"{STORY}\n\n{REST}"}


def test_articles_between_lines_of_signs_are_parted_where_each_has_a_headline_and_a_day(tmp_path: Path) -> None:
    parts = [f"{title}\n\n{day}\n\n{STORY}\n\n{REST}\n" for title, day, _ in ROWS]
    (tmp_path / "a.txt").write_text(f"\n{'=' * 40}\n\n".join(parts))
    (tmp_path / "b.txt").write_text(f"Harbour opens\n\n{STORY}\n\n* * * * * * * * * * *\n\n{REST}\n" * 3)
    assert [each.published.iso for each in articles(tmp_path).values()] == [*DAYS, None]
    (remark,) = remarks(tmp_path)
    assert (remark.origin, remark.text[:30]) == (str(tmp_path / "b.txt"), "seems to hold several articles")


RSS = (
    "<?xml version='1.0'?><rss xmlns:content='http://purl.org/rss/1.0/modules/content/' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:wp='http://wordpress.org/export/1.2/'>"
    "<channel><title>Daily Post</title>{}</channel></rss>"
)
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><title>Daily Post</title>{}</feed>"


@pytest.mark.parametrize(
    ("frame", "entry"),
    [
        (RSS, ("<item><title>{t}</title><link>https://p.example/</link><dc:creator>Maria Lund</dc:creator>"
              "<pubDate>{r} 10:00:00 +0000</pubDate><description>In short.</description>"
              "<content:encoded><![CDATA[{h}]]></content:encoded></item>")),
        (RSS, ("<item><title>{t}</title><link>https://p.example/</link><dc:creator>Maria Lund</dc:creator>"
              "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>{d} 10:00:00</wp:post_date>"
              "<content:encoded><![CDATA[{h}]]></content:encoded></item>"
              "<item><title>pic</title><wp:post_type>attachment</wp:post_type></item>")),
        (ATOM, ("<entry><title>{t}</title><link href='https://p.example/'/><published>{d}T10:00:00Z</published>"
               "<author><name>Maria Lund</name></author><content type='xhtml'><div>{h}</div></content></entry>")),
    ],
)  # fmt: skip
def test_the_entries_of_a_feed_are_articles(tmp_path: Path, frame: str, entry: str) -> None:
    html = f"<p>{STORY}</p><p>{REST}</p>"
    rows = [entry.format(t=t, d=d, r=f"{int(d[8:])} Mar 2019", h=html) for t, _, d in ROWS]
    (tmp_path / "feed.xml").write_text(frame.format("".join(rows)))
    found = list(articles(tmp_path).values())
    assert [(each.title, each.published.iso) for each in found] == list(zip(TITLES, DAYS, strict=True))
    assert {(each.source, each.author, each.url) for each in found} == {
        ("Daily Post", "Maria Lund", "https://p.example/")
    }
    assert {each.text for each in found} == {f"{STORY}\n\n{REST}"}


NITF = f"""<nitf><head><title>Harbour opens</title><docdata><date.issue norm='20190322T000000'/></docdata>
<pubdata name='Daily Post'/></head><body><body.head><hedline><hl1>Harbour opens</hl1></hedline>
<byline>By Maria Lund</byline></body.head><body.content><p>{STORY}</p><p>{REST}</p></body.content></body></nitf>"""
NEWSML = f"""<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet><newsItem><contentMeta>
<contentCreated>2019-03-22T10:00:00Z</contentCreated><by>Maria Lund</by><infoSource><name>Daily Post</name></infoSource>
<headline>Harbour opens</headline></contentMeta>
<contentSet><inlineXML><nitf xmlns='x'><body><body.content><p>{STORY}</p>
<p>{REST}</p></body.content></body></nitf></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
TEI = f"""<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>Harbour opens</title>
<author>Maria Lund</author></titleStmt><sourceDesc><bibl><title level='j'>Daily Post</title>
<date when='2019-03-22'/></bibl>
</sourceDesc></fileDesc></teiHeader><text><body><p>{STORY}</p><p>{REST}</p></body></text></TEI>"""


@pytest.mark.parametrize("xml", [NITF, NEWSML, TEI])
def test_the_xml_of_newspapers_is_read(tmp_path: Path, xml: str) -> None:
    (tmp_path / "a.xml").write_text(f"<?xml version='1.0'?>\n{xml}")
    (article,) = articles(tmp_path).values()
    assert (article.title, article.published.iso) == ("Harbour opens", "2019-03-22")
    assert (article.source, article.author) == ("Daily Post", "Maria Lund")
    assert article.text == f"{STORY}\n\n{REST}"


def test_words_broken_on_a_scanned_page_are_whole(tmp_path: Path) -> None:
    lines = [["The", "har"], ["bour", "opened"], ["on", "Monday", "after", "nine", "years", "of", "work."]]
    rows = ["".join(f"<String CONTENT='{word}'/>" for word in line) for line in lines]
    rows[0] += "<HYP CONTENT='-'/>"
    block = "".join(f"<TextLine>{row}</TextLine>" for row in rows)
    (tmp_path / "a.xml").write_text(
        f"<alto xmlns='x'><Layout><Page><TextBlock>{block}</TextBlock></Page></Layout></alto>"
    )
    (article,) = articles(tmp_path).values()
    assert article.text == "The harbour opened on Monday after nine years of work."


def mail(title: str, day: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "Daily Post <news@post.example>", title
    message["Date"], message["Message-ID"] = f"{day} 10:00:00 +0000", "<1@post.example>"
    message.set_content(f"{STORY}\n\n>From the bay came ships.\n\n{REST}")
    return message


def test_the_mails_of_a_mailbox_and_of_a_digest_are_articles(tmp_path: Path) -> None:
    mails = [mail(title, f"{int(iso[8:])} Mar 2019") for title, _, iso in ROWS]
    mbox = b"\n".join(b"From a@b Fri Mar 22 10:00:00 2019\n" + bytes(each) for each in mails)
    (tmp_path / "a.mbox").write_bytes(mbox)
    digest = EmailMessage()
    digest["From"], digest["MIME-Version"], digest["Subject"] = "list@b.example", "1.0", "Digest"
    digest.add_header("Content-Type", "multipart/digest")
    for each in mails:
        inner = EmailMessage()
        inner.set_content(each)
        digest.attach(inner)
    (tmp_path / "b.eml").write_bytes(bytes(digest))
    found = list(articles(tmp_path).values())
    assert [(each.title, each.published.iso) for each in found] == list(zip(TITLES, DAYS, strict=True)) * 2
    assert "\n\nFrom the bay came ships.\n\n" in found[0].text


def test_what_is_attached_to_a_mail_is_read(tmp_path: Path) -> None:
    message = mail("Statement", "22 Mar 2019")
    message.add_attachment(docx("Harbour opens", STORY, REST), "application", "x", filename="statement.docx")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    assert [*articles(tmp_path)] == ["a.eml", "a.eml/statement.docx"]


def test_a_digest_in_plain_text_is_its_mails(tmp_path: Path) -> None:
    rule = "-" * 30
    parts = [
        f"Message: {n}\nDate: {int(iso[8:])} Mar 2019 10:00:00 +0000\nFrom: Maria Lund <maria@b.example>"
        f"\nSubject: {title}\n"
        f"Content-Type: text/plain; charset=us-ascii\n\n{STORY}\n\nÅse answered.\n"
        for n, (title, _, iso) in enumerate(ROWS, 1)
    ]
    digest = EmailMessage()
    digest["From"], digest["Subject"], digest["Date"] = "list@b.example", "Daily Digest", "22 Mar 2019 10:00:00 +0000"
    digest["Message-ID"] = "<9@b.example>"
    digest.set_content(
        f"Today's topics:\n\n 1. {TITLES[0]}\n\n{'-' * 70}\n\n" + f"\n{rule}\n\n".join(parts) + f"\n{rule}\n\nEnd\n"
    )
    (tmp_path / "a.eml").write_bytes(bytes(digest))
    found = list(articles(tmp_path).values())
    assert [(each.title, each.published.iso) for each in found] == list(zip(TITLES, DAYS, strict=True))
    assert {each.text for each in found} == {f"{STORY}\n\nÅse answered."}


def test_an_export_of_wordpress_names_its_writers_and_tells_of_drafts(tmp_path: Path) -> None:
    writer = (
        "<wp:author><wp:author_login>ml</wp:author_login><wp:author_display_name>Maria "
        "Lund</wp:author_display_name></wp:author>"
    )
    item = (
        "<item><title>{t}</title><dc:creator>ml</dc:creator><wp:post_type>post</wp:post_type><wp:status>{s}</wp:status>"
        f"<content:encoded><![CDATA[[caption id='1']{STORY}[/caption] {REST}]]></content:encoded></item>"
    )
    items = item.format(t="Harbour opens", s="publish") + item.format(t="Not yet", s="draft")
    (tmp_path / "a.xml").write_text(RSS.format(writer + items))
    (article,) = articles(tmp_path).values()
    assert (article.title, article.author, article.text) == ("Harbour opens", "Maria Lund", f"{STORY} {REST}")
    assert [each.text for each in remarks(tmp_path)] == ["drafts and private posts were passed over: 1"]


def test_texts_between_tags_of_sgml_are_articles(tmp_path: Path) -> None:
    trec = "".join(
        f"<DOC>\n<DOCNO> P-{n} </DOCNO>\n<HEAD>{title}</HEAD>\n<BYLINE>By Maria Lund</BYLINE>\n<DATE>{day}</DATE>\n"
        f"<TEXT>\n{STORY}\n\n{REST}\n</TEXT>\n</DOC>\n"
        for n, (title, day, _) in enumerate(ROWS)
    )
    reuters = "<!DOCTYPE lewis SYSTEM 'lewis.dtd'>\n" + "".join(
        f"<REUTERS NEWID='{n}'>\n<DATE>{int(iso[8:])}-MAR-2019 15:01:01.79</DATE>\n<TEXT>&#2;\n<TITLE>{title}</TITLE>\n"
        f"<AUTHOR>By Maria Lund</AUTHOR><DATELINE> OSLO, </DATELINE><BODY>{STORY}\n\n{REST}\n&#3;</BODY>"
        f"</TEXT>\n</REUTERS>\n"
        for n, (title, _, iso) in enumerate(ROWS)
    )
    (tmp_path / "a.txt").write_text(trec)
    (tmp_path / "b.sgm").write_text(reuters)
    found = list(articles(tmp_path).values())
    assert [(each.title, each.published.iso) for each in found] == list(zip(TITLES, DAYS, strict=True)) * 2
    assert {(each.author, each.text) for each in found} == {("Maria Lund", f"{STORY}\n\n{REST}")}
    assert found[1].id == "P-1"


def test_heads_of_exports_are_told_apart(tmp_path: Path) -> None:
    spanish = "".join(
        f"\n{n} de 3 DOCUMENTOS\n\nDaily Post\n\n{int(iso[8:])} de marzo de 2019 viernes\nEdición "
        f"Nacional\n\n{title}\n\nA deck\n\n"
        f"AUTOR: Maria Lund\n\nLONGITUD: 90 palabras\n\n{STORY}\n\nIDIOMA: SPANISH\n"
        for n, (title, _, iso) in enumerate(ROWS, 1)
    )
    factiva = FACTIVA.replace("By Maria Lund", "Maria Lund, Kofi Mensah")
    (tmp_path / "a.txt").write_text(spanish, encoding="utf-8")
    (tmp_path / "b.txt").write_text(factiva)
    found = list(articles(tmp_path).values())
    assert [(each.title, each.published.iso) for each in found] == list(zip(TITLES, DAYS, strict=True)) * 2
    assert [each.author for each in found] == ["Maria Lund"] * 3 + ["Maria Lund, Kofi Mensah"] * 3
    assert found[0].text == f"A deck\n\n{STORY}"


def test_a_feed_in_json_is_its_items_though_it_has_a_title(tmp_path: Path) -> None:
    items = [
        {"id": title, "title": title, "content_html": f"<p>{STORY}</p>", "date_published": iso}
        for title, _, iso in ROWS
    ]
    (tmp_path / "feed.json").write_text(json.dumps({"version": "1.1", "title": "Daily Post", "items": items}))
    assert [each.title for each in articles(tmp_path).values()] == TITLES


def test_the_end_of_a_line_in_xml_parts_words(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        "<TEI><text><body><p>The har<lb break='no'/>bour<lb/>opened on Monday.</p></body></text></TEI>"
    )
    (article,) = articles(tmp_path).values()
    assert article.text == "The harbour opened on Monday."


def test_a_digest_in_a_text_is_its_mails(tmp_path: Path) -> None:
    rule = "-" * 30
    mails = "".join(
        f"{rule}\n\nMessage: {n}\nDate: {iso} 07:10\nFrom: Maria Lund <m@post.example>\nSubject: {title}\n\n{STORY}\n\n"
        for n, (title, _, iso) in enumerate(ROWS, 1)
    )
    (tmp_path / "a.txt").write_text(f"News Digest\n\nTopics\n\n{mails}{rule}\n\nEnd of News Digest\n*****\n")
    found = list(articles(tmp_path).values())
    assert [(each.title, each.published.iso, each.author) for each in found] == [
        (title, iso, "Maria Lund") for title, _, iso in ROWS
    ]
    assert {each.text for each in found} == {STORY}


def test_words_of_a_line_each_are_sentences_again(tmp_path: Path) -> None:
    rows = [f"{n}\t{word}\t_\tX\t_\t_\t0\t_\t_\t_" for n, word in enumerate(STORY[:-1].split(), 1)]
    rows[-1] = rows[-1][:-1] + "SpaceAfter=No"
    rows += [f"{len(rows) + 1}\t.\t.\tX\t_\t_\t0\t_\t_\t_"]
    head = "# newdoc id = {}\n# meta::title = Harbour opens\n# sent_id = 1\n{}"
    (tmp_path / "a.conllu").write_text(
        head.format("n1", "\n".join(rows))
        + "\n\n"
        + head.format("n2", f"# text = {STORY}\n" + "\n".join(rows))
        + "\n\n"
    )
    (tmp_path / "b.txt").write_text(
        "-DOCSTART- -X- O O\n\n" + "\n".join(f"{word} NN B-NP O" for word in REST.split()) + "\n\n"
    )
    found = articles(tmp_path)
    assert [(each.id, each.title, each.text) for each in found.values()][:2] == [
        ("n1", "Harbour opens", STORY),
        ("n2", "Harbour opens", STORY),
    ]
    assert found["b.txt#1"].text == REST


def test_a_sitemap_of_news_and_a_knowledge_graph_are_lists_of_articles(tmp_path: Path) -> None:
    (tmp_path / "map.xml").write_text(
        "<?xml version='1.0'?><urlset xmlns:n='urn:news'><url><loc>https://post.example/a</loc><n:news><n:publication>"
        "<n:name>Daily Post</n:name><n:language>en</n:language></n:publication><n:publication_date>2019-03-22"
        "</n:publication_date><n:title>Harbour opens</n:title></n:news></url></urlset>"
    )
    row = ["20190323071500-0", "20190323071500", "1", "post.example", "https://post.example/b", *[""] * 21]
    (tmp_path / "x.gkg.csv").write_text("\t".join([*row, "<PAGE_TITLE>Ferry aground</PAGE_TITLE>"]) + "\n")
    one, other = articles(tmp_path).values()
    assert (one.title, one.source, one.url) == ("Harbour opens", "Daily Post", "https://post.example/a")
    assert one.published.iso == "2019-03-22"
    assert (other.title, other.source, str(other.captured)) == ("Ferry aground", "post.example", "2019-03-23")


def test_a_record_of_endnote_has_its_newspaper_and_its_day(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        "<?xml version='1.0'?><xml><records><record><rec-number>1</rec-number><contributors><authors><author><style>"
        "Lund, Maria</style></author></authors></contributors><titles><title><style>Harbour opens</style></title>"
        "<secondary-title><style>Daily Post</style></secondary-title></titles><dates><year><style>2019</style></year>"
        f"<pub-dates><date><style>March 22</style></date></pub-dates></dates><abstract>{STORY}</abstract></record>"
        "</records></xml>"
    )
    (article,) = articles(tmp_path).values()
    assert (article.title, article.source, article.author) == ("Harbour opens", "Daily Post", "Maria Lund")
    assert (article.published.iso, article.text) == ("2019-03-22", STORY)


def test_what_wordpress_adds_to_a_post_is_left_out(tmp_path: Path) -> None:
    body = f"<p>{STORY}</p>[adrotate banner='3']<p>The post Harbour opens appeared first on Daily Post.</p>"
    (tmp_path / "a.xml").write_text(
        RSS.format(f"<item><title>Harbour opens</title><content:encoded><![CDATA[{body}]]></content:encoded></item>")
    )
    (article,) = articles(tmp_path).values()
    assert article.text == STORY


def test_a_forwarded_mail_has_the_day_of_the_first(tmp_path: Path) -> None:
    head = "From: Bo <bo@post.example>\nSubject: Fwd: Harbour opens\nDate: Sun, 24 Mar 2019 10:00:00 +0100\n\n"
    inner = "---------- Forwarded message ---------\nFrom: M. L. <m@post.example>\nDate: Fri, Mar 22, 2019 at 7:10 AM\n"
    (tmp_path / "a.eml").write_text(f"{head}{inner}\n{STORY}\n")
    (article,) = articles(tmp_path).values()
    assert (article.title, article.published.iso, article.text) == ("Harbour opens", "2019-03-22", STORY)


def test_labels_in_any_language_and_lines_of_bars_head_articles(tmp_path: Path) -> None:
    labels = "".join(
        f"[{n}]\n報章：某日報\n日期：{iso}\n版面：A{n}\n標題：{title}\n\n{STORY}\n\n{REST}\n\n"
        for n, (title, _, iso) in enumerate(ROWS, 1)
    )
    bars = "".join(f"{title}\n\nPost | {iso} | Page 4 | 90 words\n\n{STORY}\n\n{REST}\n\n" for title, _, iso in ROWS)
    (tmp_path / "a.txt").write_text(labels, encoding="utf-8")
    (tmp_path / "b.txt").write_text(bars)
    found = list(articles(tmp_path).values())
    assert [(each.title, each.published.iso) for each in found] == [(title, iso) for title, _, iso in ROWS] * 2
    assert [each.source for each in found] == ["某日報"] * len(ROWS) + ["Post"] * len(ROWS)
    assert {each.text for each in found} == {f"{STORY}\n\n{REST}"}


def test_a_record_of_tdm_studio_has_its_own_title_and_its_writer(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(
        "<?xml version='1.0'?><RECORD><GOID>1</GOID><DFS><PubFrosting><Title>Daily Post</Title></PubFrosting></DFS>"
        "<Obj><TitleAtt><Title>Harbour opens</Title></TitleAtt><NumericDate>2019-03-22</NumericDate><Contributors>"
        "<Contributor><ContribRole>Author</ContribRole><OriginalForm>Lund, Maria</OriginalForm></Contributor>"
        f"</Contributors></Obj><TextInfo><Text>&lt;p&gt;{STORY}&lt;/p&gt;&lt;p&gt;{REST}&lt;/p&gt;</Text></TextInfo>"
        "</RECORD>"
    )
    (article,) = articles(tmp_path).values()
    assert (article.title, article.source, article.author) == ("Harbour opens", "Daily Post", "Maria Lund")
    assert (article.published.iso, article.text) == ("2019-03-22", f"{STORY}\n\n{REST}")
