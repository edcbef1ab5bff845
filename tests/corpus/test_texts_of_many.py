"""Plain texts that hold many articles without the marks of a press database."""

from pathlib import Path

import pytest

from tests.files import REST, STORY, articles, remarks

TITLES = ["Harbour opens", "Bridge closes", "Ferry sails"]
DATES = ["22 March 2019", "21 March 2019", "18 March 2019"]
DAYS = ["2019-03-22", "2019-03-21", "2019-03-18"]
HEADS = [*zip(TITLES, DATES, strict=True)]
BODY = f"{STORY}\n\n{REST}"


def joined(form: str, between: str = "\n\n") -> str:
    return between.join(form.format(t=title, d=day, body=BODY) for title, day in HEADS)


@pytest.mark.parametrize(
    "text",
    [
        joined("---\ntitle: '{t}'\ndate: {d}\nauthor:\n  - Maria Lund\ntags: [ports]\n---\n\n{body}", "\n"),
        joined("---\ntitle: {t}\n# a note\ndate: {d}\n...\n{body}\n\n---\n\n{body}"),
        joined("Title: {t}\nDate: {d}\n\n{body}"),
        joined("{t}\n{d}\n\n{body}", "\n\n\n"),
        joined("{t}\n\nFriday, {d}, 12:44\n\n{body}"),
        joined("{t}\nBy Maria Lund\nPublished: {d}\n\n{body}"),
        joined("{d}\n{t}\n\n{body}"),
    ],
)
def test_texts_below_fields_or_below_a_headline_and_a_day_are_articles_each(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    found = [*articles(tmp_path).values()]
    assert [(each.title, each.published.iso) for each in found] == list(zip(TITLES, DAYS, strict=True))
    assert all(BODY in each.text and each.title not in each.text for each in found)
    assert not remarks(tmp_path)


def test_a_markdown_file_of_many_texts_below_front_matter_is_its_articles(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(joined("---\ntitle: {t}\ndate: {d}\n---\n\nA **new** day.\n\n{body}\n"))
    found = [*articles(tmp_path).values()]
    assert [(each.title, each.published.iso) for each in found] == list(zip(TITLES, DAYS, strict=True))
    assert {each.text for each in found} == {f"A new day.\n\n{BODY}"}


@pytest.mark.parametrize(
    "text",
    [
        "A chronicle of the harbour\n\n" + joined("{d}\n\n{body}"),
        f"Harbour opens\n22 March 2019\n\n{BODY}\n\n{BODY}\n\nRead more\n\n" + joined("{t}\n{d}\nAt the quay"),
        f"---\ntitle: Harbour opens\ndate: 22 March 2019\n---\n\n{STORY}\n\n---\n\nnote: see below\n\n---\n\n{REST}",
    ],
)
def test_a_chronicle_teasers_and_rules_part_no_article(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert len(articles(tmp_path)) == 1
    assert not remarks(tmp_path)


def test_a_text_of_several_articles_that_is_not_clearly_parted_is_read_as_one_and_remarked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(joined("{t}\n{d}\n\n{body}") + "\n\nUpdated on a day:\n\n24 March 2019\n")
    assert len(articles(tmp_path)) == 1
    (remark,) = remarks(tmp_path)
    assert "seems to hold several articles (“21 March 2019” parts them)" in remark.text
