"""Short texts in the encodings of one language or another, which they do not declare."""

import pytest

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
        (KOREAN, "cp949 iso2022-kr"),
    ],
)
def test_a_short_text_is_read_in_the_encoding_that_it_is_in(text: str, encodings: str) -> None:
    for encoding in encodings.split():
        assert decode(text.encode(encoding)) == text, encoding


def test_a_stray_zero_byte_is_no_wide_character() -> None:
    assert decode(b"He said\0 no" + b" and no" * 30) == "He said no" + " and no" * 30
