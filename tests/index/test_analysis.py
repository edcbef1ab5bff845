"""Words as terms: what meets in the index, and where each stands in the text."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis.analyzer import MAX_TERM, Analyzer
from index.analysis.tokenizer import split_pieces
from index.segments import token_offsets

ENGLISH = Analyzer()


@pytest.mark.parametrize(
    "words",
    [
        ("withdraw", "withdrawing", "withdrawal", "Withdraws", "WITHDRAW"),
        ("U.S.", "US", "U.S", "us"),
        ("Erdoğan", "ERDOGAN", "erdogan’s", "Erdoğan's"),
        ("Łukasz", "lukasz"),
        ("Straße", "STRASSE", "strasse"),
        ("São", "sao", "Sa\u0303o"),
        ("3,500", "3500", "$3,500", "3,500 %", "€ 3,500", "3,500\u202f€"),
        ("forces", "force", "force's"),
        ("العَرَبِيّة", "العربية"),
    ],
)
def test_forms_of_one_word_are_one_term(words: tuple[str, ...]) -> None:
    assert len({tuple(ENGLISH.terms(word)) for word in words}) == 1


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("US-led coalition", ["us", "led", "coalit"]),
        ("al-Assad", ["al", "assad"]),
        ("d'Ivoire", ["d", "ivoir"]),
        ("北京 2008", ["北", "京", "2008"]),
        ("हिन्दी समाचार", ["हिन्दी", "समाचार"]),
        ("2.5 per cent; F-16s", ["2.5", "per", "cent", "f", "16s"]),
        ("— … !?", []),
    ],
)
def test_texts_become_terms_in_order(text: str, terms: list[str]) -> None:
    assert ENGLISH.terms(text) == terms


def test_the_language_chooses_the_stemmer() -> None:
    assert Analyzer("de").terms("Verhandlungen") == Analyzer("de").terms("Verhandlung")
    assert Analyzer("ru").terms("переговоры") == Analyzer("ru").terms("переговоров")
    assert Analyzer("xx").terms("talks") == ["talks"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("up 7%, 7 % or 2.5%-3% of $5bn", ["up", "7%", "7 %", "or", "2.5%", "3%", "of", "$5bn"]),
        ("a 5 $10 note, $3.5bn, US$20. 100% $", ["a", "5", "$10", "note", "3", "5bn", "US", "$20", "100%"]),
        ("für € 35 oder 35 €, je £1,200.50", ["für", "€ 35", "oder", "35 €", "je", "£1,200.50"]),
        ("売上は7％増の￥500", ["売", "上", "は", "7％", "増", "の", "￥500"]),
    ],
)
def test_the_sign_of_a_number_belongs_to_its_token(text: str, tokens: list[str]) -> None:
    assert split_pieces(text)[1::2] == tokens
    edges = token_offsets.unpack(token_offsets.pack(text, split_pieces(text)), text)
    assert [text[begin:end] for begin, end in edges.tolist()] == tokens


@given(st.text())
def test_each_token_is_a_piece_of_the_text_in_order(text: str) -> None:
    analysis = ENGLISH.analyse(text)
    edges = [edge for span in analysis.spans for edge in span]
    assert edges == sorted(edges)
    assert all(start < end <= len(text) for start, end in analysis.spans)
    assert all(0 < len(term) <= MAX_TERM for term in analysis.terms)


@given(st.text() | st.text("aé年' .,-+#CU19\n") | st.text("é", min_size=250, max_size=600))
def test_packed_offsets_come_back(text: str) -> None:
    pieces = split_pieces(text)
    edges = np.cumsum(list(map(len, pieces[:-1])), dtype=np.int64).reshape(-1, 2)
    assert token_offsets.unpack(token_offsets.pack(text, pieces), text).tolist() == edges.tolist()


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("Oil rose to a record as traders bought. " * 50, 1),
        ("Traders of the U.S. paid 3,500 for the mine's oil. " * 20, 221),
        ("2019年中国经济 " * 20, 20 * 7 * 2 + 1),
    ],
)
def test_offsets_take_little_room_where_tokens_are_runs_of_letters(text: str, most: int) -> None:
    assert len(token_offsets.pack(text, split_pieces(text))) <= most


@given(st.text("abS19 .,'_-\n"))
def test_a_text_in_plain_letters_is_cut_as_any_other(text: str) -> None:
    assert split_pieces(text)[1::2] == split_pieces(f"{text} é")[1:-2:2]


def test_analysis_imports_little_of_nltk_and_leaves_it_whole() -> None:
    lines = (
        "import sys, index.analysis.analyzer as ours",
        "assert not [each for each in sys.modules if each.partition('.')[0] == 'nltk'], sys.modules",
        "import nltk",
        "from nltk.corpus import stopwords",
        "assert nltk.word_tokenize and nltk.parse and nltk.stem.snowball.stopwords is stopwords",
        "begin = ['', 'y', 'ow', 'hop', 'fall', 'boat', 'tie', 'ratif', 'cosmo', 'gener', 'commun', 'play', 'nat']",
        "middle = ['', 'at', 'ogi', 'ful', 'ism', 'ement', 'al', 'er', 'iz', 'll', 'us', 'e', 'i', 'ic', 'bl', 'ator']",
        "end = ['', 's', 'es', 'ed', 'ing', 'ings', 'eed', 'ly', 'ness', 'ss', 'ion', 'y']",
        "words = [one + two + three for one in begin for two in middle for three in end if one + two + three]",
        "words += ['atlas', 'relations', 'beziehungen', 'отношений', 'العلاقات']",
        "for code, language in ours.LANGUAGES.items():",
        "    stems = [nltk.stem.snowball.SnowballStemmer(language).stem(word) for word in words]",
        "    assert [ours.analyzer_of(code).stem(word) for word in words] == stems, language",
    )
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True)
