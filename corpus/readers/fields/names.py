"""The names that files give to the fields of an article, each with ours."""

from collections.abc import Mapping
from functools import cache, lru_cache

FIELD_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "uuid", "guid", "article_id", "doc_id", "document_id", "stories_id", "news_id", "uri"),
    "title": (
        *("title", "headline", "headline_text", "headlines", "webTitle", "article_title", "news_title", "post_title"),
        *("title_page", "heading", "subject", "titulo", "título", "titre", "titel", "titolo"),
        *("заголовок", "标题", "标題", "タイトル", "제목", "العنوان", "عنوان"),
    ),
    "text": (
        *("text", "content", "article", "maintext", "main_text", "body", "body_text", "articleBody", "article_text"),
        *("article_content", "full_text", "story", "story_text", "news_text", "content_text", "plain_text"),
        *(
            "clean_text",
            "cleaned_text",
            "news_content",
            "news_body",
            "post_content",
            "contents",
            "paragraphs",
            "bodies",
        ),
        *("raw_content", "raw_text", "news", "transcript", "texto", "texte", "testo", "inhalt", "contenido", "contenu"),
        *("cuerpo", "corps", "текст", "正文", "内容", "內容", "本文", "본문", "المحتوى", "النص", "متن"),
    ),
    "html": (
        *("html", "body_html", "body_xhtml", "content_html", "article_html", "raw_html", "html_content", "page_html"),
        "page_source",
    ),
    "summary": (
        *("lead_paragraph", "lead", "description", "short_description", "summary", "abstract", "excerpt", "standfirst"),
        *("trail_text", "snippet", "resumen", "résumé"),
    ),
    "published": (
        *("published", "published_at", "date_published", "published_date", "publish_date", "date_publish", "pub_date"),
        *("publication_date", "webPublicationDate", "first_publication_date", "published_time", "publish_time"),
        *("publication_time", "published_on", "date", "datetime", "article_date", "news_date", "post_date"),
        *("display_date", "issue_date", "firstcreated", "versioncreated", "date_created", "created_at", "created"),
        *(
            "timestamp",
            "time",
            "fecha",
            "datum",
            "data",
            "дата",
            "日期",
            "发布时间",
            "日付",
            "날짜",
            "تاريخ",
            "التاريخ",
        ),
    ),
    "captured": (
        *("captured", "crawled", "crawled_at", "crawl_date", "date_crawled", "date_download", "download_date"),
        *("scraped_at", "scrape_date", "fetched_at", "fetch_date", "retrieved", "retrieved_at", "access_date"),
    ),
    "author": (
        *("author", "authors", "byline", "bylines", "writer", "creator", "journalist", "reporter", "author_name"),
        *(
            "article_author",
            "post_author",
            "autor",
            "autore",
            "auteur",
            "автор",
            "作者",
            "記者",
            "记者",
            "기자",
            "الكاتب",
        ),
    ),
    "source": (
        *("source", "publication", "publisher", "source_name", "publication_name", "publication_title", "site_name"),
        *("sitename", "news_source", "outlet", "newspaper", "media", "media_name", "provider", "journal", "agency"),
        *("feed", "source-hostname", "hostname", "source_domain", "domain", "site", "website"),
        *("medio", "fuente", "quelle", "источник", "来源", "來源", "المصدر"),
    ),
    "url": (
        *("url", "link", "web_url", "webUrl", "article_url", "canonical_url", "page_url", "permalink", "href"),
        *("source_url", "news_url", "article_link", "news_link", "enlace", "链接"),
    ),
    "language": ("language", "lang", "languages", "language_code", "article_language", "idioma", "langue", "sprache"),
    "year": ("year",),
    "month": ("month",),
    "day": ("day",),
    "entities": ("entities",),
    "countries": ("countries",),
    "clean": ("clean",),
    "published_basis": ("published_basis",),
    "published_evidence": ("published_evidence",),
}
"""Of a record with several names of one field, the first that holds something counts. Case, blanks and the signs
between words do not matter: `publishDate`, `publish_date` and `Publish Date` are one name.
"""

WRAPPERS = frozenset(
    ("fields", "article", "attributes", "data", "metadata", "meta", "node", "doc", "document", "item", "post", "news")
) | {"source", "thread", "story"}
"""Objects within a record whose members are fields of the article, as interfaces nest them."""

LISTS = frozenset(
    ("articles", "docs", "documents", "results", "items", "stories", "posts", "entries", "records", "news", "hits")
) | {"data", "value", "rows", "response", "feed", "rss", "channel", "item", "entry", "body", "content", "publications"}
"""Members of an answer under which its articles stand, or the object that holds them."""


@lru_cache(maxsize=4096)
def squashed(name: str) -> str:
    """A name without case, blanks and signs: `Publish Date` and `publish_date` are `publishdate`."""
    return "".join(filter(str.isalnum, name)).casefold()


@cache
def known_names() -> Mapping[str, str]:
    """Each squashed name with ours."""
    return {squashed(name): ours for ours, names in FIELD_NAMES.items() for name in names}
