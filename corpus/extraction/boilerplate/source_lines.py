"""Tell which lines name where a text or its figures come from: `Source: Reuters`, `Источник: ТАСС`, `来源：新华社`."""

import re

from corpus.extraction.text.lines import Line
from corpus.late_pattern import late

_LABELS = """
    source sources quelle quellen fuente fuentes fonte fontes fonti bron bronnen źródło źródła zdroj zdroje källa källor
    kilde kilder lähde lähteet forrás sursa sursă izvor izvori kaynak kaynaklar sumber nguồn πηγή πηγές източник извор
    источник источники джерело джерела مصدر المصدر المصادر منبع מקור מקורות स्रोत ที่มา
    来源 來源 资料来源 資料來源 新闻来源 信息来源 消息来源 稿源 文章来源 出典 引用元 情報源 出所 출처 자료
"""
_SOURCE = late(
    rf"(?:{'|'.join(sorted(_LABELS.split(), key=len, reverse=True))})\s?[:：]\s*(\S.{{0,79}})", re.IGNORECASE
)
_AGENCIES = ("dpa", "epd", "sda", "http", "www.")
_MOST_WORDS = 7
_MOST_ABOVE = 3
"""Blanks of what a text may begin with: `Sources: Two ministers to resign` is its headline."""
_SAYS = late(r"[“”„«»「」\"?!。]")


def names_source(line: Line) -> bool:
    """Whether a line is a label of a source and a name; what says more, as a sentence does, is the article's own."""
    found = _SOURCE.fullmatch(line.text)
    if found is None:
        return False
    named = found[1]
    most = _MOST_ABOVE if line.place == 0 else _MOST_WORDS
    says = named.endswith(".") or _SAYS.search(named) or named.count(" ") >= most
    return not says and (not named[0].islower() or named.startswith(_AGENCIES))
