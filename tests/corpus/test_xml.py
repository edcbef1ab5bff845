"""XML of scanned pages, of office programs, and of databases and sites that name their elements as fields."""

from pathlib import Path

import pytest

from corpus.readers.discovery import SourceFile, discover
from corpus.readers.records import records
from corpus.record import Record
from corpus.refusal import Refusal
from tests.files import REST, STORY, articles, read, remarks

BODY = f"{STORY}\n\n{REST}"
PAGE = """<?xml version='1.0'?><PcGts xmlns='http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15'>
<Metadata><Created>2021-01-01T00:00:00</Created></Metadata><Page><ReadingOrder><OrderedGroup id='o'>
<RegionRefIndexed index='1' regionRef='b'/><RegionRefIndexed index='0' regionRef='a'/></OrderedGroup></ReadingOrder>
<TextRegion id='n' type='page-number'><TextEquiv><Unicode>17</Unicode></TextEquiv></TextRegion>
<TextRegion id='b'><TextLine><Word><TextEquiv><Unicode>The</Unicode></TextEquiv></Word>
<TextEquiv><Unicode>The new har-</Unicode></TextEquiv></TextLine>
<TextLine><TextEquiv index='1'><Unicode>hour</Unicode></TextEquiv><TextEquiv index='0'><Unicode>bour opened</Unicode>
</TextEquiv></TextLine><TextLine><Word><TextEquiv><Unicode>on</Unicode></TextEquiv></Word><Word><TextEquiv>
<Unicode>Monday.</Unicode></TextEquiv></Word></TextLine><TextEquiv><Unicode>All of it again</Unicode></TextEquiv>
</TextRegion><TextRegion id='a' type='heading'><TextEquiv><Unicode>Harbour opens</Unicode></TextEquiv></TextRegion>
</Page></PcGts>"""
FINEREADER = (
    "<?xml version='1.0'?><document xmlns='http://www.abbyy.com/FineReader_xml/FineReader6-schema-v1.xml'><page><block>"
    "<text><par><line><formatting>Harbour opens</formatting></line></par><par><line><formatting>{}</formatting></line>"
    "<line><formatting>bour opened on Monday.</formatting></line></par></text></block></page></document>"
).format("".join(f"<charParams l='1'>{sign}</charParams>" for sign in "The new har-"))


@pytest.mark.parametrize("data", [PAGE, FINEREADER])
def test_a_scanned_page_is_read_in_its_order_with_its_broken_words_whole(tmp_path: Path, data: str) -> None:
    (tmp_path / "a.xml").write_text(data)
    (article,) = articles(tmp_path).values()
    assert (article.title, article.text) == ("Harbour opens", "The new harbour opened on Monday.")
    assert article.published.year is None


FLAT_ODT = (
    "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "office:mimetype='application/vnd.oasis.opendocument.text'><office:meta><dc:title>Harbour opens</dc:title>"
    "<dc:creator>Maria Lund</dc:creator></office:meta><office:master-styles><text:p>Page 7</text:p>"
    "</office:master-styles><office:body><office:text><text:tracked-changes><text:p>Deleted.</text:p>"
    f"</text:tracked-changes><text:p>{STORY}<office:binary-data>R0lG</office:binary-data><office:annotation><text:p>Is "
    f"it?</text:p></office:annotation></text:p><text:p>{REST}</text:p></office:text></office:body></office:document>"
)
FLAT_WORD = (
    "<?xml version='1.0'?><pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'><pkg:part "
    "pkg:name='/docProps/core.xml'><pkg:xmlData><c xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>Maria Lund"
    "</dc:creator></c></pkg:xmlData></pkg:part><pkg:part pkg:name='/word/document.xml'><pkg:xmlData><w:document "
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:pPr><w:pStyle "
    f"w:val='Title'/></w:pPr><w:r><w:t>Harbour opens</w:t></w:r></w:p><w:p><w:r><w:t>{STORY}</w:t></w:r></w:p>"
    f"<w:p><w:r><w:t>{REST}</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>"
)


@pytest.mark.parametrize(("name", "data"), [("a.fodt", FLAT_ODT), ("a.xml", FLAT_ODT), ("b.xml", FLAT_WORD)])
def test_a_document_that_is_one_file_of_xml_is_read(tmp_path: Path, name: str, data: str) -> None:
    (tmp_path / name).write_text(data)
    (article,) = articles(tmp_path).values()
    assert (article.title, article.author, article.text) == ("Harbour opens", "Maria Lund", BODY)


def test_a_flat_spreadsheet_and_a_damaged_document_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.fods").write_text(FLAT_ODT.replace("office:text>", "office:spreadsheet>"))
    (tmp_path / "b.fodt").write_text(FLAT_ODT[:-40])
    reasons = [item.reason for item in read(tmp_path) if not isinstance(item, Record)]
    assert ["without text" in reasons[0], "damaged" in reasons[1]] == [True, True]


ROW = (
    "<{n}><title>{t}</title><body>{b}</body><date>2019-03-22</date>"
    "<authors><a>Maria Lund</a><a>Bo Ek</a></authors></{n}>"
)
REVISION = (
    "<page><title>Harbour opens</title><revision><timestamp>2019-03-22T10:00:00Z</timestamp><author>Maria Lund, Bo Ek"
    f"</author><text>{BODY}</text></revision></page>"
)
JATS = (
    "<article xmlns='https://jats.example/' date='2019-03-22'><front><article-meta><title-group><article-title>Harbour "
    "opens</article-title></title-group><byline>Maria Lund, Bo Ek</byline></article-meta></front><body><sec>"
    f"<p>{STORY}</p><p>{REST}</p></sec></body></article>"
)
FIELD = "<field name='{}'>{}</field>"


@pytest.mark.parametrize(
    ("frame", "article"),
    [
        ("<channel><title>Export</title>{}</channel>", ROW.format(n="row", t="Harbour opens", b=BODY)),
        ("<all>{}</all>", ROW.format(n="record", t="Harbour opens", b=f"<p>{STORY}</p><p>{REST}</p>")),
        (
            "<add>{}</add>",
            "<doc>"
            + FIELD.format("headline", "Harbour opens")
            + FIELD.format("content", f"&lt;p&gt;{STORY}&lt;/p&gt;&lt;p&gt;{REST}&lt;/p&gt;")
            + FIELD.format("pub_date", "2019-03-22T00:00:00Z")
            + FIELD.format("author", "Maria Lund, Bo Ek")
            + "</doc>",
        ),
        ("<wiki><siteinfo><sitename>Post</sitename></siteinfo>{}</wiki>", REVISION),
        ("<set>{}</set>", JATS),
    ],
)
@pytest.mark.parametrize("head", ["<?xml version='1.0'?>", ""])
def test_xml_whose_elements_are_named_as_fields_is_its_articles(
    tmp_path: Path, frame: str, article: str, head: str
) -> None:
    (tmp_path / "a.xml").write_text(head + frame.format(article + article.replace("Harbour opens", "Bridge closes")))
    found = [*articles(tmp_path).values()]
    assert [each.title for each in found] == ["Harbour opens", "Bridge closes"]
    assert {(each.published.iso, each.author, each.text) for each in found} == {
        ("2019-03-22", "Maria Lund, Bo Ek", BODY)
    }


def test_what_is_not_used_of_xml_is_told_and_xml_without_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(f"<r><n><title>Harbour opens</title><mood>calm</mood><text>{STORY}</text></n></r>")
    (tmp_path / "b.xml").write_text("<urlset><url><loc>https://a.example</loc></url></urlset>")
    (remark,) = remarks(tmp_path)
    assert "mood" in remark.text
    (reason,) = [item.reason for item in read(tmp_path) if not isinstance(item, Record)]
    assert "(urlset, url, loc) are not named as fields" in reason


def test_an_xml_that_declares_what_its_bytes_are_not_is_read(tmp_path: Path) -> None:
    item = "<item><title>Гавань открыта</title><description>Новая гавань открылась в понедельник.</description></item>"
    feed = f'<?xml version="1.0" encoding="utf-8"?><rss><channel><title>Почта</title>{item}</channel></rss>'
    (tmp_path / "a.xml").write_bytes(feed.encode("cp1251"))
    (tmp_path / "b.xml").write_bytes(feed.replace("utf-8", "windows-1251").encode("cp1251"))
    assert [each.title for each in articles(tmp_path).values()] == ["Гавань открыта"] * 2


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The quay&nbsp;opens &mdash; at last", "The quay opens — at last"),
        ("&lt;p&gt;The quay&nbsp;opens&lt;/p&gt;", "The quay opens"),
        ("Bed Bath & Beyond opens &amp; &lt;b&gt;closes&lt;/b&gt;", "Bed Bath & Beyond opens & closes"),
        ("The <b>quay</b> opens", "The quay opens"),
        ("<![CDATA[<a href='/?a=1&b=2'>The quay</a> &amp; the lock]]>", "The quay & the lock"),
        ("The &post; opens &amp; closes", "The Daily Post opens & closes"),
        ("The R&D of X&Y; and Caf&eacute;s", "The R&D of X&Y; and Cafés"),
    ],
)
@pytest.mark.parametrize("before", [0, 32_700, 32_740, 32_750, 32_760])
def test_no_words_are_lost_beside_entities_and_elements_in_a_feed(
    tmp_path: Path, written: str, read: str, before: int
) -> None:
    item = f"<item><title>Caf&eacute;</title><description>{written}</description></item>"
    frame = "<!DOCTYPE rss [<!ENTITY post 'Daily Post'>]>" if "&post;" in written else ""
    frame += f"<rss version='2.0'><!--{'x' * before}--><channel><title>Daily Post</title>{item * 2}</channel></rss>"
    (tmp_path / "a.xml").write_text(frame)
    found = [(each.title, " ".join(each.text.split())) for each in articles(tmp_path).values()]
    assert found == [("Café", read)] * 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-32-be", "iso-2022-jp"])
def test_entities_are_read_in_encodings_whose_bytes_are_not_those_of_ascii(tmp_path: Path, encoding: str) -> None:
    text = "職場のガラス工場は水曜日に場所を移した。"
    item = f"<item><title>職場 &amp; &lt;港&gt;</title><description>{text * 9}&#33;</description></item>"
    feed = f"<?xml version='1.0' encoding='{encoding}'?><rss><channel><title>Post</title>{item}</channel></rss>"
    (tmp_path / "a.xml").write_bytes(feed.encode(encoding))
    assert [(each.title, each.text) for each in articles(tmp_path).values()] == [("職場 & <港>", f"{text * 9}!")]


def test_a_feed_that_breaks_off_is_told_and_what_stands_before_is_kept(tmp_path: Path) -> None:
    item = f"<item><title>Harbour opens</title><description>{STORY}</description></item>"
    (tmp_path / "a.xml").write_text(f"<rss><channel><title>Post</title>\n{item}\n{item[:60]}")
    found = [*records(next(each for each in discover(tmp_path) if isinstance(each, SourceFile)))]
    assert isinstance(found[0], Record)
    assert found[0].content == STORY
    assert [each.reason for each in found if isinstance(each, Refusal)] == [
        "breaks off at line 3, before its last element ends; fetch it again"
    ]


def test_elements_of_html_that_nothing_closes_are_no_break(tmp_path: Path) -> None:
    item = f"<item><title>Harbour opens</title><description>{STORY}</description></item>"
    (tmp_path / "a.xml").write_text(f"<rss><channel>{item}<item><title>A<br>B</title></item></channel></rss>\n")
    found = [*records(next(each for each in discover(tmp_path) if isinstance(each, SourceFile)))]
    assert not any("breaks off" in each.reason for each in found if isinstance(each, Refusal))


def test_the_pages_of_a_wiki_are_read_without_markup_and_a_change_is_no_publication(tmp_path: Path) -> None:
    marked = f"""{{{{date|March 22, 2019}}}} {{{{Norway|{{{{x}}}}}}}}
[[File:Ship.jpg|thumb|A [[ship]] in the port]]
'''{STORY}'''&lt;ref name="a"&gt;Post&lt;/ref&gt;
{{| class="wikitable"
| 7
|}}
[[Ship|Ships]] {REST[6:]} [https://post.example More]&lt;!-- no --&gt;

== Sources ==
* {{{{source|url=x}}}}
[[Category:Ports]]"""
    changed = "<timestamp>2021-05-05T10:00:00Z</timestamp>"
    pages = [("Harbour opens", 0, marked), ("Talk:Harbour opens", 1, "No"), ("Port", 0, "#REDIRECT [[Harbour]]")]
    written = "".join(
        f"<page><title>{title}</title><ns>{space}</ns><revision>{changed}<text>{text}</text></revision></page>"
        for title, space, text in pages
    )
    (tmp_path / "a.xml").write_text(
        f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/">{written}</mediawiki>'
    )
    (found,) = articles(tmp_path).values()
    assert (found.title, found.published.iso) == ("Harbour opens", "2019-03-22")
    assert found.text == f"{STORY}\n\n{REST} More"
