"""Days are read in any language of CLDR, and never made up."""

import pytest

from corpus.extraction.dates.date_expressions import find_date

FORMS = """
Fri Mar 22 19:20:36 CET 2019 | 22-Mar-2019 | March 22, 2019 Friday | 22 Mart 2019 Cuma | Friday, March 22nd, 2019
2019/03/22(金) 10:30 | 2019年03月22日 08:30 | 平成31年3月22日 | 二〇一九年三月二十二日 星期五 | 民國108年3月22日
2019년 3월 22일 (금) 오전 10:30 | 2019. 3. 22. | 2019. március 22. | 22 tháng 3, 2019 | ngày 22 tháng 3 năm 2019
۱۳۹۸/۰۱/۰۲ | جمعه ۲ فروردین ۱۳۹۸ | ١٥ رجب ١٤٤٠ هـ | الجمعة 22 آذار 2019 | ٢٢ مارس ٢٠١٩ | 22 במרץ 2019
২২ মার্চ ২০১৯ | 22 मार्च 2019 | 22 மார்ச் 2019 | 22 มีนาคม 2562 | ๒๒ มีนาคม พ.ศ. ๒๕๖๒ | 22 ማርች 2019 | 22 მარტი, 2019
Freitag, 22.03.19 | 22/03/2019 às 10h30 | 22 Μαρτίου 2019 | perjantai 22. maaliskuuta 2019 klo 10.30 | 22. 3. 2019
22 березня 2019 р. | 2019 оны 3-р сарын 22 | 2019 m. kovo 22 d. | 2019. gada 22. marts | 22 d'març de 2019
2019(e)ko martxoaren 22(a) | Marso 22, 2019 | 22 marca 2019 | 22 martie 2019 | 22 Maret 2019 | 22 Mawrth 2019
22 ມີນາ 2019 | วันศุกร์ที่ 22 มีนาคม พ.ศ. 2562 เวลา 10.30 น. | 13 መጋቢት 2011 ዓ.ም.
"""


@pytest.mark.parametrize(
    "words", [form.strip() for line in FORMS.split("\n") for form in line.split("|") if form.strip()]
)
def test_a_date_is_read_in_the_language_that_it_is_written_in(words: str) -> None:
    found = find_date(words)
    assert found is not None
    assert found.date.iso == "2019-03-22"
    assert not words[: found.start].strip()
    assert not words[found.end :].strip(" .")


@pytest.mark.parametrize(
    ("words", "language", "iso"),
    [
        ("03/04/2019", None, "2019"),
        ("03/04/2019", "en", "2019"),
        ("03/04/2019", "en-US", "2019-03-04"),
        ("03/04/2019", "en-GB", "2019-04-03"),
        ("03/04/2019", "pt", "2019-04-03"),
        ("Thursday 03/04/2014", None, "2014-04-03"),
        ("22 listopada 2019", None, "2019"),
        ("22 listopada 2019", "pl", "2019-11-22"),
        ("22 listopada 2019", "hr", "2019-10-22"),
        ("1398/01/02", "fa", "2019-03-22"),
        ("1398/01/02", None, None),
        ("22 መጋቢት 2019", "ti", "2019-03-22"),
        ("13 መጋቢት 2011", "am", "2019-03-22"),
    ],
)
def test_the_language_decides_where_words_leave_it_open(words: str, language: str | None, iso: str | None) -> None:
    found = find_date(words, lambda: language)
    assert (found.date.iso if found else None) == iso


@pytest.mark.parametrize(
    "words", ["22.03.19", "22.03.19 12:44", "22.03.1912:44", "Monday 22/03/19", "22 Mar 19", "v. 1.2.2019.3"]
)
def test_a_year_of_two_digits_needs_a_witness(words: str) -> None:
    assert find_date(words) is None


def test_the_evidence_names_another_calendar() -> None:
    found = find_date("جمعه ۲ فروردین ۱۳۹۸")
    assert found is not None
    assert found.date.evidence == "جمعه ۲ فروردین ۱۳۹۸ (Solar Hijri calendar)"


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("ה' בתמוז תשפ\"א", "2021-06-15"),
        ("א' בתשרי ה'תשפ״ד", "2023-09-16"),
        ("י״ד באדר ב׳ תשפ״ד", "2024-03-24"),
        ("כ״ט באלול תש״ף", "2020-09-18"),
        ("ל' בטבת תשפ״א", None),
    ],
)
def test_days_of_the_hebrew_calendar_are_read(words: str, iso: str | None) -> None:
    found = find_date(words)
    assert (found.date.iso if found else None) == iso
    assert found is None or "(Hebrew calendar)" in found.date.evidence


@pytest.mark.parametrize(("language", "iso"), [("nl", "2019-03-22"), ("de", "2019-03-22"), ("ja", None), (None, None)])
def test_a_year_of_two_digits_beside_a_time_is_of_this_time(language: str | None, iso: str | None) -> None:
    found = find_date("22-03-19 07:10", lambda: language)
    assert (found.date.iso if found else None) == iso
