import textwrap
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.article import UNDATED, Article
from corpus.errors import Refused
from corpus.extraction.boilerplate.paragraphs import whole_words
from corpus.extraction.boilerplate.plain_text import cleaned
from corpus.extraction.extract import to_article
from corpus.extraction.text.legible import visible
from corpus.extraction.text.lines import lines_of
from corpus.readers.discovery import SourceFile, discover
from corpus.readers.records import records
from corpus.record import ContentKind, Record

SEEDS = {
    "000": ((1, 0), None, {1, 3, 27, 29}),
    "001": ((6, 0), None, {1, 2, 3, 4, 6, 9, 29, 33}),
    "002": ((4, 0), "Islamic Invitation Turkey", {1, 2, 4, 6, 24}),
    "003": ((3, 0), "News agency Inforos", {1, 2, 3, 7, 23, 25, 27}),
    "004": ((1, len("WASHINGTON: ")), None, {21, 22}),
}
"""Of each seed the line and column where its title begins, its source, and the lines that are no part of its text."""

STORY = (
    "The new harbour opened on Monday after nine years of work on the quays and locks.",
    "Ships from eleven countries waited in the bay, and the first of them entered shortly after noon.",
    "The mayor said that the town had never seen so many flags.",
)


def words(text: str) -> str:
    return " ".join(text.split())


def article(text: str, kind: ContentKind = ContentKind.TEXT) -> Article:
    return to_article(Record("a", "a.txt", None, kind, text))


def seed(folder: Path, start: str) -> tuple[Article, list[str]]:
    (source,) = (item for item in discover(folder) if isinstance(item, SourceFile) and item.name.startswith(start))
    (record,) = records(source)
    assert isinstance(record, Record)
    return to_article(record), source.path.read_text().splitlines()


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_keeps_every_sentence_and_no_chrome(seeds: Path, name: str) -> None:
    read, lines = seed(seeds, name)
    (line, column), source, outside = SEEDS[name]
    title = words(lines[line - 1])[column:]
    inside = [words(line) for number, line in enumerate(lines, 1) if line.strip() and number not in outside]
    assert read.text.split("\n\n") == inside
    assert title.startswith(read.title.rstrip("…"))
    assert (len(read.title) < len(title)) == read.title.endswith("…")
    assert read.source == source
    assert read.published == UNDATED
    assert {*read.removed, read.title} >= {words(lines[number - 1]) for number in outside}
    assert len(read.removed) == len(outside) - (line in outside)


@pytest.mark.parametrize(
    "chrome",
    [
        "Home > World > Africa",
        "HomeWorldAfrica",
        "Share   Tweet   Print",
        "Print | E-mail | Share",
        "Advertisement",
        "We use cookies to improve your experience. By browsing on you accept this.",
        "Diese Website verwendet Cookies.",
        "Subscribe to our newsletter",
        "You are reading a free article. Subscribe to support our newsroom.",
        "Do you like this story? Consider helping us!",
        "About | Help | © Daily Post. Reproduction is prohibited.",
        "Tags: harbour, quays",
        "© 2019 The Daily Post. All rights reserved.",
        "12 comments",
        "Was this article useful? Yes No",
        "Lire aussi : Un port trop cher",
        "https://example.org/harbour?page=2",
        "5 $ 25 $ 2,500 $",
        "aaa97e5d-b10d-42ae-9df8-8b9ae88c7870",
        "Поделиться",
        "Become a member",
        "Word nu abonnee",
    ],
)
def test_a_line_of_chrome_goes_wherever_it_stands(chrome: str) -> None:
    for place in range(len(STORY) + 1):
        text = "\n\n".join([*STORY[:place], chrome, *STORY[place:]])
        read = article(text)
        assert read.text == "\n\n".join(STORY)
        assert read.removed == (words(chrome),)


@pytest.mark.parametrize(
    "line",
    [
        "A photo of the quays / Archive",
        "Share prices fell",
        "More than 2,500 people came",
        "The world in 2019",
        "Two years on",
        "By Maria Lund",
        "“Home at last,” he said.",
        "Help the victims, the mayor urged.",
        "Like us, the neighbours had no water.",
        "Register offices opened again on Monday.",
        "Posted in Oslo since 2003, she knew them all.",
        "The firm said it would stop using cookies in March.",
        "He told the crowd to subscribe to no such view.",
        "Copyright law changed twice in nine years.",
        "Copyright 2019 was the title of her film.",
        "Flags over the quays on Monday. © Agency 2014",
        "A copyright row over a song ended in 2019",
        "Copyright of the song belongs to Ada Quill since 2011.",
        "Already a member of the club, he paid nothing.",
        "To read the whole poem takes an hour.",
        "Get the latest train home",
        "Enjoy what you eat!",
        "Was this story true?",
    ],
)
def test_a_line_in_doubt_stays(line: str) -> None:
    assert line in article("\n\n".join([STORY[0], line, *STORY[1:]])).text.split("\n\n")


def test_a_headline_may_begin_with_its_sources() -> None:
    draft = cleaned("\n\n".join(("Sources: Two ministers to resign", *STORY)))
    assert (draft.title, draft.text) == ("Sources: Two ministers to resign", "\n\n".join(STORY))


def test_headlines_below_a_box_go_with_it() -> None:
    text = "\n".join(
        [*STORY, "Related Articles", "Who will pay for the ferry?", "Bakers strike in the old town", "Back to top"]
    )
    assert article(text).text == "\n\n".join(STORY)


def test_a_subheading_stays_below_a_box_within_the_text() -> None:
    text = "\n".join([STORY[0], "Read also", "What comes next", *STORY[1:]])
    assert article(text).text == "\n\n".join([STORY[0], "What comes next", *STORY[1:]])


def test_the_name_of_the_site_leaves_the_title() -> None:
    for suffix in (" - Daily Post", " | Daily Post", " — Daily Post", " / News / Daily Post"):
        read = article("\n".join(["Harbour opens" + suffix, "Menu", "Harbour opens", *STORY]))
        assert (read.title, read.source, read.text) == ("Harbour opens", "Daily Post", "\n\n".join(STORY))


def test_a_title_with_a_dash_stays_whole() -> None:
    assert article("Harbour opens - at last\n\n" + "\n\n".join(STORY)).title == "Harbour opens - at last"


def test_a_given_title_is_not_repeated() -> None:
    assert cleaned("Harbour OPENS\n\n" + "\n\n".join(STORY), "Harbour opens").text == "\n\n".join(STORY)


def test_wrapped_lines_make_one_paragraph() -> None:
    wrapped = textwrap.fill(" ".join(STORY), 60) + "\n\n" + textwrap.fill(" ".join(STORY[1:]), 50)
    assert article(wrapped).text == " ".join(STORY) + "\n\n" + " ".join(STORY[1:])


def test_white_space_folds_and_what_is_invisible_goes() -> None:
    assert article("The\u00a0 ha\u00adr\u200bbour\topened on \x07Monday.\r\nNine years it took.").text == (
        "The harbour opened on Monday.\n\nNine years it took."
    )


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The cafÃ© in MÃ¼nchen was fullâ€”nobody left.", "The café in München was full—nobody left."),
        ("â€œNobody left,â€\x9d she said at noon.", "“Nobody left,” she said at noon."),
        ("РњРёРЅРёСЃС‚СЂС‹ РІСЃС‚СЂРµС‚РёР»РёСЃСЊ РІ РњРѕСЃРєРІРµ.", "Министры встретились в Москве."),
        ("Ñandú in Âland and the façade of Ðiện.", "Ñandú in Âland and the façade of Ðiện."),
        ("РСФСР was the largest republic then.", "РСФСР was the largest republic then."),
    ],
)
def test_text_that_was_decoded_wrongly_is_repaired_and_no_other(broken: str, whole: str) -> None:
    assert article(f"{STORY[0]}\n\n{broken}").text == f"{STORY[0]}\n\n{whole}"


LINES = st.one_of(
    st.text(),
    st.sampled_from(
        [*STORY, "Menu", "Harbour opens", "Harbour opens - Post", "Related", "9 May 2014", "1 $", "", "and so"]
    ),
)
TEXTS = st.lists(LINES, max_size=40).map("\n".join)


@given(TEXTS)
@example("0\r²\n0\r²\n0\r²\nA\r¼")
@example("AA¬\nA")
def test_every_line_is_kept_or_removed(text: str) -> None:
    draft = cleaned(text)
    found = sorted(" ".join([draft.text, *draft.removed]).split())
    given_words = sorted(" ".join(cleaned_lines(text)).split())
    headed = sorted([*found, *draft.title.split()])
    assert given_words in (found, headed)


def cleaned_lines(text: str) -> list[str]:
    return [line.text for line in whole_words(lines_of(text))]


@given(TEXTS)
def test_clean_text_cleaned_again_loses_nothing(text: str) -> None:
    once = cleaned(text, "A title of its own")
    again = cleaned(once.text, "A title of its own")
    assert (again.text, again.removed) == (once.text, ())


def test_the_clean_text_of_a_seed_is_clean(seeds: Path) -> None:
    for name in SEEDS:
        read, _ = seed(seeds, name)
        assert cleaned(read.text, read.title).text == read.text


@settings(deadline=None)  # the first page loads the extractor
@given(st.text(), st.sampled_from((ContentKind.TEXT, ContentKind.MARKDOWN, ContentKind.HTML)))
def test_any_text_is_read_or_refused(text: str, kind: ContentKind) -> None:
    with suppress(Refused):
        assert article(text, kind).text.strip()


@given(st.text().map(visible).filter(str.strip))
def test_clean_text_is_taken_as_it_is(text: str) -> None:
    assert to_article(Record("a", "a.jsonl", 1, ContentKind.TEXT, text, {"clean": True})).text == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (ContentKind.TEXT, "harbour " * 125_000),
        (ContentKind.TEXT, "A.-, (" * 170_000),
        (ContentKind.TEXT, "Ships wait in bay\n" * 100_000),
        (ContentKind.TEXT, "\n".join(f"Ship {number} waits in the bay of Oslo" for number in range(100_000))),
        (ContentKind.HTML, "<div>" * 100_000 + "<p>Ships wait.</p>"),
        (ContentKind.HTML, "<h1>Ships</h1>" + "<div class=byline>wait</div>" * 10_000),
    ],
    ids=["one line", "marks", "same lines", "short lines", "deep page", "many boxes"],
)
def test_odd_sizes_take_no_more_than_seconds(kind: ContentKind, text: str) -> None:
    begun = time.process_time()
    with suppress(Refused):
        article(text, kind)
    assert time.process_time() - begun < 10


MENU = ["Home", "World", "Sport", "Weather", "Sign in", "Subscribe", "Search", "Facebook", "Twitter", "Contact us"]
AROUND = [
    "By Maria Lund",
    "Updated 2 hours ago",
]
BELOW = [
    "Share this article",
    "Related articles",
    "Bakers strike in the old town",
    "A strike of bakers leaves the old town without bread for a week.",
    "3 hours ago",
    "2 comments",
    "Olav on May 3, 2014 at 4:47 pm said:",
    "I have seen more flags than these, and the bay was full of ships when I was a child in this town.",
    "Reply",
    "© 2014 Daily Post. All rights reserved.",
]
LONG_STORY = [f"{line} This was paragraph {number} of the report." for number in "123" for line in STORY]


def test_a_whole_page_saved_as_text_loses_all_but_its_article() -> None:
    page = ["Harbour opens at last - Daily Post", *MENU, "Harbour opens at last", *AROUND, *LONG_STORY, *BELOW]
    read = article("\n".join(page))
    assert (read.title, read.source) == ("Harbour opens at last", "Daily Post")
    assert read.text.split("\n\n") == LONG_STORY
    assert {*MENU, *AROUND, *BELOW} <= {*read.removed}


def test_the_heading_of_a_page_may_differ_from_its_title() -> None:
    page = ["Harbour of Oslo opens at last | Daily Post", *MENU, "The harbour of Oslo opens", *LONG_STORY, *BELOW]
    assert article("\n".join(page)).title == "The harbour of Oslo opens"


def test_a_box_between_paragraphs_goes_and_does_not_end_the_article() -> None:
    box = ["Advertisement", "Most read", "Bakers strike in the old town", "Ferries to be free on Sundays"]
    page = [
        "Harbour opens at last - Daily Post",
        *MENU,
        "Harbour opens at last",
        *LONG_STORY[:3],
        *box,
        *LONG_STORY[3:],
    ]
    assert article("\n".join([*page, *BELOW])).text.split("\n\n") == LONG_STORY


def test_a_list_that_is_announced_belongs_to_the_article() -> None:
    ports = [f"Port {number} of the bay" for number in range(12)]
    page = ["Harbour opens at last - Daily Post", *MENU, "Harbour opens at last", *LONG_STORY, "They sail to:", *ports]
    assert article("\n".join([*page, *BELOW])).text.split("\n\n") == [*LONG_STORY, "They sail to:", *ports]


@pytest.mark.parametrize("width", [45, 60, 72, 80])
@pytest.mark.parametrize("indent", ["", "   "])
def test_wrapped_lines_are_no_menu_of_the_page_around(width: int, indent: str) -> None:
    paragraphs = [*STORY, *(f"{sentence} Nobody had asked for that." for sentence in STORY)]
    wrapped = "\n".join(textwrap.fill(each, width, initial_indent=indent) for each in paragraphs)
    menu = "Home\nWorld\nSport\nContact us\nShare\nTweet"
    page = f"{menu}\n\n{wrapped}\n\nRelated articles\nOther\n\nAll rights reserved.\n"
    assert words(article(page).text) == " ".join(paragraphs)


@pytest.mark.parametrize(
    "line",
    [
        "Mehr zum Thema",
        "Alle Rechte vorbehalten",
        "Temps de lecture : 3 min",
        "Inicia sesión para comentar",
        "© Riproduzione riservata",
        "Leia também: Barragem divide a região",
        "Schrijf je in voor de nieuwsbrief",
        "Dalsza część artykułu pod materiałem wideo",
        "İlgili haberler",
        "Bizi Twitter'da takip edin",
        "أخبار ذات صلة",
        "この記事は有料記事です。残り1200文字",
        "（责任编辑：王小红）",
        "Войдите, чтобы оставить комментарий",
    ],
)
def test_what_pages_say_around_an_article_goes_in_any_language(line: str) -> None:
    draft = cleaned("\n\n".join(("Harbour opens", STORY[0], line, *STORY[1:])))
    assert (draft.text, draft.removed) == ("\n\n".join(STORY), (line,))


@pytest.mark.parametrize(
    "line",
    [
        "Delen van de stad staan sinds gisteren onder water, zei de burgemeester.",
        "Recibe el alcalde un correo anónimo. La policía lo investiga.",
        "Der Artikel 5 des Grundgesetzes schützt die Meinungsfreiheit der Abonnenten und der Verlage seit 1949.",
    ],
)
def test_sentences_that_begin_alike_stay(line: str) -> None:
    assert line in cleaned("\n\n".join(("Harbour opens", STORY[0], line, *STORY[1:]))).text


@pytest.mark.parametrize(
    "line",
    [
        "Never miss a tide again: get our evening newsletter in your inbox",
        "Like the Daily Post? Join our WhatsApp channel",
        "Der Daily Post auf WhatsApp: Jetzt unseren Kanal abonnieren",
        "Rejoignez notre chaîne WhatsApp pour suivre l'info du port",
        "Únete a nuestro canal y recibe las noticias del puerto en tu correo",
        "Scarica la nostra app e attiva le notifiche",
        "Entre no nosso canal do Telegram",
        "Download onze nieuwsapp",
        "Pobierz naszą aplikację i włącz powiadomienia",
        "Скачайте наше приложение и включите уведомления",
        "Підписуйтесь на нас у Telegram",
        "Haberleri kaçırmamak için bildirimleri açın",
        "حمل تطبيقنا واشترك في النشرة",
        "下载我们的客户端",
        "アプリの通知を受け取るにはこちら",
        "Ladda ner vår nyhetsapp",
        "Log ind for at kommentere",
        "Sign up for our daily briefing.",
        "Folgen Sie uns",
        "Melden Sie sich an, um zu kommentieren",
        "Fehler gefunden? Jetzt melden",
        "免费注册",
        "点击查看",
        "Meld deg på nyhetsbrevet",
        "Stáhněte si naši aplikaci do telefonu",
        "Κατεβάστε την εφαρμογή μας δωρεάν",
        "Unduh aplikasi kami",
        "저희 앱을 다운로드하세요",
        "アプリで読む",
        "הצטרפו לערוץ הטלגרם שלנו",
        "Bitte schalten Sie Ihren Werbeblocker aus, um weiterzulesen",
        "Soutenez notre journal par un don",
        "Crea una cuenta gratuita para leer más",
        "Поделитесь своим мнением в комментариях",
        "댓글로 의견을 남겨 주세요",
        "Source: Agency Press",
        "Quelle: dpa",
        "Источник: Агентство печати",
        "来源：通讯社",
    ],
)
def test_what_a_site_asks_of_its_readers_goes(line: str) -> None:
    draft = cleaned("\n\n".join(("Harbour opens", STORY[0], line, *STORY[1:])))
    assert (draft.text, draft.removed) == ("\n\n".join(STORY), (line,))


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Our newsletter is the only thing that still makes money, its editor says.",
            "Readers can cancel their subscription at any time, and one in nine does.",
            "“Subscribe to fewer things” is the advice that most of them gave us.",
            "The first newsletter went to two hundred subscribers, by post.",
        ),
        (
            "We counted forty cookies on one page of a bakery.",
            "You can delete cookies in the settings of your browser.",
            "How cookies follow you",
            "Open your browser, go to privacy and choose what to block.",
        ),
        (
            "All rights reserved, says the label, and nobody reads it.",
            "Follow the money",
            "Share prices in the app store",
        ),
        ("Source: the files of the court", "Источник: «Решение принято ещё весной».", "Quelle des Streits: ein Brief"),
        ("Support our troops", "Sign of the times for a bank account", "Readers write: our summer of rain"),
        ("Recibe el club una multa por los comentarios de su hinchada", "Jetzt wird es ernst für die App-Betreiber"),
        ("点击量不等于信任", "행간을 읽으세요"),
        ("Download the app", "The app asks for an account, and the account for a telephone.", "Two apps do without."),
        ("Wir zählten vierzig Cookies auf der Seite einer Bäckerei.", "Abonnenten dürfen jederzeit kündigen."),
        ("Nous avons compté quarante cookies sur la page d'une boulangerie.", "Accepter ou refuser ?"),
        ("Comparte piso con tres amigos y una cuenta.", "El canal de WhatsApp fue cerrado por orden del juez."),
        ("Телеграм-канал закрыли по решению суда.", "Он нажал на ссылку и потерял сбережения."),
        ("检察官在公众号上公布了结果。", "アプリは二百万回ダウンロードされた。"),
        (
            "Join us in this fight!",
            "Help us keep our schools open!",
            "Send us your tired, your poor",
            "Follow your heart",
        ),
        ("Register to vote before Friday.", "Sign up now for swimming lessons at the pool.", "Donate blood"),
        ("Our privacy is not for sale", "Our app failed us", "This story is about our town.", "Like us, they are poor"),
        ("We value your privacy, says the firm that sells your data", "Subscribe to my channel, says the boy of nine."),
        ("Werden Sie Mitglied!", "Unser Konto ist leer, klagt der Verein", "So schützen Sie Ihr Konto vor Betrügern"),
        ("Donnez votre sang", "Cette page de notre histoire est tournée.", "Notre compte est vide"),
        ("Escribe tu nombre", "Esta noticia nos llena de dolor.", "Nuestra privacidad no se vende"),
        ("Установите приложение и создайте аккаунт.", "Эта новость нас убила.", "Наши аккаунты взломали"),
        ("اشترك في القتال مئة رجل", "立即停火", "关闭边境"),
        ("注册结婚", "我们的隐私不出售", "ご意見番が語る", "コメントを拒否"),
    ],
)
def test_an_article_about_what_sites_ask_keeps_its_sentences(lines: tuple[str, ...]) -> None:
    story = [STORY[0], *lines, *STORY[1:]]
    assert cleaned("\n\n".join(("Harbour opens", *story))).text.split("\n\n") == story


@pytest.mark.parametrize(
    "own",
    [
        "Accept cookies? Think twice",
        "Email your MP today",
        "Come and join us!",
        "Help us!",
        "Leave a comment, lose a friend",
        "Comments are closed, and so is the debate",
        "Click here to kill everybody",
        "All rights reserved for whom?",
        "We use cookies, the baker joked, because cakes are too big.",
        "Donate blood this weekend",
        "Jetzt anmelden, später zahlen",
        "Suscribirse o morir",
        "Donate il sangue",
        "Abonnez-vous au bonheur",
        "Unsubscribe me from this war",
        "Kommentieren ist Macht",
    ],
)
@pytest.mark.parametrize("place", [1, len(STORY)])
def test_what_sounds_like_an_appeal_and_speaks_of_something_else_stays(own: str, place: int) -> None:
    lines = ["Harbour opens at last", *STORY[:place], own, *STORY[place:]]
    assert own in article("\n\n".join(lines)).text


@pytest.mark.parametrize(
    "chrome",
    [
        "Get unlimited access for £1 a month. Subscribe now",
        "Click here to view the gallery",
        "Do you have a story? Email us at news@example.com",
        "Comments are closed. Thank you for reading.",
        "Support our journalism: donate today",
        "Accepter tous les cookies",
        "Aceptar todas las cookies",
        "Lämna en kommentar",
    ],
)
def test_an_appeal_amid_an_article_goes(chrome: str) -> None:
    assert chrome not in article("\n\n".join(["Harbour opens at last", *STORY[:1], chrome, *STORY[1:]])).text


def test_a_soft_hyphen_breaks_a_word_at_the_end_of_a_line() -> None:
    broken = (
        "HARBOUR OPENS\n\nThe har\u00ad\r\nbour opened on Mon\u00ad\r\nday after years of work on quays and locks.\n"
    )
    assert words(article(broken).text) == "The harbour opened on Monday after years of work on quays and locks."


def test_a_joiner_is_spelling_at_the_end_of_an_indian_word() -> None:
    told = "അവന്\u200d തുറമുഖത്ത് തിങ്കളാഴ്ച എത്തി, കപ്പലുകള്\u200d കാത്തുനിന്നു."
    assert article(f"തുറമുഖം തുറന്നു\n\n{told}").text == told
