import gzip
import json
from collections.abc import Iterator

import pytest

from corpus.article import Basis, PartialDate
from corpus.extraction.extract import to_article
from corpus.record import ContentKind, Record
from tests.conftest import shared

STORY = "The new harbour opened on Monday after nine years of work on the quays and locks."
REST = "Ships from eleven countries waited in the bay, and the first of them entered shortly after noon."


def published(*lines: str) -> PartialDate:
    return to_article(Record("a", "a.txt", None, ContentKind.TEXT, "\n\n".join(lines))).published


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Published: Oct. 14, 2019", "2019-10-14"),
        ("By Staff Writer | 14 October 2019", "2019-10-14"),
        ("Maria Lund, Daily Post | 14 October 2019", "2019-10-14"),
        ("Friday, January 4, 2019", "2019-01-04"),
        ("Fri Apr 4, 2008 9:49am EDT", "2008-04-04"),
        ("Date: 2016-11-24", "2016-11-24"),
        ("Posted: 03.27.2014 at 9:15 a.m. ET", "2014-03-27"),
        ("2016-11-24T10:00:00+01:00", "2016-11-24"),
        ("24.11.2016, 09:41 Uhr", "2016-11-24"),
        ("Mittwoch, 5. März 2014", "2014-03-05"),
        ("Publié le 1er août 2014 à 10h30", "2014-08-01"),
        ("9 de septiembre de 2014", "2014-09-09"),
        ("9 сентября 2014 г., 12:30", "2014-09-09"),
        ("13/12/2014", "2014-12-13"),
        ("03/04/2014", "2014"),
        ("October 2019", "2019-10"),
        ("Daily Post, 18 June 2018", "2018-06-18"),
        ("Last updated: 2 May 2011", "2011-05-02"),
        ("Stand: 23.03.2019, 09:00 Uhr | Erstveröffentlichung: 22.03.2019", "2019-03-22"),
        ("22/03/2019 07h10 - Atualizado há 2 anos", "2019-03-22"),
        ("22 March 2019 - 07:10 By Maria Lund", "2019-03-22"),
        ("Viernes, 22 de marzo de 2019 | 07:10 h.", "2019-03-22"),
        ("Berlin, den 22. März 2019", "2019-03-22"),
        ("di Maria Lund 22 Mar 2019", "2019-03-22"),
        ("March 22, 2019 / 7:10 AM / Post News", "2019-03-22"),
        ("2019-03-22 07:10 聯合報 / 記者某某", "2019-03-22"),
        ("中華民國108年3月22日", "2019-03-22"),
        ("Gepubliceerd: 22-03-19 07:10", None),
        ("Vol. 12, No. 19 — May 9, 2017", "2017-05-09"),
        ("Vol. XII No. 19 — May 9, 2017", "2017-05-09"),
        ("The Daily Post, Tuesday, May 9th, 2017, p. 3", "2017-05-09"),
        ("Daily Post, 18 June 2018, page A12", "2018-06-18"),
    ],
)
def test_a_date_line_states_the_date_and_goes(line: str, iso: str | None) -> None:
    if iso is None:  # the story is in English, whose order of numbers is not known
        assert published("Harbour opens", line, STORY, REST).iso is None
        return
    read = to_article(Record("a", "a.txt", None, ContentKind.TEXT, f"Harbour opens\n\n{line}\n\n{STORY}\n\n{REST}"))
    assert (read.published.iso, read.published.basis, read.published.evidence) == (iso, Basis.STATED, line)
    assert read.text == f"{STORY}\n\n{REST}"
    assert read.removed == (line,)


def test_a_number_of_something_else_is_no_issue() -> None:
    assert published("Flight No 370, 8 March 2014", STORY, REST).iso is None


@pytest.mark.parametrize(
    "dateline",
    [
        "AMMAN, 9 September 2014 (Agency) - ",
        "(Agency) OSLO, Norway, Sept. 9, 2014 — ",
        "Oslo, 9 September 2014: ",
        "MANILA, Philippines — September 9, 2014 — ",
    ],
)
def test_a_dateline_stays_before_its_sentence(dateline: str) -> None:
    read = to_article(Record("a", "a.txt", None, ContentKind.TEXT, f"Harbour opens\n\n{dateline}{STORY}\n\n{REST}"))
    assert read.published.iso == "2014-09-09"
    assert dateline.rstrip(" -—:") == read.published.evidence
    assert read.text == f"{dateline}{STORY}\n\n{REST}"


@pytest.mark.parametrize(
    "start",
    [
        "LONDON, Tuesday, September 9, 2014. The",
        "KYIV. September 9, 2014. (Agency) - The",
        "Madrid, 9 sep. 2014 (EFE).- The",
    ],
)
def test_a_dateline_may_end_with_a_full_stop(start: str) -> None:
    assert published("Harbour opens", f"{start}{STORY.removeprefix('The')}", REST).iso == "2014-09-09"


@pytest.mark.parametrize(
    "line",
    [
        "МОСКВА, 9 сентября 2014. Совет города решил открыть гавань после девяти лет работ.",
        "通讯社奥斯陆2014年9月9日电 市议会周一决定开放新港，此前施工九年。",
        "(서울=통신사) 2014.09.09 시의회는 월요일 새 항구를 개통하기로 결정했다.",
        "القاهرة في 9 سبتمبر 2014 /وكالة/ قرر مجلس المدينة فتح الميناء الجديد بعد تسعة أعوام.",
    ],
)
def test_agencies_of_other_scripts_state_the_day_before_the_story(line: str) -> None:
    assert published("Harbour opens", line, REST).iso == "2014-09-09"


def test_a_last_line_may_state_the_date() -> None:
    assert published("Harbour opens", STORY, REST, "14 October 2019").iso == "2019-10-14"


def test_publication_counts_before_update() -> None:
    date = published("Harbour opens", "Updated: 16 May 2011", "Posted: 2 May 2011", STORY, REST)
    assert date.iso == "2011-05-02"


@pytest.mark.parametrize(
    "line",
    [
        "Quays of the old harbour, seen on April 28, 2017. / PHOTO",
        "The mayor spoke on 9 September 2014 in the town hall.",
        "On 9 September 2014 - a Tuesday - the mayor spoke in the town hall.",
        "© 2019 Daily Post",
        "Born Oslo, 3 March 1911",
        "Oslo, 3 March 2011 – 5 March 2011",
        "Di Maio says that on 9 September 2014 the harbour opens",
        "LONDON, by 9 September 2014. The harbour",
        "14 October 2999",
        "3 May 1540",
        "31 February 2019",
        "LONDON, Oct 14 (Agency) - The mayor spoke to the ministers.",
        "在奥斯陆2014年9月9日电力中断，市长宣布关闭港口。",
        "公司2014年9月9日讯息称，港口将关闭。",
        "توفي الرئيس في 9 سبتمبر 2014 - وكان الميناء مغلقا منذ أعوام.",
    ],
)
def test_other_dates_state_nothing(line: str) -> None:
    assert published("Harbour opens", line, STORY, REST).iso is None


def test_a_date_in_the_midst_of_a_story_states_nothing() -> None:
    assert (
        published(
            "Harbour opens",
            STORY,
            REST,
            "A third sentence stands here.",
            "14 October 2019",
            "Work went on in the next year.",
        ).iso
        is None
    )


def news() -> Iterator[dict[str, str]]:
    with gzip.open(shared("data/dates.jsonl.gz"), "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def test_dated_news_is_dated_and_undated_news_is_not() -> None:
    right = wrong = 0
    for row in news():
        iso = published(row["text"]).iso
        right += row["variant"] == "scraped" and iso == row["published"]
        wrong += row["variant"] == "undated" and iso is not None
    assert right >= 2140
    assert wrong <= 2


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("22. 3. 2019", "2019-03-22"),
        ("2019. 3. 22.", "2019-03-22"),
        ("22. Mrz. 2019", "2019-03-22"),
        ("๒๒ มี.ค. ๒๕๖๒", "2019-03-22"),
        ("الجمعة ١٥ رجب ١٤٤٠ الموافق ٢٢ مارس ٢٠١٩", "2019-03-22"),
        ("الجمعة 16 رجب 1440 هـ - 22 مارس 2019", "2019-03-22"),
        ("发表时间：2019-03-22 10:30", "2019-03-22"),
        ("기사승인 2019.03.22 10:30", "2019-03-22"),
        ("発行日 2019年3月22日", "2019-03-22"),
        ("Δημοσιεύθηκε: 22/03/2019", "2019-03-22"),
        ("Размещено 22.03.2019", "2019-03-22"),
        ("Giriş: 22.03.2019 - 10:15", "2019-03-22"),
        ("வெளியிடப்பட்டது: 22 மார்ச் 2019", "2019-03-22"),
        ("เผยแพร่เมื่อ 22 มี.ค. 2562 เวลา 10:30 น.", "2019-03-22"),
        ("Issue date: March 22, 2019", "2019-03-22"),
        ("时间：2019年3月22日，地点：奥斯陆", None),
        ("Deadline: 22 March 2019", None),
        ("22.03.2019 - 24.03.2019", None),
        ("From 22 March to 24 March 2019", None),
        ("12 May 1938 – 22 March 2019", None),
    ],
)
def test_a_day_is_stated_and_a_time_between_two_is_not(line: str, iso: str | None) -> None:
    assert published("Harbour opens at last", line, STORY, REST).iso == iso


@pytest.mark.parametrize(
    ("origin", "iso"),
    [
        ("1918-03-22_herald_p1.txt", "1918-03-22"),
        ("Bote vom 22.03.1918.txt", "1918-03-22"),
        ("Herald_March-22-1918_p3.txt", "1918-03-22"),
        ("post.example/1918/03/22/harbour/index.txt", "1918-03-22"),
        ("minutes 1918-03-22 to 1918-03-29.txt", None),
        ("scan 300 dpi 12.5 MB part 3.txt", None),
        ("2019/13/40/a.txt", None),
        ("crawled/2019/03/22/a.txt", None),
        ("harbour-opens-22-march-2019.txt", "2019-03-22"),
        ("harbour-remembers-22-march-1918.txt", None),
        ("herald 9-11-2001.txt", "2001"),
    ],
)
def test_the_name_of_a_file_or_its_folders_state_the_day_that_an_article_does_not(origin: str, iso: str | None) -> None:
    title = "Harbour remembers March 22, 1918" if "remembers" in origin else "Harbour opens"
    read = to_article(Record("a", origin, None, ContentKind.TEXT, f"{title}\n\n{STORY}\n\n{REST}"))
    assert read.published.iso == iso
