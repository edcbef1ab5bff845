"""What wires send, press databases export by heads of their own, and players of films show."""

from pathlib import Path

import pytest

from tests.files import REST, STORY, articles, outcome

HEADS = [("Harbour opens", 22), ("Bridge closes", 21)]
BODY = f"{STORY}\n\n{REST}"


def joined(form: str) -> str:
    return "".join(form.format(t=title, d=day, body=BODY, a=STORY, b=REST) for title, day in HEADS)


@pytest.mark.parametrize(
    "text",
    [
        joined(
            "{t}\nPost - March {d}, 2019 | Ada Quill | Section: News | 90 Words\n\n{body}\n\nCopyright 2019, Post\n\n"
        ),
        joined(
            "March {d}, 2019 | Post | Oslo, NO | Page A4\nTitle: {t}\nAuthor: Ada Quill\n\n{body}\n\n"
            "• Record Number: 1\n\n"
        ),
        joined(
            "Paper: Post\nTitle: {t}\nAuthor: Ada Quill\nDate: March {d}, 2019\nSection: News\n\n{body}\n\n"
            "Record Number: 12\nCopyright (c) 2019 Post\n\n"
        ),
        joined(
            "{t}\n\nMarch {d}, 2019 | Post\nAuthor: Ada Quill | Section: News | 90 Words\n\n{body}\n\n"
            "• Citation (AGLC Style)\nAda Quill, '{t}', Post (online), March {d}, 2019\n\n"
        ),
        joined(
            "Post | Oslo | March {d}, 2019 | Page: A4\n\n{t}\n\nAuthor: Ada Quill\n\n{body}\n\n"
            "Copyright (c) 2019 Post\n\n"
        ),
        joined(
            "Post\nRégion, vendredi {d} mars 2019, p. 3\n\n{t}\n\nAda Quill\n\n{body}\n\n"
            "© 2019 Post. Tous droits réservés.\n"
            "\nCertificat émis le 1 juin 2019 à X à des fins de visualisation personnelle et temporaire.\n\n"
        ),
        joined("{t}\nPost • {d} March 2019 • Page 3 • Ada Quill\n\n{body}\n\n© Post 2019\n\n"),
        joined("{t}\n{d}. marts 2019, Post, Sektion 1, side 3, 90 ord, Id: e7f4, Ada Quill\n\n{body}\n\n"),
        joined(
            "{t}\nPost. Publicerat i print 2019-03-{d}. Ada Quill. Sida: 3. Profil: Broar.\n\n{body}\n\n"
            "© Post\n========\n"
        ),
        joined(
            "AUTHOR: Ada Quill\nTITLE: {t}\nDATE: 03/{d}/2019 09:30:00 AM\n-----\nBODY:\n{body}\n-----\n"
            "COMMENT:\nAUTHOR: Troll\nNo!\n-----\n--------\n"
        ),
        joined(
            "{t}\nAda Quill\nPost (Oslo), March {d}, 2019\nCOPYRIGHT 2019 Post\n\nFull Text:\n{body}\n\n"
            "Copyright: COPYRIGHT 2019 Post\nSource Citation (MLA)\nQuill, Ada. Post, 2019.\n"
            "Gale Document Number: GALE|A1\n"
        ),
    ],
)
def test_exports_with_a_head_of_source_and_day_are_articles_each(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    found = [*articles(tmp_path).values()]
    assert [(each.title, each.author, each.published.iso) for each in found] == [
        (title, "Ada Quill", f"2019-03-{day}") for title, day in HEADS
    ]
    assert {each.text for each in found} == {BODY}


@pytest.mark.parametrize(
    "text",
    [
        joined(
            "Nom de la source\nPost\n\nType de source\nPresse\n\nPériodicité\nQuotidien\n\nVendredi {d} mars 2019\n"
            "Post • p. 3 • 90 mots\n\n{t}\n\n{body}\n\n© 2019 Post. Tous droits réservés.\nnews·20190322·P·1\n\n"
        ),
        joined(
            "{t}\n\nPost\n\nFreitag {d}. März 2019\n\nCopyright 2019 Post Alle Rechte vorbehalten\n\nRubrik: A\n"
            "Länge: 90 Wörter\n\nText\n\n{body}\n\nClassification\n\nUpdate: 1. Juni 2019\n\nEnd of Document\n\n"
        ),
        joined(
            "3/{d}/19 Post A1\n2019 WLNR 155\nThe Post\nCopyright (c) 2019 Post\nMarch {d}, 2019\n\n"
            "Section: News\n\n{t}\n\n"
            "{body}\n\n---- Index References ----\n\nLanguage: EN\n\nEnd of Document\n\n"
        ),
    ],
)
def test_other_layouts_of_known_databases_are_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    found = [(each.title, each.source, each.published.iso, each.text) for each in articles(tmp_path).values()]
    assert found == [(title, "Post", f"2019-03-{day}", BODY) for title, day in HEADS]


ANPA = (
    "a{d:04d}\nr i \x19bc-{t}   \x1303-{d} 0090\n\x02^BC-{t},0090<\n^{t}<\n"
    "^By ADA QUILL=\n\t{a}\n\t{b}\n\x03AP-NY-03-{d}-19 0930EDT<\n\x04"
)
IPTC = "\x01XYZ{d} 4 pl 90 HWI01\r\n\r\n{t} again today\r\n\r\n\x02   {a}\r\n   {b}\r\n\x03{d}0930 Mar 19\r\n\x04"


@pytest.mark.parametrize("form", ["\x16\x16\x01" + ANPA, ANPA.translate(dict.fromkeys((2, 3, 4, 0x13, 0x19))), IPTC])
def test_the_stories_of_a_wire_are_told_by_its_signs(tmp_path: Path, form: str) -> None:
    (tmp_path / "wire.txt").write_bytes(joined(form).encode())
    found = [*articles(tmp_path).values()]
    assert [(each.title.removesuffix(" again today"), each.published.iso, each.text) for each in found] == [
        (title, f"2019-03-{day}", BODY) for title, day in HEADS
    ]


TIMES = "00:00:{0:02d}{2}000 --> 00:00:{1:02d}{2}000"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.srt",
            f"\ufeff1\n{TIMES.format(1, 3, ',')}\n<i>{STORY}</i>\n\n2\n{TIMES.format(9, 12, ',')}\n{REST}\n".replace(
                "\n", "\r\n"
            ),
        ),
        ("a.txt", f"1\n{TIMES.format(1, 3, ',')}\n{{\\an8}}{STORY}\n\n2\n{TIMES.format(9, 12, ',')}\n{REST}\n"),
        (
            "a.vtt",
            (
                f"WEBVTT\nKind: x\n\nNOTE by hand\n\nSTYLE\n::cue {{}}\n\none\n{TIMES.format(1, 3, '.')} line:0%\n"
                f"{STORY}\n\nNOTE aside\n\n{TIMES.format(9, 12, '.')}\n{REST}\n\n{TIMES.format(12, 14, '.')}\n{REST}\n"
            ),
        ),
        ("b.vtt", f"WEBVTT\n\n{TIMES.format(1, 3, '.')}\n{STORY}\n{TIMES.format(9, 12, '.')}\n{REST}\n"),
        ("b.srt", f"1\n{TIMES.format(1, 3, ',')}\n{STORY}\n2\n{TIMES.format(9, 12, ',')}\n{REST}\n"),
        ("a.sbv", f"0:00:01.000,0:00:03.000\n{STORY}\n\n0:00:09.000,0:00:12.000\n{REST}\n"),
        (
            "a.ass",
            (
                "[Script Info]\nTitle: News\n\n[Events]\nFormat: Layer, Start, End, Name, Text\n"
                f"Dialogue: 0,0:00:01.00,0:00:03.00,,{{\\i1}}{STORY}\nDialogue: 0,0:00:09.00,0:00:12.00,,{REST}\n"
            ),
        ),
    ],
)
def test_subtitles_are_what_is_said_in_paragraphs(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, newline="")
    assert [each.text for each in articles(tmp_path).values()] == [BODY]


def test_who_speaks_in_subtitles_is_named_and_subtitles_without_words_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.vtt").write_text(
        f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>{STORY}\n\n00:02.100 --> 00:03.000\n<v Bo>{REST}\n"
    )
    (tmp_path / "b.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n\n")
    (tmp_path / "c.srt").write_text(BODY)
    without = "is a file of subtitles without words"
    assert outcome(tmp_path) == {"a.vtt": "taken", "b.vtt": without, "c.srt": without}
    assert articles(tmp_path / "a.vtt")["a.vtt"].text == f"Ada: {STORY}\n\nBo: {REST}"


def test_a_feed_of_recordings_has_its_text_in_a_group(tmp_path: Path) -> None:
    group = f"<m:group><m:title>Harbour</m:title><m:description>{STORY}</m:description></m:group>"
    (tmp_path / "a.xml").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:m="http://search.yahoo.com/mrss/"><title>TV</title><entry>'
        f"<title>Harbour opens</title><published>2019-03-22T09:30:00Z</published>{group}</entry></feed>"
    )
    (found,) = articles(tmp_path).values()
    assert (found.title, found.text) == ("Harbour opens", STORY)


def test_the_times_of_a_race_are_no_subtitles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"1:45.20, 1:46.10 and 1:47.00 were the times of the first three.\n\n{BODY}\n")
    (found,) = articles(tmp_path).values()
    assert found.text.startswith("1:45.20") or found.title.startswith("1:45.20")


@pytest.mark.parametrize(
    "line", ["Post, March 22, 2019, p. 3", "Post. March 22, 2019. p. 3", "Saturday, March 23, 2019, Town Hall, p. 10"]
)
def test_a_line_with_a_day_and_a_page_is_no_article_of_its_own(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.txt").write_text(f"Harbour opens\n\n{BODY}\n\nSources\n{line}\nand a talk with the mayor.\n")
    (found,) = articles(tmp_path).values()
    assert (found.title, line in found.text) == ("Harbour opens", True)


def test_control_signs_in_a_sentence_are_no_story_of_a_wire(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"The harbour \x01of the\x02 town opens\n\n{BODY}\n")
    (found,) = articles(tmp_path).values()
    assert (found.title, found.text) == ("The harbour of the town opens", BODY)
