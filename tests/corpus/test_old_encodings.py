"""Short texts in the encodings of one language or another, which they do not declare."""

import pytest

from corpus.errors import Refused
from corpus.readers.streams.decoding import decode

TURKISH = "İstanbul'da şehir meclisi köprüyü iki yıl için kapatma kararı aldı. İşçiler mayıs ayında başlayacak."
POLISH = "Rada portu przegłosowała we wtorek zamknięcie starej śluzy. Nikt nie mówił przeciw planowi."
CZECH = "Rada přístavu v úterý odhlasovala uzavření staré zdymadla na dva roky. Nikdo nebyl proti."
HUNGARIAN = "A kikötő tanácsa kedden megszavazta a régi zsilip bezárását két évre. Senki sem szólt ellene, bár drága."
FRENCH = "Le conseil a voté la fermeture de l'écluse à côté du marché. Personne n'a parlé, déjà coûteux."
RUSSIAN = "Совет порта во вторник проголосовал за закрытие шлюза. Никто не выступил против плана."
GREEK = "Το συμβούλιο του λιμανιού ψήφισε την Τρίτη να κλείσει την παλιά πύλη."
THAI = "สภาท่าเรือลงมติเมื่อวันอังคารให้ปิดประตูน้ำเก่าเป็นเวลาสองปี"
CHINESE = "港口委员会星期二投票决定关闭旧船闸两年，工人将于五月开始施工。"
KOREAN = "항만 위원회는 화요일에 낡은 수문을 이 년 동안 닫기로 결정했다."


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (TURKISH, "cp1254 iso8859-9 cp857"),
        (POLISH, "cp1250 iso8859-2 cp852 mac-latin2"),
        (CZECH, "cp1250 iso8859-2 cp852"),
        (HUNGARIAN, "cp1250 iso8859-2 cp852"),
        (FRENCH, "cp1252 mac-roman cp850"),
        (RUSSIAN, "cp1251 koi8-r cp866 mac-cyrillic iso8859-5"),
        (GREEK, "cp1253 iso8859-7 cp737"),
        (THAI, "cp874"),
        (CHINESE, "gb18030 hz"),
        (KOREAN, "cp949 iso2022-kr johab"),
    ],
)
def test_a_short_text_is_read_in_the_encoding_that_it_is_in(text: str, encodings: str) -> None:
    for encoding in encodings.split():
        assert decode(text.encode(encoding)) == text, encoding


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_characters_are_read_without_a_mark(encoding: str) -> None:
    assert [decode(text.encode(encoding)) for text in (FRENCH, GREEK, CHINESE)] == [FRENCH, GREEK, CHINESE]


@pytest.mark.parametrize("padding", [b"\0" * 4096, b"\0\0\0 Pier"])
def test_zero_bytes_pad_a_text(padding: bytes) -> None:
    assert decode(b"He said no, and left.\n" + padding) == "He said no, and left.\n" + padding.strip(b"\0").decode()


def test_padded_words_do_not_run_together() -> None:
    assert decode(b"Pier opens\0\0\0\0He said no,\0\0\0\0\n and left.\0\0\0\0") == "Pier opens He said no,\n and left."


@pytest.mark.parametrize(
    "data", [b"Cell\0\0\x01\x04" * 40, b"ab\0\xff\xfe\xb1" * 40, b"Open the file\0./news/pier.txt\0" * 40]
)
def test_zero_bytes_among_others_are_a_binary_file(data: bytes) -> None:
    with pytest.raises(Refused, match="binary file"):
        decode(data)


HUNGARIAN = (
    "A kikötői hatóság jóváhagyta a második kompállást. Őszintén: a hat évig tartó vita végül tűrhető véget ért."
)


@pytest.mark.parametrize(("text", "encoding"), [(HUNGARIAN, "cp1250"), (FRENCH, "cp1252")])
def test_a_page_that_calls_all_latin_1_is_read_by_its_letters(text: str, encoding: str) -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{text}</p></body></html>'
    assert decode(page.encode(encoding), html=True) == page


def test_a_stray_zero_byte_is_no_wide_character() -> None:
    assert decode(b"He said\0 no" + b" and no" * 30) == "He said no" + " and no" * 30


UKRAINIAN = "Їхні екіпажі святкували всю ніч, і ґава сиділа на щоглі. Новий порт відкрили після дев'яти років праці."
GERMAN = "Der Spaß im Hafen war groß: über hundert Schiffe kamen, größer als früher, in die schöne Bucht."


@pytest.mark.parametrize("text", [UKRAINIAN, GERMAN, RUSSIAN, GREEK, THAI, CHINESE, KOREAN, FRENCH])
def test_utf7_is_known_by_its_runs_and_a_declaration_of_another_is_not_obeyed(text: str) -> None:
    assert decode(text.encode("utf-7")) == text
    page = f"<html><head><meta charset=utf-8></head><body><p>{text}</p></body></html>"
    assert text in decode(page.encode("utf-7"), html=True)


@pytest.mark.parametrize(
    "text",
    [
        "C++ and A+B, 1+1-2, +foo-, a call to +4712345678 or +4712345679 or +4712345670.",
        "https://post.example/?q=harbour+opens+news&r=a+b+c+d",
        "Escapes are written +APw-, as one may read in RFC 2152.",
    ],
)
def test_plus_signs_alone_are_no_utf7(text: str) -> None:
    assert decode(text.encode()) == text


def test_a_declared_utf7_is_believed_where_the_bytes_allow_it() -> None:
    assert decode(b"Gr+APYA3w-e", declared="utf-7") == "Größe"
    assert decode(b"C++ and A+B", declared="utf-7") == "C++ and A+B"


@pytest.mark.parametrize(("text", "encoding"), [(CHINESE, "hz"), (KOREAN, "iso2022-kr"), (UKRAINIAN, "koi8-u")])
def test_a_page_that_declares_another_encoding_is_read_in_its_own(text: str, encoding: str) -> None:
    page = f"<html><head><meta charset=utf-8><title>Port</title></head><body><p>{text}</p></body></html>"
    assert text in decode(page.encode(encoding), html=True)


def test_quotation_marks_do_not_turn_macintosh_into_windows() -> None:
    text = f"{RUSSIAN} «Это хороший день», сказал министр."
    assert decode(text.encode("mac-cyrillic")) == text
