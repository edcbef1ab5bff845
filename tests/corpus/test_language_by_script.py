"""Short texts whose script tells their language."""

import pytest

from corpus.extraction.metadata.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("中国经济增长放缓", "zh"),
        ("Apple公司今天发布iPhone手机", "zh"),
        ("東京でニュース", "ja"),
        ("뉴스 속보입니다", "ko"),
        ("חדשות היום", "he"),
        ("Νέα της ημέρας", "el"),
        ("أخبار اليوم", "ar"),
        ("ข่าววันนี้", "th"),
        ("In Athens he wrote α and β about physics.", "en"),
    ],
)
def test_the_script_of_a_short_text_tells_its_language(text: str, language: str) -> None:
    assert language_of(text, None, "en") == language


def test_a_page_is_believed_where_its_language_shares_the_script() -> None:
    assert language_of("東京都議会", "ja", "en") == "ja"
    assert language_of("חדשות היום", "en", "en") == "he"
