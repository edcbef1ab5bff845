"""Read names that say in several words, or in one long one, what a word says: `Texto del artículo`, `Artikeltext`."""

import re
from collections.abc import Iterator, Mapping

from corpus.readers.fields.names import known_names, squashed

_SPLIT = re.compile(r"[\s_:./()\[\]’'&,|+-]+|(?<=[a-z])(?=[A-Z])")
_MOST_WORDS, _MOST_JOINED = 8, 3
_LONGEST = 24
"""Of a compound that is taken apart, in characters."""
_LEAST_PART = 3
"""Letters of a part of a compound, in scripts that have an alphabet."""
_SEGMENTED = "\u0e00"
"""From here on in Unicode a sign or two may be a word."""
_FIELDS = frozenset(("title", "text", "html", "summary", "published", "author", "source", "url", "language"))


def _words(text: str) -> frozenset[str]:
    return frozenset(squashed(word) for word in text.split())


_ARTICLE = _words(
    """
    чланка raksta straipsnio artikli
    article articles news story stories item post press artículo artículos noticia noticias nota reportaje articolo
    articoli notizia notizie artigo artigos notícia notícias matéria reportagem actualité actualités dépêche nouvelle
    artikel artikels artikeln artiklen artikkel artikkelen artikkeli artikkelin jutun uutinen uutisen nyhet nyheten
    nyheds nyhets nachricht nachrichten meldung meldungs beitrag beitrags bericht nieuws nieuwsbericht bericht artykuł
    artykułu wiadomość wiadomości newsa статья статьи новость новости материала статті новини матеріалу статия статията
    новина новината članak članka vijest vijesti članek чланка вести článek článku zpráva zprávy správa správy haber
    haberin yazı yazının makale makalenin berita cikk cikkek hír άρθρο άρθρου είδηση είδησης articol articolului știre
    știrii bàiviết bàibáo tin tintức bài الخبر خبر المقال المقالة مقال مقاله مطلب הכתבה כתבה הידיעה המאמר ข่าว บทความ
    समाचार खबर সংবাদ খবর செய்தி 新闻 新聞 文章 报道 報道 報導 記事 ニュース 기사 뉴스
    """
)
_NAME = _words(
    """
    name names nom nombre nome naam navn namn nimi név neve nazwa nazwisko název názov название назва наименование имя
    име ime naziv adı ad isim nama tên nume numele όνομα اسم نام שם नाम ชื่อ 名 名称 名稱 이름 명
    """
)
_ASIDE = _words(
    """
    of the a an to for and with full complete main original raw clean de del la el los las lo l le les du des d da do
    das dos dello della dell di al e y et und der die den dem für zu zum zur im in am s van het een voor en til av af
    för om na o w z u k i completo completa íntegro íntegra integral intégral intégrale complet complète intero intera
    vollständig vollständiger volledig volledige fullständig koko pełny pełna полный полная полное повний celý úplný
    tam tüm lengkap teljes πλήρες كامل الكامل کامل מלא ראשי ראשית पूर्ण पूरा toàn principal principale и в на по к
    для до з ve του της των în ale lui của की का के の 的 完整 原文 原始
    """
)
"""Words that say nothing of what a column holds."""
_PUBLISHING = _words(
    """
    publicació publicēšanas publikavimo објаве اشاعت
    publication published publish publishing pub publicación publicada publicado parution parue publié publiée diffusion
    mise ligne pubblicazione pubblicato uscita publicação veiculação erscheinung erscheinungs veröffentlichung
    veröffentlichungs publicatie verschijning plaatsing udgivelse udgivelses utgivning utgivnings publicering
    publicerings publisering publiserings julkaisu julkaisun publikacji wydania ukazania vydání vydania publikace
    zveřejnění zverejnenia публикации публикация выхода выпуска размещения публікації публікація публикуване objave
    yayın yayınlanma yayım yayımlanma terbit tayang publikasi rilis megjelenés megjelenési közzététel publikálás
    δημοσίευσης έκδοσης xuấtbản đăng النشر نشر انتشار פרסום הפרסום เผยแพร่ ลงข่าว publicării apariției प्रकाशन प्रकाशित
    প্রকাশের
    发布 發布 发表 發表 出版 刊登 刊发 公開 掲載 配信 発行 등록 게재 작성 발행 보도 입력
    posting posted release issue edition
    """
)
_FORMS: Mapping[str, frozenset[str]] = {
    "title": _words("título titulares manchete başlığı tytuły cabeçalho otsikko címe titlul tajuk 标题 標題 제목"),
    "text": _words(
        "metni corpo içeriği szövege tartalma текста тексту содержимое conținutul treści teksti sisältö نص محتوى 内容"
    ),
    "published": _words(
        """
        date fecha data datum dato datums tarihi tarih tanggal dátuma дата ημερομηνία ngày تاريخ تاریخ תאריך วันที่ तिथि
        तारीख तारीक দিন päivä päiväys aika pvm päivämäärä hora hour heure ora ore uhrzeit zeit tid tijdstip tijd godzina
        время часы čas saat saati waktu jam ideje ώρα giờ الساعة ساعة ساعت שעה เวลา समय ts timestamp datetime 时间 時間
        日期 日時 日付 日 일시 일자 시간 날짜
        """
    ),
    "author": _words(
        """
        yazarı συντάκτη kirjoittajan toimittajan autora autorin autoři автора журналиста muhabiri
        yazarın penulisnya 者 撰稿人
        """
    ),
    "source": _words(
        """
        gazety dziennika źródła zdroje газеты газети издания vydavatele gazetesi lapja εφημερίδας
        lehden lehti 신문사 ziarului surat kabar 新聞社
        """
    ),
    "url": _words("web adresi adresa indirizzo adres dirección uri"),
}
"""Forms that a word for a field has beside others, and which do not stand alone."""


def composed_field(name: str) -> str | None:
    """The field that the words of a name say together, None where they say none."""
    words = [key for word in _SPLIT.split(name) if (key := squashed(word))]
    if not words or len(words) > _MOST_WORDS:
        return None
    parts = [part for word in _joined(words) for part in _parted(word)]
    kinds = [_kinds(part) for part in parts]
    if not all(kinds) or len(parts) == 1:
        return None
    said = [kind for kind in kinds if not kind & {"aside", "article", "name"}]
    if any("published" in kind for kind in said) and all(kind & {"published", "publishing"} for kind in said):
        return "published"
    if not said:
        named = any("name" in kind for kind in kinds) and any("article" in kind for kind in kinds)
        return "title" if named else None
    fields = [next(iter(kind & _FIELDS), None) for kind in said]
    if fields in (["title", "source"], ["source", "title"]):
        return "source"  # whose title it is
    return fields[0] if len(set(fields)) == 1 else None


def _kinds(word: str) -> frozenset[str]:
    """What a word may say: a field, `publishing`, or one of the kinds of words that say none."""
    for kind, words in (("aside", _ASIDE), ("article", _ARTICLE), ("name", _NAME)):
        if word in words:
            return frozenset((kind,))
    fields = {field for field, forms in _FORMS.items() if word in forms} or {known_names().get(word, "")}
    return frozenset(fields & _FIELDS) | ({"publishing"} if word in _PUBLISHING else frozenset())


def _joined(words: list[str]) -> Iterator[str]:
    """The words, those together that are one name: `tiêu đề`."""
    place = 0
    while place < len(words):
        size = next((n for n in range(_MOST_JOINED, 1, -1) if _kinds("".join(words[place : place + n]))), 1)
        yield "".join(words[place : place + size])
        place += size


def _parted(word: str) -> list[str]:
    """The parts of a compound; the word where it is none."""
    if _kinds(word) or len(word) > _LONGEST:
        return [word]
    if named := _named_compound(word):
        return named
    least = 1 if word[0] >= _SEGMENTED else _LEAST_PART
    for cut in range(len(word) - least, least - 1, -1):
        if _may_part(word[:cut]) and (rest := _parted(word[cut:])) and all(_kinds(each) for each in rest):
            return [word[:cut], *rest]
    return [word]


def _named_compound(word: str) -> list[str]:
    """The parts of a compound that ends with `name`: `Zeitungsname`, `Autorenname`; none of another word."""
    name = next((end for end in ("name", "navn", "namn", "naam", "nimi") if word.endswith(end)), "")
    stem = word.removesuffix(name) if name else ""
    bare = (stem, stem.removesuffix("s"), stem.removesuffix("en"), stem.removesuffix("n"))
    found = next((each for each in bare if len(each) > len(name) and _kinds(each) & _FIELDS), None)
    return [found, name] if found else []


def _may_part(word: str) -> bool:
    """Whether a compound may begin with a word: any that is known, in scripts that do not part words."""
    return word in _ARTICLE or word in _PUBLISHING or (word[0] >= _SEGMENTED and bool(_kinds(word)))
