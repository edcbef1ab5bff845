"""Other engines, asked the same: any word of a query, titles and texts, the same terms where they take them."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import bm25s
import tantivy
from whoosh import fields, index, qparser

from bench.stock import Stemmed
from cli.evaluation.collection import Collection
from cli.evaluation.evaluation_run import DEPTH
from cli.evaluation.run_files import Run
from index.analysis.analyzer import Analyzer

Ranker = Callable[[Collection, Path], Run]


def whoosh(judged: Collection, folder: Path) -> Run:
    """Stock Whoosh, as its parser and BM25F are, the title weighing twice."""
    schema = fields.Schema(
        id=fields.ID(stored=True),
        title=fields.TEXT(analyzer=Stemmed(), field_boost=2.0),
        text=fields.TEXT(analyzer=Stemmed()),
    )
    made = index.create_in(folder, schema)
    writer = made.writer()
    for each in judged.articles():
        writer.add_document(id=each.id, title=each.title, text=each.text)
    writer.commit()
    parser = qparser.MultifieldParser(["title", "text"], schema, group=qparser.OrGroup)
    with made.searcher() as searcher:
        return {
            name: [hit["id"] for hit in searcher.search(parser.parse(" ".join(words)), limit=DEPTH)]
            for name, words in _words(judged)
        }


def tantivy_(judged: Collection, folder: Path) -> Run:
    """Tantivy with its English stemmer, the title weighing twice."""
    schema = tantivy.SchemaBuilder()
    schema.add_text_field("id", stored=True, tokenizer_name="raw")
    for field in ("title", "text"):
        schema.add_text_field(field, tokenizer_name="en_stem")
    made = tantivy.Index(schema.build(), path=str(folder))
    writer = made.writer()
    for each in judged.articles():
        writer.add_document(tantivy.Document(id=each.id, title=each.title, text=each.text))
    writer.commit()
    made.reload()
    searcher = made.searcher()
    run = {}
    for name, words in _words(judged):
        asked = made.parse_query(" ".join(words), ["title", "text"], field_boosts={"title": 2.0})
        run[name] = [searcher.doc(address)["id"][0] for _, address in searcher.search(asked, DEPTH).hits]
    return run


def bm25s_(judged: Collection, folder: Path) -> Run:
    """bm25s over our own terms of title and text together, its constants as they are."""
    del folder
    terms = Analyzer("en").terms
    articles = list(judged.articles())
    engine = bm25s.BM25()
    engine.index([terms(f"{each.title} {each.text}") for each in articles], show_progress=False)
    run = {}
    for name, text in judged.queries.items():
        scores = engine.get_scores([term for term in terms(text.lower()) if term in engine.vocab_dict])
        ranked = sorted(range(len(articles)), key=lambda place: -scores[place])[:DEPTH]
        run[name] = [articles[place].id for place in ranked if scores[place] > 0]
    return run


def sqlite(judged: Collection, folder: Path) -> Run:
    """SQLite's FTS5 with its Porter stemmer, the title weighing twice."""
    with closing(sqlite3.connect(folder / "articles.db")) as base:
        base.execute("CREATE VIRTUAL TABLE articles USING fts5(id UNINDEXED, title, text, tokenize='porter')")
        base.executemany("INSERT INTO articles VALUES (?, ?, ?)", judged.articles())
        asked = "SELECT id FROM articles WHERE articles MATCH ? ORDER BY bm25(articles, 0, 2, 1), id LIMIT ?"
        return {
            name: [each for (each,) in base.execute(asked, (" OR ".join(f'"{word}"' for word in words), DEPTH))]
            for name, words in _words(judged)
        }


def _words(judged: Collection) -> Iterator[tuple[str, list[str]]]:
    """Each query's words in small letters, so that no engine takes one for an operator."""
    for name, text in judged.queries.items():
        yield name, re.findall(r"\w+", text.lower())
