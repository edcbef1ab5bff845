"""The words by which newspapers of the world say that a date is the one of publication, or of a change."""

import re

from corpus.late_pattern import late

_PUBLISHED = """
    published|publish date|posted|date|dated|issued|issue date|released?|release date|created|publication date|filed
    erstveröffentlichung|erstmals veröffentlicht|veröffentlicht|erschienen
    erscheinungsdatum|stand|datum|erstellt|artikel vom|publiziert|veröffentlichung
    publié|publiée|paru|parue|créé|créée|mis en ligne|date de publication|date de parution
    publicado|publicada|fecha|fecha de publicación|creado|postado|postada|publicação|data de publicação
    data|data di pubblicazione|pubblicato|pubblicata|creato
    gepubliceerd|geplaatst|gepost|publicatiedatum|verschenen
    udgivet|oprettet|offentliggjort|publisert|publicerad|publicerat|publisering|publicering|birt
    julkaistu|avaldatud|publicēts|publicēta|paskelbta|paskelbė
    opublikowano|opublikowany|data publikacji|dodano|zveřejněno|publikováno|vydáno|publikované|zverejnené|vydané
    objavljeno|datum objave|objava|objavil|megjelent|közzétéve|publikálva|publicat|publicată|data publicării|publikuar
    δημοσιεύτηκε|δημοσιεύθηκε|δημοσίευση|ημερομηνία|ημ/νία
    опубликовано|опубликован|опубликована|дата|дата публикации|размещено|добавлено|создано|публикация
    опубліковано|дата публікації|додано|створено|апублікавана|публикувано|публикувана|објављено|датум|жарияланды
    yayın|yayınlanma|yayın tarihi|yayınlanma tarihi|giriş|giriş tarihi|oluşturulma tarihi|oluşturma|tarih
    eklenme|eklenme tarihi
    dərc olunub|yayımlanıb|chop etilgan
    פורסם|תאריך|תאריך פרסום
    نُشر|نشر|تاريخ النشر|تم النشر|تاريخ|أُنشئ|تاریخ انتشار|تاریخ|انتشار|منتشر شده|فرستاده شده|زمان انتشار|تاریخ درج|شائع
    प्रकाशित|प्रकाशन तिथि|प्रकाशित तिथि|প্রকাশ|প্রকাশিত|প্রকাশের সময়|প্রকাশকাল|வெளியிடப்பட்டது|பதிவு|ప్రచురణ|പ്രസിദ്ധീകരിച്ചത്
    เผยแพร่|เผยแพร่เมื่อ|วันที่|วันที่เผยแพร่|โพสต์|โพสต์เมื่อ|ลงวันที่
    ngày đăng|đăng|đăng ngày|đăng lúc|ngày xuất bản|xuất bản
    dipublikasikan|diterbitkan|tanggal|tayang|terbit|diposting|diterbitkan pada|imechapishwa|ilichapishwa|nailathala
    argitaratua|argitaratze data|publicació|data publicació|foilsithe|cyhoeddwyd|გამოქვეყნდა|հրապարակվել է|հրապարակված
    配信|発行|発行日|公開|公開日|公開日時|配信日時|掲載日時|掲載|掲載日|投稿|投稿日|更新日公開日|発表日
    기사입력|기사 입력|입력|입력일|등록|등록일|게시|게시일|작성|작성일|발행|발행일
    승인|기사승인|기사등록|게재|게재일|송고
    发布时间|发布于|发布日期|发布|发表时间|发表于|发表日期|日期|發布時間|發布日期
    發布|發佈|發佈時間|發佈日期|發表時間|刊登|刊登日期|出版日期|发稿时间
"""
_UPDATED = """
    updated?|modified|revised|edited|changed|aktualisiert|geändert|mis à jour|modifié|actualizado|atualizado|aggiornato
    aggiornamento|обновлено|изменено|оновлено|uppdaterad|opdateret|oppdatert|päivitetty|bijgewerkt|zaktualizowano|aktualizováno|aktualizované
    frissítve|actualizat|güncelle\\w*|ενημερώθηκε|עודכן|تحديث|آخر تحديث|به‌?روزرسانی|diperbarui|cập nhật|更新|수정
    актуализирано|ажурирано|ažurirano|posodobljeno|uuendatud|atjaunots|atjaunināts|atnaujinta|yenilənib|अपडेटेड?|আপডেট|อัปเดต|อัพเดท
"""


def _any_of(words: str) -> str:
    """A pattern of words that are parted by bars and lines; the longest is tried first."""
    forms = sorted((form.strip() for line in words.split("\n") for form in line.split("|") if form.strip()), key=len)
    return "|".join(form.replace(" ", r"\s+") for form in reversed(forms))


PUBLISHED = late(rf"(?:first\s+|originally\s+)?(?:{_any_of(_PUBLISHED)})(?!\w)", re.IGNORECASE)
"""At the beginning of what a line says beside a date."""
_LAST = r"(?:last|zuletzt|letzte|ultimo|última|último|dernière|laatst|ostatnia|последнее|son)\s+|最終|最后|最後|최종"
UPDATED = late(rf"(?:{_LAST})?(?:{_any_of(_UPDATED)})", re.IGNORECASE)
"""Before a date; it needs no end, since languages join words to it."""
