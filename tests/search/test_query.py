"""What a typed query finds: every construct of the language, and whatever else people type."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.query.lexer import tokens
from search.query.origins import Key, keys_of
from search.query.tree import Leaf
from search.searcher import Searcher
from search.types.request import Facet, Match, SearchRequest
from tests.archive import archive, document, write


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    return archive(
        tmp_path_factory.mktemp("news"),
        document("a", "The allies withdraw their special forces.", title="A withdrawal", year=2019, countries=["SY"]),
        document("b", "Special envoys urged forces to stay.", title="Talks", year=2014, entities=["United Nations"]),
        document("c", "Withdrawing troops took months, Straße by Straße.", year=2016, source="The Harbour Courier"),
        document(
            "d", "Prime Minister al-Abadi met U.S. envoys; Łukasz watched 3,500 marchers.", countries=["IQ", "US"]
        ),
        document("e", "北京会议 opened. Россия wants talks about the coalition's future, don't they?"),
    )


def ids(searcher: Searcher, q: str, match: Match = Match.ALL) -> str:
    """The articles that match in full, one letter each."""
    result = searcher.search(SearchRequest(q=q, match=match))
    return "" if result.relaxed else "".join(sorted(hit.document.article.id for hit in result.hits))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("withdrawing", "ac"),
        ("special forces", "ab"),
        ('"special forces"', "a"),
        ('"forces special"~3', "ab"),
        ('"special forces"~0', "a"),
        ("“special forces”", "a"),
        ("„special forces“", "a"),
        ("« special forces »", "a"),
        ("envoys OR troops", "bcd"),
        ("special envoys OR allies", "ab"),
        ("(special forces) OR marchers", "abd"),
        ("special AND forces OR marchers", "abd"),
        ("special -allies", "b"),
        ("special NOT allies", "b"),
        ('forces -"special forces"', "b"),
        ("-special", "cde"),
        ("--special", "ab"),
        ("special -(allies OR envoys)", ""),
        ("title:withdrawal", "a"),
        ("title:(talks OR withdrawal)", "ab"),
        ("country:Syria", "a"),
        ("country:iq", "d"),
        ('entity:"united nations"', "b"),
        ("entity:UN", "b"),
        ("entity:unit*", "b"),
        ("source:courier", "c"),
        ('source:="harbour courier"', "c"),
        ('source:="harbour couriers"', ""),
        ("year:2019", "a"),
        ("year:2014..2016", "bc"),
        ("year:2016..", "ac"),
        ("year:..2014", "b"),
        ("year:unknown", "de"),
        ("withdr*", "ac"),
        ("withdrawa*", "ac"),
        ("*roops", "c"),
        ("t?oops", "c"),
        ("did troops?", ""),
        ("troops?", "c"),
        ("tropos~", "c"),
        ("torpos~", ""),
        ("envoys qqqqxx~", ""),
        ("envoys -qqqqxx~", "bd"),
        ("troobs~", "c"),
        ("marhcers~2", "d"),
        ("*", "abcde"),
        ("", "abcde"),
        ("al-Abadi", "d"),
        ("al Abadi", "d"),
        ("ALABADI", "d"),
        ("al-Aba*", "d"),
        ("北*", "e"),
        ("special –envoys", "a"),
        ("U.S.", "d"),
        ("US", "d"),
        ("lukasz", "d"),
        ("3500", "d"),
        ("strasse", "c"),
        ("россия", "e"),
        ("北京", "e"),
        ("京北", ""),
        ("coalition’s", "e"),
        ("don't", "e"),
        ("talks^3 about", "e"),
        ("nosuchfield:talks", ""),
        ("title：withdrawal", "a"),
        ("''special forces''", "a"),
        ("``special forces''", "a"),
        ("\"their ''special'' forces\"", "a"),
        ("special...allies", "a"),
        ("special\\allies", "a"),
        ("*:*", "abcde"),
    ],
)
def test_each_construct_finds_its_articles(news: Searcher, query: str, found: str) -> None:
    assert ids(news, query) == found


ANY_WORDS = st.sampled_from(
    ["date", "from", "since", "in", "between", "and", "to", "before", "NOT", "or", "exact", "北京", "straße", "Merkel"]
)


@given(st.lists(ANY_WORDS, min_size=1))
def test_words_alone_are_read_as_they_would_be_beside_a_sign(typed: list[str]) -> None:
    query = " ".join(typed)
    beside, notices = tokens(f"{query} .")
    assert (tokens(query)[0], tokens(query)[1]) == (beside[:-1], notices)


def test_any_word_keeps_filters_and_refusals(news: Searcher) -> None:
    assert ids(news, "envoys troops forces", Match.ANY) == "abcd"
    assert ids(news, "envoys troops forces -special", Match.ANY) == "cd"
    assert ids(news, "envoys troops year:2016", Match.ANY) == "c"
    assert ids(news, "envoys troops country:Narnia", Match.ANY) == ""
    assert ids(news, "envoys troops (year:2016 OR country:iq)", Match.ANY) == "cd"


def test_the_names_of_fields_are_words_until_a_colon_follows(tmp_path: Path) -> None:
    searcher = archive(tmp_path, document("a", "Our country."), document("b", "Gamma rays.", countries=["SY"]))
    assert ids(searcher, "country gamma", Match.ANY) == "ab"
    assert ids(searcher, "country:sy OR country zebra", Match.ANY) == "ab"
    assert ids(searcher, "country zebra country:sy", Match.ANY) == ""


def test_without_all_words_some_are_tried_and_it_is_said(news: Searcher) -> None:
    for query in ("troops zebra", "troops qqqqxx~", "troops qqqq*"):
        result = news.search(SearchRequest(q=query))
        assert (result.total, result.relaxed) == (1, True)
    nothing = news.search(SearchRequest(q="zebra quagga"))
    assert (nothing.total, nothing.relaxed) == (0, False)


def test_some_of_the_words_are_tried_among_what_the_filters_leave(news: Searcher) -> None:
    syria = {Facet.COUNTRY: ("SY",)}
    result = news.search(SearchRequest(q="special envoys", filters=syria))
    assert ([hit.document.article.id for hit in result.hits], result.relaxed) == (["a"], True)
    assert result.notices == ("No article that the filters leave has “envoys”.",)
    nothing = news.search(SearchRequest(q="marchers envoys", filters=syria))
    assert (nothing.total, nothing.relaxed, nothing.notices) == (0, False, ())


@pytest.mark.parametrize(
    ("query", "notice"),
    [
        ("marchers allies", "No article has “allies” together with “marchers”."),
        ("special forces marchers", "No article has “marchers” together with “special” and “forces”."),
        ("troops qqqq* zebra", "No article has “qqqq*” or “zebra”."),
        ("marchers/allies", "No article has “allies” together with “marchers”."),
        ("troops allies zebra", "No article has “allies” together with “troops”; nothing has “zebra”."),
        ("(troops OR months) allies", "No article has “allies” together with “troops OR months”."),
    ],
)
def test_it_is_said_which_words_are_missing(news: Searcher, query: str, notice: str) -> None:
    result = news.search(SearchRequest(q=query))
    assert result.relaxed
    assert result.notices == (notice,)


def test_a_word_may_be_required_where_any_is_enough(news: Searcher) -> None:
    assert ids(news, "+special allies envoys", Match.ANY) == "ab"
    result = news.search(SearchRequest(q="+marchers allies"))
    assert ([hit.document.article.id for hit in result.hits], result.relaxed) == (["d"], True)


def test_no_suggestion_corrects_the_name_of_a_field(tmp_path: Path) -> None:
    searcher = archive(tmp_path, *(document(each, "The titles of the editor were bought.") for each in "abcd"))
    for query in ("titels:bought", "edtor:bought", "intitle:bought"):
        assert searcher.search(SearchRequest(q=query)).suggestion is None


@pytest.mark.parametrize(
    ("query", "found", "notice"),
    [
        ('"special forces', "a", "The quotation mark at character 1 was not closed"),
        ("(special forces", "ab", "The parenthesis at character 1 was not closed"),
        ("special) forces", "ab", "The parenthesis at character 8 closes nothing"),
        ("forces OR", "ab", "OR at character 8 has nothing after it"),
        ("AND forces", "ab", "AND at character 1 has nothing on one side"),
        ("!?!", "", "There is no word in this query"),
        ("country:Narnia", "", "“Narnia” is no country"),
        ("year:soon", "", "“year:soon” was not understood: 'soon' is no time; write a year (2019)"),
        ("forces~7", "ab", "at most 2 letters may differ"),
        ("(" * 30 + "special forces", "ab", "More than 20 parentheses"),
        ("spec* " * 10 + "forces?", "ab", "At most 10 words of a query may have “*”"),
        ("spec* " * 10 + "-for* force~", "ab", "the others were searched as words"),
        ('"' + "special forces " * 40 + '"', "", "its first 50 words were searched"),
        ("special " + "-z " * 600, "ab", "its first 500 words were searched"),
        ("forces w/5", "ab", "w/5 at character 8 has nothing after it"),
        ("w/5 forces", "ab", "w/5 at character 1 has nothing on one side"),
        ("forces w/5 (special allies)", "a", "it was read as AND"),
        ("special NOT w/5 allies", "b", "NOT w/5 was read as NOT"),
        ("tilte:withdrawal", "", "did you mean title:withdrawal?"),
        ('colour:"special forces"', "a", "There is no field “colour:”"),
        ("title: withdrawal", "a", "“title:” was read as a field, though a blank stands behind it"),
        ("source: courier troops", "c", "“source:” was read as a field, though a blank stands behind it"),
        ("Year: (2014 OR 2016)", "bc", "“Year:” was read as a field, though a blank stands behind it"),
        ("Talks of the year: envoys", "abde", "“year:” has a blank behind it, so it was searched as a word"),
        ("source: allies", "a", "“source:” has a blank behind it, so it was searched as a word"),
        ("specia%", "ab", "“specia%” was read as specia*"),
        ("forces^x", "ab", "stands between a word and a number"),
        ("forces^1000", "ab", "a boost is at most 100"),
        ("author:nobody forces", "", "No article names an author “nobody”"),
        ("year:2014-02-30", "", "there is no 2014-02-30"),
        ("date:03/04/2014", "", "'03/04/2014' may mean two days"),
        ("title:(forces not troops) special", "ab", "No article has"),
        ("special and not envoys", "abd", "to exclude what follows write NOT"),
        ("2014..2016 forces", "ab", "for the years write year:2014..2016"),
        ("forces since 2014", "ab", "for articles of that time write since:2014."),
        ("forces between 2014 and 2016", "ab", "for articles of that time write year:2014..2016"),
        ("forces date is 2014", "ab", "“2014”"),
        ("forces filetype:pdf", "ab", "“filetype:pdf” is not searched here; it was left out"),
        ("&quot;special forces&quot; OR", "a", "OR at character 28 has nothing after it"),
        ("<b>special</b> forces OR", "ab", "OR at character 23 has nothing after it"),
        ("special\u200b %20(forces", "ab", "The parenthesis at character 13 was not closed"),
        ("forces and date aft 2001 OR", "ab", "OR at character 26 has nothing after it"),
        ("special % allies", "b", "“%” at character 9 was read as NOT"),
        (" ".join(f'"special forces {number}"' for number in range(51)), "", "At most 50 phrases"),
        ("troops" + " w/5 troops" * 400, "c", "At most 20 words are searched near each other"),
        ("co-o*" * 600, "", "A phrase with patterns is long: its first 20 words"),
        ("special " + "x" * 5_000, "ab", "its first 4,000 characters were searched"),
    ],
)
def test_a_slip_is_mended_and_said(news: Searcher, query: str, found: str, notice: str) -> None:
    result = news.search(SearchRequest(q=query))
    assert "".join(sorted(hit.document.article.id for hit in result.hits)) == found
    assert any(notice in each for each in result.notices)


@pytest.mark.parametrize(
    ("query", "found", "notice"),
    [
        ("MINISTER NOT GUILTY", "a", "“NOT” at character 10 was searched as a word"),
        ("NOT GUILTY", "a", "“NOT” at character 1 was searched as a word"),
        ("FERRY ADRIFT NEAR HARBOUR", "b", "“NEAR” at character 14 was searched as a word"),
        ("FERRY OR GUILTY", "ab", '“OR” at character 7 was read as OR; for the word write "or"'),
        ("(FERRY OR MINISTER) NOT GUILTY", "bc", None),
        ("NATO NOT (FERRY OR EU)", "", None),
        ("MINISTER (45) NOT GUILTY", "a", "“NOT” at character 15 was searched as a word"),
        ("TEXT:MINISTER NOT GUILTY", "c", None),
        ("MINISTER W/3 GUILTY NOT FERRY", "a", None),
        ("AT&T NOT EU", "f", None),
        ("МИНИСТР NOT ВИНОВЕН", "g", None),
        ("中国 NOT NATO", "e", None),
        ("MINISTER -GUILTY", "c", None),
        ("NATO OR EU", "bcd", None),
        ("EU NOT NATO", "d", None),
        ("中国 OR EU", "ced", None),
    ],
)
def test_capitals_say_nothing_where_all_words_are_in_capitals_but_acronyms(
    tmp_path: Path, query: str, found: str, notice: str | None
) -> None:
    searcher = archive(
        tmp_path,
        document("a", "The court found the minister (45) not guilty."),
        document("b", "A ferry is adrift near the harbour, says NATO."),
        document("c", "The minister spoke to NATO and to the EU."),
        document("d", "Yesterday the EU agreed."),
        document("e", "中国和日本"),
        document("f", "Shares of AT&T fell."),
        document("g", "Министр ушёл."),
        document("h", "Министр не виновен."),
    )
    result = searcher.search(SearchRequest(q=query))
    assert {hit.document.article.id for hit in result.hits} == set(found)
    assert any(notice in each for each in result.notices) if notice else not result.notices


def test_an_acronym_stays_one_in_articles_whose_script_has_no_capitals(tmp_path: Path) -> None:
    searcher = archive(
        tmp_path,
        document("a", "Yesterday the EU agreed."),
        document("b", "The EU spoke to NATO."),
        document("c", "日本の首相はNATOと会談した。"),
        document("d", "外交部 NATO 发言人"),
        document("e", "NATO 발언"),
    )
    result = searcher.search(SearchRequest(q="EU NOT NATO"))
    assert [hit.document.article.id for hit in result.hits] == ["a"]
    assert not result.notices


@pytest.mark.parametrize(
    "sentence",
    [
        "minister (45) not guilty of fraud",
        'minister (left) "bold" but not guilty',
        "title:why not now",
        "what % of women work",
        "date is 5 May",
        "date after 11 September",
        "date between 5 and 6 people",
        "profit of the year (to 2009)",
        "year:2015 not only women",
        "ministry of ports (UND)",
        "zero % interest",
        "hundert % Ökostrom",
        "as a % share",
    ],
)
def test_a_sentence_is_no_syntax(tmp_path: Path, sentence: str) -> None:
    words = sentence.replace("title:", "").replace("year:2015 ", "")
    searcher = archive(
        tmp_path, document("a", f"So: {words}.", title="why", year=2015), document("b", "calm", year=2015)
    )
    assert ids(searcher, sentence) == "a"


@pytest.mark.parametrize(
    "query",
    [
        "(forces and wc>100) special",
        "(forces or envoys) not troops special",
        "special forces filetype:pdf)",
        "special ADJ(forces)",
    ],
)
def test_syntax_of_others_is_no_sentence(news: Searcher, query: str) -> None:
    assert "a" in ids(news, query)


def test_patterns_look_through_every_commit(tmp_path: Path) -> None:
    searcher = archive(tmp_path, document("a", "troops", entities=["Blue Shield"], year=2014))
    write(tmp_path, [document("b", "trooper", entities=["Blue Shell"], year=2016), document("c", "trumps")])
    found = {
        "troop*": "ab",
        "tr?mps": "c",
        "trumpz~": "c",
        "troopr~2": "ab",
        "entity:blue?sh*": "ab",
        "year:..2016": "ab",
    }
    assert {query: ids(searcher, query) for query in found} == found
    write(tmp_path, [document("d", "troopship")])
    assert ids(searcher, "troop*") == "abd"


def test_of_too_many_words_the_most_frequent_are_searched(tmp_path: Path) -> None:
    rare = " ".join(f"qa{number}x" for number in range(600))
    searcher = archive(tmp_path, document("a", rare), document("b", "qazz peace"), document("c", "qazz qazz"))
    result = searcher.search(SearchRequest(q="q*"))
    assert sorted(hit.document.article.id for hit in result.hits) == ["a", "b", "c"]
    assert result.notices == ("A pattern stands for too many words; the most frequent of them were searched.",)
    assert searcher.search(SearchRequest(q="q*")).notices == result.notices


SIGNS = ["~2", "^2", "..", "w/3", "||", "&&", "[2 TO 3]", "=", "~.5", *"()\"“-*?~:\\[]{/\x00\né'%&<"]
WORDY = [
    "troops",
    "OR",
    "AND",
    "NOT",
    "title:",
    "entity:",
    "year:",
    "before:",
    "author:",
    "allintitle:",
    "hd=",
    "country:",
    "2014",
    "北京",
    "U.S.",
    " ",
]
pieces = st.sampled_from([*SIGNS, *WORDY])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(pieces | st.text(max_size=3), max_size=12).map("".join), match=st.sampled_from(Match))
def test_nothing_that_is_typed_fails(news: Searcher, typed: str, match: Match) -> None:
    result = news.search(SearchRequest(q=typed, match=match))
    assert result.total >= len(result.hits)


WORDS = ("ant", "bee", "cat", "dog")
texts = st.lists(st.lists(st.sampled_from(WORDS), max_size=5).map(tuple), min_size=1, max_size=6)
trees = st.recursive(
    st.sampled_from([*WORDS, '"ant bee"', '"cat dog"']),
    lambda inner: st.tuples(st.sampled_from(["AND", "OR", "NOT"]), inner, inner),
    max_leaves=6,
)
Tree = str | tuple[str, "Tree", "Tree"]


def typed(tree: Tree) -> str:
    if isinstance(tree, str):
        return tree
    operator, left, right = tree
    return f"({typed(left)} {'AND NOT' if operator == 'NOT' else operator} {typed(right)})"


def holds(tree: Tree, words: tuple[str, ...]) -> bool:
    if isinstance(tree, str):
        wanted = tuple(tree.strip('"').split())
        return any(words[place : place + len(wanted)] == wanted for place in range(len(words)))
    operator, left, right = tree
    if operator == "OR":
        return holds(left, words) or holds(right, words)
    return holds(left, words) and holds(right, words) != (operator == "NOT")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    base = tmp_path_factory.mktemp("laws")
    return (base / str(number) for number in range(10_000))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpus=texts, tree=trees)
def test_boolean_queries_find_what_logic_says(
    folders: Iterator[Path], corpus: list[tuple[str, ...]], tree: Tree
) -> None:
    searcher = archive(next(folders), *(document(str(at), " ".join(words)) for at, words in enumerate(corpus)))
    wanted = {str(at) for at, words in enumerate(corpus) if holds(tree, words)}
    result = searcher.search(SearchRequest(q=typed(tree)))
    assert (set() if result.relaxed else {hit.document.article.id for hit in result.hits}) == wanted


@pytest.mark.parametrize(
    ("typed", "ids"),
    [("envoys and ministers", "both"), ("envoys AND ministers", "both"), ("and", "and"), ('"envoys and"', "and")],
)
def test_and_in_small_letters_joins_words(tmp_path: Path, typed: str, ids: str) -> None:
    searcher = archive(tmp_path, document("both", "Envoys met ministers."), document("and", "Envoys and others met."))
    assert [hit.document.article.id for hit in searcher.search(SearchRequest(q=typed)).hits] == [ids]


def test_patterns_that_are_many_are_explained_once_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    searcher = archive(tmp_path, *(document(str(at), f"delegate{at} stood apart at {at}") for at in range(300)))
    asked: list[Leaf] = []

    def counted(leaf: Leaf) -> tuple[Key, ...]:
        asked.append(leaf)
        return keys_of(leaf)

    monkeypatch.setattr("search.query.parser.keys_of", counted)
    searcher.search(SearchRequest(q=" ".join(["d*", "st*", "a~", "ap*", "delegate?*", "s*"] * 80)))
    assert 0 < len(asked) < 10_000


def test_chinese_words_in_a_row_are_tried_apart_where_no_article_has_them_so(tmp_path: Path) -> None:
    searcher = archive(
        tmp_path, document("z", "港口工人周一罢工，因为吊车司机被解雇。"), document("n", "城市关闭车厂。")
    )
    result = searcher.search(SearchRequest(q="工人罢工"))
    assert ([hit.document.article.id for hit in result.hits], result.relaxed) == (["z"], True)
    assert searcher.search(SearchRequest(q="吊车司机")).relaxed is False
