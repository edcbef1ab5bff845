"""Who made an article is no name of its story: credits, bylines, photo credits and contact lines."""

import pytest

from corpus.article import Article, Author, AuthorRole
from corpus.enrichment.annotation import annotate

REPORTER, EDITOR, WRITER = AuthorRole.REPORTER, AuthorRole.EDITOR, AuthorRole.WRITER
PHOTOGRAPHER, CONTACT, TRANSLATOR = AuthorRole.PHOTOGRAPHER, AuthorRole.CONTACT, AuthorRole.TRANSLATOR
STORY = "Zelda Quimby spoke in Lima about fish and rates."


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        ("(Reporting by Ann Lund; Editing by Olav Berg)", [("Ann Lund", REPORTER), ("Olav Berg", EDITOR)]),
        (
            "(Reporting By  Ann Lund  in Rome, editing by Olav B. Berg)",
            [("Ann Lund", REPORTER), ("Olav B. Berg", EDITOR)],
        ),
        (
            "(Additional reporting by Ann Lund in Charlotte, North Carolina; Ida Moe and Per Vik in Oslo)",
            [("Ann Lund", REPORTER), ("Ida Moe", REPORTER), ("Per Vik", REPORTER)],
        ),
        (
            "(Ann Lund in Oslo and Ida Moe in Rome; Editing by Olav Berg)",
            [
                ("Ann Lund", REPORTER),
                ("Ida Moe", REPORTER),
                ("Olav Berg", EDITOR),
            ],
        ),
        ("With files from Ann Lund in Oslo", [("Ann Lund", REPORTER)]),
        ("Compiled by Ann Lund from agency reports", [("Ann Lund", WRITER)]),
        ("Source: Example Wire | Editor: Ann Lund", [("Ann Lund", EDITOR)]),
        ("Example Wire; additional reporting by Ann Lund", [("Ann Lund", REPORTER)]),
        ("The Example Wire's Ann Lund in Oslo contributed.", [("Ann Lund", REPORTER)]),
        ("LIMA, March 3 (Example) - By Ann Lund", [("Ann Lund", WRITER)]),
        ("The writer, Ann Lund, is a columnist for the Morning Post.", [("Ann Lund", WRITER)]),
        ("(Mit Material der dpa und von Anna Lund)", [("Anna Lund", REPORTER)]),
        ("oprac. Anna Lund, fot. Jan Berg", [("Anna Lund", WRITER), ("Jan Berg", PHOTOGRAPHER)]),
        ("Tekst: Anna Lund / Foto: Jan Berg", [("Anna Lund", WRITER), ("Jan Berg", PHOTOGRAPHER)]),
        ("© 2019 Example Wire", []),
        (
            "((Reporting by Ann Lund, Editing by Olav Berg)(ann@example.com; +47 22 33 44 55))",
            [("Ann Lund", REPORTER), ("Olav Berg", EDITOR)],
        ),
        ("Writing by Ann Lund; translated by Olav Berg", [("Ann Lund", WRITER), ("Olav Berg", TRANSLATOR)]),
        ("By Ann Lund and Olav Berg", [("Ann Lund", WRITER), ("Olav Berg", WRITER)]),
        ("Ann Lund in Oslo contributed to this report.", [("Ann Lund", REPORTER)]),
        ("Photo: Ann Lund/Getty Images", [("Ann Lund", PHOTOGRAPHER)]),
        ("Boats in the harbour. REUTERS/Ann Lund", [("Ann Lund", PHOTOGRAPHER)]),
        ("Media contact: Ann Lund, +47 22 33 44 55, ann@example.com", [("Ann Lund", CONTACT)]),
        ("(Bericht von Ann Lund, redigiert von Olav Berg)", [("Ann Lund", REPORTER), ("Olav Berg", EDITOR)]),
        ("(Reportage d'Ann, édité par Olav Berg)", [("Olav Berg", EDITOR)]),
        ("(Reporte adicional de Ana Luna; editado por Pablo Berg)", [("Ana Luna", REPORTER), ("Pablo Berg", EDITOR)]),
        ("Автор: Иван Лунин", [("Иван Лунин", WRITER)]),
        ("Edited by: Ann Lund", [("Ann Lund", EDITOR)]),
        ("Photographs: Ann Lund/Getty Images", [("Ann Lund", PHOTOGRAPHER)]),
        (
            "(Información de Ana Luna. Editado en español por Pablo Berg)",
            [("Ana Luna", REPORTER), ("Pablo Berg", EDITOR)],
        ),
        ("(Berichterstattung von Ann Lund, redigiert von Olav Berg)", [("Ann Lund", REPORTER), ("Olav Berg", EDITOR)]),
        ("All boats came home. — Ann Lund", [("Ann Lund", WRITER)]),
        ("--With assistance from Ann Lund and Olav Berg.", [("Ann Lund", REPORTER), ("Olav Berg", REPORTER)]),
        ("To contact the reporter on this story: Ann Lund in Oslo at ann@example.com", [("Ann Lund", REPORTER)]),
        ("Ann Lund reported from Oslo and Olav Berg from Rome.", [("Ann Lund", REPORTER), ("Olav Berg", REPORTER)]),
        ("Ann Lund is a staff writer at the Morning Post. Follow her on Twitter: @ann", [("Ann Lund", WRITER)]),
        ("Ann Lund, Staff Writer", [("Ann Lund", WRITER)]),
        ("Ann Lund/dpa", [("Ann Lund", WRITER)]),
        ("Ann Lund avec AFP", [("Ann Lund", WRITER)]),
        ("(avec Ann Lund à Oslo)", [("Ann Lund", REPORTER)]),
        ("Photo by Ann Lund/AFP via Getty Images", [("Ann Lund", PHOTOGRAPHER)]),
        ("Die Fragen stellte Ann Lund.", [("Ann Lund", WRITER)]),
        ("Propos recueillis par Ann Lund", [("Ann Lund", WRITER)]),
        ("(Ann Lund, in redazione a Roma Olav Berg)", [("Ann Lund", REPORTER), ("Olav Berg", EDITOR)]),
        ("(Иван Лунин. Редактор Анна Седова)", [("Иван Лунин", REPORTER), ("Анна Седова", EDITOR)]),
        ("(إعداد محمد سالم للنشرة العربية - تحرير سها جادو)", [("محمد سالم", REPORTER), ("سها جادو", EDITOR)]),
        ("di Ann Lund", [("Ann Lund", WRITER)]),
        (
            "This story was reported by Ann Lund and edited by Olav Berg.",
            [("Ann Lund", REPORTER), ("Olav Berg", EDITOR)],
        ),
        ("Ann Lund can be reached at ann@example.com.", [("Ann Lund", CONTACT)]),
        ("Photographie : Ann Lund", [("Ann Lund", PHOTOGRAPHER)]),
        ("Fot. Ann Lund", [("Ann Lund", PHOTOGRAPHER)]),
        ("Фото: Иван Лунин / РИА Новости", [("Иван Лунин", PHOTOGRAPHER)]),
        ("Φωτογραφία: Άννα Λούντ", [("Άννα Λούντ", PHOTOGRAPHER)]),
        ("צילום: חנה לוי", [("חנה לוי", PHOTOGRAPHER)]),
        ("Von unserem Korrespondenten Ann Lund, Oslo", [("Ann Lund", REPORTER)]),
    ],
)
def test_a_credit_names_authors_with_their_roles_and_no_entities(
    credit: str, authors: list[tuple[str, AuthorRole]]
) -> None:
    document = annotate(Article("a", "Fish", f"{STORY}\n\n{credit}"))
    assert [(each.name, each.role) for each in document.authors] == authors
    assert {entity.name for entity in document.entities} <= {"Zelda Quimby", "Lima"}


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        ("Translated from the Danish by Ann Lund", [("Ann Lund", TRANSLATOR)]),
        ("By Ann Lund | Morning Gazette", [("Ann Lund", WRITER)]),
        ("Aus dem Dänischen von Ann Lund", [("Ann Lund", TRANSLATOR)]),
        ("Interview conducted by Ann Lund", [("Ann Lund", REPORTER)]),
        ("EXAMPLE WIRE PHOTO/Ann Lund", [("Ann Lund", PHOTOGRAPHER)]),
        ("Photograph: Ann Lund for the Example Wire", [("Ann Lund", PHOTOGRAPHER)]),
        ("Reach Ann Lund at alund@example.com or on Twitter", [("Ann Lund", CONTACT)]),
        ("（记者：李晓梅 编辑：王志远）", [("李晓梅", REPORTER), ("王志远", EDITOR)]),
        ("撮影＝田中浩二", [("田中浩二", PHOTOGRAPHER)]),
        ("최은지 기자", [("최은지", REPORTER)]),
    ],
)
def test_a_line_all_of_whose_words_have_their_place_in_a_credit_is_one(
    credit: str, authors: list[tuple[str, AuthorRole]]
) -> None:
    document = annotate(Article("a", "Fish", f"{STORY}\n\nIt rained.\n\nBoats came home.\n\n{credit}"))
    assert [(each.name, each.role) for each in document.authors] == authors
    assert {entity.name for entity in document.entities} <= {"Zelda Quimby", "Lima"}


@pytest.mark.parametrize(
    "heading",
    [
        "FRANCE UNDER PRESSURE",
        "Photographer Ann Lund was killed.",
        "Ann Lund",
        "- Ann Lund",
        "Ann Lund is a staff writer who was jailed for nine months.",
        "Ann Lund contributed to this report by the committee.",
        "Ann Lund reported from Cork for nine years before she was expelled.",
        "Ann Lund, Cork\nBo Ekman, Derry\nEva Holm, Sligo",
        "Ann Lund / Bo Ekman",
        "Tested by: Ann Lund RRP: 49.95 Euro, more on +49 40 890 85 43",
        "Ann Lund/Labour",
        "Ann Lund (SPD)",
        "Ann Lund for Labour",
        "Ann Lund, Leeds United",
        "Ann Lund is a reporter for the Morning Post and was shot on Monday.",
        "Ann Lund is a writer at the Morning Post. She died on Sunday.",
        "Ann Lund teaches law at Yale University. She was arrested on Monday.",
        "Ann Lund ist Journalistin und wurde am Montag verhaftet.",
        "Ann Lund est journaliste et a été arrêtée lundi.",
        "Ana Luna es periodista y fue detenida el lunes.",
        "The suit names AFP/Ann Lund as a defendant.",
        '"We will not leave," she wrote. (Ann Lund, letter to the council)',
        "HOLDERS AUTHORISE CAPITAL RAISE",
        "Shop Bestseller: Ann Lund – Tolva Brask Review [Video]",
        "Das Buch, aus dem Dänischen übersetzt von Ann Lund, erscheint im Mai.",
    ],
)
def test_a_heading_or_a_sentence_at_the_end_credits_nobody(heading: str) -> None:
    assert annotate(Article("a", "Fish", f"{STORY}\n\nIt rained.\n\nBoats came home.\n\n{heading}")).authors == ()


@pytest.mark.parametrize(
    ("credit", "photographers"),
    [
        ("/ AFP PHOTO / ANN LUND", ["Ann Lund"]),
        ("AP Photo/Ann Lund", ["Ann Lund"]),
        ("Ann Lund / Anadolu Agency", ["Ann Lund"]),
        ("(Ann Lund/Pool Photo via AP)", ["Ann Lund"]),
        ("| FILE PHOTO | GETTY IMAGES", []),
    ],
)
def test_a_credit_at_the_end_of_a_caption_names_the_photographer(credit: str, photographers: list[str]) -> None:
    caption = f"A boat leaves the harbour of Lima on 28 April 2017. {credit}"
    document = annotate(Article("a", "Fish", f"{caption}\n\nZelda Quimby spoke about rates."))
    assert document.authors == tuple(Author(name, PHOTOGRAPHER) for name in photographers)
    assert {entity.name for entity in document.entities} == {"Lima", "Zelda Quimby"}


@pytest.mark.parametrize(
    "text",
    [
        "He sang with Tess/Zelda Quimby.",
        "Writing by hand is healthy, Zelda Quimby said.",
        "Reporting by Zelda Quimby shows that fish prices fell.",
        "The atlas (edited by Zelda Quimby) sold well.",
        "By noon on Monday Zelda Quimby had left.",
        "The harbour, photographed for the picture by Zelda Quimby, was full.",
        "Zelda Quimby contributed to the success of the party.",
        "Fish is dear. Zelda Quimby is an editor who fishes.\n\nQuimby was arrested on Monday.",
        "Fish is dear.\n\nZelda Quimby is the editor of a magazine, the mayor said.",
        "The song (with Zelda Quimby) is long.",
        "It rained on Monday. - Here Zelda Quimby left the harbour.",
        "Zelda Quimby, correspondent and angler, left.",
    ],
)
def test_whom_a_sentence_names_stays_in_the_story(text: str) -> None:
    document = annotate(Article("a", "", text))
    assert (document.authors, [entity.name for entity in document.entities]) == ((), ["Zelda Quimby"])


def test_a_story_that_goes_on_behind_an_address_stays() -> None:
    document = annotate(Article("a", "", "Contact Ann Lund at ann@example.com. Zelda Quimby spoke about rates."))
    assert [entity.name for entity in document.entities] == ["Zelda Quimby"]


def test_the_stated_author_comes_first_and_once() -> None:
    article = Article("a", "Fish", f"By Ann Lund\n\n{STORY}\n\n(Editing by Olav Berg)", author="Ann Lund")
    assert annotate(article).authors == (Author("Ann Lund"), Author("Olav Berg", EDITOR))


def test_where_reporters_are_is_not_where_the_story_is() -> None:
    document = annotate(Article("a", "", "Prices fell in Peru.\n\n(Reporting by Ann Lund in Oslo, Norway)"))
    assert [country.code for country in document.countries] == ["PE"]


PARAGRAPH = f"{STORY} It rained on the harbour all day, and the boats came home with little."


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("by ann lund", "Ann Lund"),
        ("Ann Lund for the Morning Post", "Ann Lund"),
        ("Tolva Brask, Oslo", "Tolva Brask"),
        ("Tolva Brask in Oslo", "Tolva Brask"),
        ("From Tolva Brask in Oslo", "Tolva Brask"),
        ("Ann Lund\n\nDo Correio, em Lisboa", "Ann Lund"),
        ("Ein Gastbeitrag von Ann Lund", "Ann Lund"),
        ("Opinion by Ann Lund", "Ann Lund"),
        ("As told to Ann Lund", "Ann Lund"),
        ("BERGEN, Norway — By Ann Lund, Staff Reporter — Boats sank.", "Ann Lund"),
        ("Ann Lund | TNN | Mar 14, 2019, 10:42 IST", "Ann Lund"),
        ("Posted by Ann Lund on March 4, 2019", "Ann Lund"),
        ("Publié par Anne Lund le 4 mars 2019", "Anne Lund"),
        ("Ann Lund Senior Reporter", "Ann Lund"),
        ("Ann Lund • 3 min read", "Ann Lund"),
        ("Z Oslo Tolva Brask (PAP)", "Tolva Brask"),
        ("Corresponsal Ana Luna", "Ana Luna"),
        ("De Paris Lund à Oslo", "Paris Lund"),
        ("Ann Lund in Oslo and agencies", "Ann Lund"),
        ("MARIBOR, Slovenia — Ann Lund, Example Wire", "Ann Lund"),
        ("Ann Lund", "Ann Lund"),
    ],
)
def test_a_line_under_the_title_names_its_author(line: str, name: str) -> None:
    document = annotate(Article("a", "Fish", f"{line}\n\n{PARAGRAPH}\n\nBoats came home."))
    assert [each.name for each in document.authors] == [name]
    assert name not in {entity.name for entity in document.entities}


def test_a_byline_and_a_biography_name_one_author() -> None:
    text = f"By Ann Lund\n\n{PARAGRAPH}\n\nAnn Lund is a columnist for the Morning Post."
    document = annotate(Article("a", "Fish", text, author="ANN LUND"))
    assert document.authors == (Author("Ann Lund"),)
    assert {entity.name for entity in document.entities} == {"Zelda Quimby", "Lima"}


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ann Lund in Oslo. Photo: Olav Berg", ["Olav Berg"]),
        ("By Ann Lund in Oslo. Photo: Olav Berg", ["Ann Lund", "Olav Berg"]),
    ],
)
def test_whom_a_caption_names_is_no_author_beside_who_took_the_picture(line: str, authors: list[str]) -> None:
    document = annotate(Article("a", "Fish", f"{line}\n\n{PARAGRAPH}\n\n{PARAGRAPH}"))
    assert [each.name for each in document.authors] == authors


def test_who_took_a_picture_stands_in_brackets_behind_its_caption() -> None:
    text = f"{PARAGRAPH}\n\nThe harbour on Monday. (Ann Lund/Reuters)\n\nBoats came home."
    assert annotate(Article("a", "Fish", text)).authors == (Author("Ann Lund", PHOTOGRAPHER),)


@pytest.mark.parametrize(
    ("credit", "authors"),
    [
        ("Photographe Ann Lund", [("Ann Lund", PHOTOGRAPHER)]),
        ("Posted by: Ann Lund", [("Ann Lund", WRITER)]),
        ("Ann Lund (à Lima)", [("Ann Lund", WRITER)]),
        ("Ann Lund, avec l'AFP", []),
        ("Ann Lund (mit dpa)", [("Ann Lund", WRITER)]),
        ("De Ana Luna", [("Ana Luna", WRITER)]),
        ("Ann Lund\nTransport correspondent", [("Ann Lund", REPORTER)]),
        ("Tolva Brask\nredaktør", [("Tolva Brask", EDITOR)]),
        ("TOLVA BRASK, City Hall reporter", [("Tolva Brask", REPORTER)]),
        ("Ann Lund covers transport for the Morning Post.", [("Ann Lund", WRITER)]),
        ("Ann Lund ist Redakteurin der Morgenpost.", [("Ann Lund", WRITER)]),
        ("Ana Luna colaboró en este reportaje.", [("Ana Luna", REPORTER)]),
        ("Foto: Ann Lund/examplewire", [("Ann Lund", PHOTOGRAPHER)]),
        ("Foto: Ann Lund/Ritzau Bildbyrå", [("Ann Lund", PHOTOGRAPHER)]),
        ("— Ann Lund and Olav Berg", [("Ann Lund", WRITER), ("Olav Berg", WRITER)]),
        ("Editing by Lisa Von Berg", [("Lisa Von Berg", EDITOR)]),
        (
            "(Reporting by Ann Lund; Editing by Olav Berg) Keywords: OIL/PRICES UP",
            [("Ann Lund", REPORTER), ("Olav Berg", EDITOR)],
        ),
        ('(Sources: "Fish and Nets" by Tess Holm, Wire) (Reporting by Ann Lund)', [("Ann Lund", REPORTER)]),
        ("A boat leaves the harbour on Tuesday. (AP Photo/Ann J. Lund) less", [("Ann J. Lund", PHOTOGRAPHER)]),
        ("Foto's en tekst: Ann Lund", [("Ann Lund", PHOTOGRAPHER)]),
        (
            "(Bericht von Ann Lund, redigiert von Olav Berg. Bei Rückfragen wenden Sie sich bitte an die Redaktion)",
            [("Ann Lund", REPORTER), ("Olav Berg", EDITOR)],
        ),
        ("רפי לוי\nצילום: חנה לוי", [("חנה לוי", PHOTOGRAPHER)]),
        ("फोटो: राजेश मिश्रा", [("राजेश मिश्रा", PHOTOGRAPHER)]),
        ("Ảnh: Trần Văn Khoa", [("Trần Văn Khoa", PHOTOGRAPHER)]),
        ("(서울=연합뉴스) 김민수 기자", [("김민수", REPORTER)]),
        ("【北京＝鈴木一郎】", [("鈴木一郎", REPORTER)]),
        (
            "This story was first written by Ann Lund and translated by Olav Berg.",
            [("Ann Lund", WRITER), ("Olav Berg", TRANSLATOR)],
        ),
        (
            "Dieser Text wurde von Anna Lund verfasst und von Olav Berg redigiert.",
            [("Anna Lund", WRITER), ("Olav Berg", EDITOR)],
        ),
        ("Our correspondent, Tolva Brask, Lima", [("Tolva Brask", REPORTER)]),
        ("Ann Lund, with assistance from Olav Berg", [("Ann Lund", REPORTER), ("Olav Berg", REPORTER)]),
        ("(Анна Лунина, редактор Иван Седов)", [("Анна Лунина", REPORTER), ("Иван Седов", EDITOR)]),
        (
            "(Reporting by\n\nAnn Lund\n\nin Lima; Editing by Olav Berg)",
            [("Ann Lund", REPORTER), ("Olav Berg", EDITOR)],
        ),
        ("For more information, please contact Ann Lund at +47 22 33 44 55.", [("Ann Lund", CONTACT)]),
        ("Issued by: Ann Lund, Press Officer. Cell: 082 555 0166", [("Ann Lund", CONTACT)]),
        ("Media contact:\n\nAnn Lund\n\nNets Ltd\n\n+47 22 33 44 55", [("Ann Lund", CONTACT)]),
        ("Foto EXAMPLE / Tolva Brask", [("Tolva Brask", PHOTOGRAPHER)]),
        ("Door: Ann Lund - Fotografie: Olav Berg", [("Ann Lund", WRITER), ("Olav Berg", PHOTOGRAPHER)]),
        ("Until next week,\nAnn Lund", [("Ann Lund", WRITER)]),
        ("The writer, Ann Lund, teaches law in Lima.", [("Ann Lund", WRITER)]),
        ("Ann Lund is deputy editor of the Morning Post.", [("Ann Lund", WRITER)]),
        ("Der Autor Olav Berg ist Professor in Oslo.", [("Olav Berg", WRITER)]),
        ("Dr Ann Lund is a senior lecturer in law at the University of Oslo.", [("Ann Lund", WRITER)]),
        ("Bài, ảnh: Trần Văn Khoa", [("Trần Văn Khoa", WRITER)]),
        ("© 2019 Ann Lund/AFP via Getty Images", [("Ann Lund", PHOTOGRAPHER)]),
        ("© 2019 The Post. Photo: Ann Lund/EPA", [("Ann Lund", PHOTOGRAPHER)]),
        ("Interview by Ann Lund. This interview has been edited.", [("Ann Lund", REPORTER)]),
        ("Translated by Ann Lund from an article first published in Delo.", [("Ann Lund", TRANSLATOR)]),
        ("As told to Ann Lund. Edited by Olav Berg.", [("Ann Lund", WRITER), ("Olav Berg", EDITOR)]),
        ("Tekst Ann Lund, beeld Tolva Brask", [("Ann Lund", WRITER), ("Tolva Brask", PHOTOGRAPHER)]),
        ("글 김민수 기자 · 사진 최은지 기자", [("김민수", WRITER), ("최은지", PHOTOGRAPHER)]),
    ],
)
def test_a_credit_stands_at_the_end_of_a_paragraph_alone(credit: str, authors: list[tuple[str, AuthorRole]]) -> None:
    document = annotate(Article("a", "Fish", f"{PARAGRAPH}\n\n{credit}"))
    assert [(each.name, each.role) for each in document.authors] == authors


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“A clock that runs is a small miracle.” — Zelda Quimby", "Zelda Quimby"),
        ("Zelda Quimby contributed to the report that the board will publish.", "Zelda Quimby"),
        ("Zelda Quimby is a former staff writer who now farms.", "Zelda Quimby"),
        ("Zelda Quimby covers the whale's jaw with a blanket.", "Zelda Quimby"),
        ("It is the end of my shop.\n— Zelda Quimby", "Zelda Quimby"),
        ("Zelda Quimby\nPhotographer of the year", "Zelda Quimby"),
        ("Zelda Quimby, editor\nTess Holm, baker", "Zelda Quimby"),
        ("Zelda Quimby, writer, 84", "Zelda Quimby"),
        ("In the photo: Zelda Quimby", "Zelda Quimby"),
        ("Pictured: Zelda Quimby", "Zelda Quimby"),
        ("Auf dem Foto: Zelda Quimby", "Zelda Quimby"),
        ("Na zdjęciu: Zelda Quimby", "Zelda Quimby"),
        ("Op de foto: Zelda Quimby", "Zelda Quimby"),
        ("En la foto, Zelda Quimby", "Zelda Quimby"),
        ("Zelda Quimby is a producer of the film.", "Zelda Quimby"),
        ("The author, Zelda Quimby, was arrested.", "Zelda Quimby"),
        ("Anyone with news should call Zelda Quimby on 101.", "Zelda Quimby"),
        ("The winner came in. (Zelda Quimby/Ferrari)\n\nIt rained.", "Zelda Quimby"),
        ("UBS, QUIMBY ALSO DEFENDANTS\n\nZelda Quimby spoke.", "Zelda Quimby"),
    ],
)
def test_whom_the_last_lines_tell_of_stays_in_the_story(text: str, name: str) -> None:
    document = annotate(Article("a", "Fish", f"It rained on the harbour all day, and boats came home.\n\n{text}"))
    assert document.authors == ()
    assert name in {entity.name for entity in document.entities}


@pytest.mark.parametrize(
    "text",
    [
        "Starring Ann Lund and Olav Berg\n\n{0}\n\n{0}",
        "{0}\n\n{0}\n\nAnn Lund and Olav Berg\n\nThey met in June in the old hall and spoke for an hour about boats.",
        "{0}\n\n{0}\n\n- Ann Lund, Oslo\n\n- Olav Berg, Bergen\n\n{0}\n\n{0}",
        "{0}\n\n{0}\n\nThe Sea, by Ann Lund",
        "{0}\n\n{0}\n\nAnn Lund (Green)\nOlav Berg (Harbour Party)",
        "{0}\n\n{0}\n\nAnn Lund and the Harbour Trust",
    ],
    ids=["players", "heading between paragraphs", "list", "book", "vote", "person and body"],
)
def test_whom_a_heading_or_a_list_names_stays_in_the_story(text: str) -> None:
    document = annotate(Article("a", "Fish", text.format(PARAGRAPH)))
    assert document.authors == ()
    assert any("Ann Lund" in entity.name for entity in document.entities)


def test_a_sentence_that_begins_like_a_credit_is_read_in_a_script_without_capitals() -> None:
    text = "تحرير المدينة استغرق ستة أسابيع، وقال الرئيس عبد الفتاح السيسي إن الجسر سيبقى مفتوحا."
    document = annotate(Article("a", "", text, language="ar"))
    assert (document.authors, len(document.entities)) == ((), 1)


def test_a_line_that_cleaning_takes_away_still_credits() -> None:
    removed = ("To contact the reporter on this story: Ann Lund in Oslo at ann@example.com", "责任编辑：赵丽华")
    assert [(each.name, each.role) for each in annotate(Article("a", "Fish", PARAGRAPH, removed)).authors] == [
        ("Ann Lund", REPORTER),
        ("赵丽华", EDITOR),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lund's Friend Sets Internet On Fire With Pictures",
        "Rare Photos of Ann Lund Inspecting Boats",
        "Photos: Ann Lund",
        "58th Biennale of Art 2019 | May You Live in Interesting Times",
        "Wednesday, November 20, 2019 Spokane, Washington Est. May 19, 1883",
        "John M. Lund in 1987.",
        "Example Images/Creatas RF",
    ],
)
def test_headlines_that_cleaning_takes_away_credit_nobody(line: str) -> None:
    assert annotate(Article("a", "Fish", PARAGRAPH, (line,))).authors == ()


def test_lines_of_other_stories_that_cleaning_takes_away_credit_nobody() -> None:
    removed = ("Written by Ann Lund", "Written by Olav Berg, MS", "Edited by: Tess Holm")
    assert annotate(Article("a", "Fish", PARAGRAPH, removed)).authors == (Author("Tess Holm", EDITOR),)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Olav Berg, 4 March 2019", ["Ann Lund"]),
        ("By Ann Lund and Olav Berg, 4 March 2019", ["Ann Lund", "Olav Berg"]),
    ],
)
def test_a_comment_that_cleaning_takes_away_names_no_second_author(line: str, authors: list[str]) -> None:
    article = Article("a", "Fish", PARAGRAPH, (line,), author="Ann Lund")
    assert [each.name for each in annotate(article).authors] == authors


def test_a_name_over_an_address_that_cleaning_takes_away_is_whom_to_reach() -> None:
    article = Article("a", "Fish", f"{PARAGRAPH}\n\nAnn Lund", ("ann.lund@example.com",))
    assert annotate(article).authors == (Author("Ann Lund", CONTACT),)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Ann Lund | TNN | Mar 14, 2019, 10:42 IST", Author("Ann Lund", WRITER)),
        ("Boats in the harbour. Photograph: Ann Lund/Shutterstock", Author("Ann Lund", PHOTOGRAPHER)),
        ("Boats in the harbour. Ann Lund / Morning Post", Author("Ann Lund", PHOTOGRAPHER)),
        ("© 2019 Ann Lund/AFP via Getty Images", Author("Ann Lund", PHOTOGRAPHER)),
    ],
)
def test_a_day_or_a_caption_that_cleaning_takes_away_still_names_whose_it_is(line: str, author: Author) -> None:
    assert annotate(Article("a", "Fish", PARAGRAPH, (line,))).authors == (author,)


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("Фото Анны Луниной", "Анна Лунина"),
        ("Фото: Анна Лунина", "Анна Лунина"),
        ("Перевод с польского Игоря Лунина", "Игорь Лунин"),
        ("Фото Ильи Лунина", "Илья Лунин"),
        ("Фото: Александра Лунского", "Александр Лунский"),
        ("Фото: Богдана Лунина", "Богдана Лунина"),
        ("Фото: Ярослава Сорока", "Ярослава Сорока"),
    ],
)
def test_whom_a_russian_credit_names_stands_in_the_nominative(credit: str, name: str) -> None:
    text = f"Министры встретились в понедельник в городе, чтобы обсудить новый порт и его шлюзы.\n\n{credit}"
    assert [each.name for each in annotate(Article("a", "", text, language="ru")).authors] == [name]


def test_a_credit_of_a_picture_under_the_title_is_no_name() -> None:
    text = "Фото Анны Луниной\n\nМинистры встретились в понедельник в городе, чтобы обсудить новый порт и его шлюзы."
    found = annotate(Article("a", "План порта", text, language="ru")).authors
    assert found == (Author("Анна Лунина", PHOTOGRAPHER),)


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ("Фото: Олександра Кравець", "Олександра Кравець"),
        ("Фото: Станіслава Береза", "Станіслава Береза"),
        ("Фото: Богдана Костюка", "Богдан Костюк"),
    ],
)
def test_a_ukrainian_credit_tells_women_from_men_in_the_genitive(credit: str, name: str) -> None:
    text = f"Міністри зустрілися в понеділок у місті, щоб обговорити новий порт і його шлюзи.\n\n{credit}"
    assert [each.name for each in annotate(Article("a", "", text, language="uk")).authors] == [name]
