"""The names that files give to the fields of an article, each with ours."""

from collections.abc import Mapping
from functools import cache, lru_cache

from corpus.folding import fold

FIELD_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": (
        *("id", "uuid", "guid", "article_id", "doc_id", "document_id", "stories_id", "news_id", "uri"),
        *("nid", "article_no", "artikel_id", "record_id", "accession_number"),
    ),
    "title": (
        *("title", "headline", "headline_text", "headlines", "webTitle", "article_title", "news_title", "post_title"),
        *("title_page", "heading", "subject", "titulo", "título", "titre", "titel", "titolo"),
        *("заголовок", "标题", "标題", "タイトル", "제목", "العنوان", "عنوان", "kop", "titulek", "tytuł", "rubrik"),
        *("overskrift", "otsikko", "cím", "titlu", "naslov", "başlık", "judul", "tiêu đề", "τίτλος", "назва"),
        *("заглавие", "כותרת", "शीर्षक", "หัวข้อ", "題名", "見出し", "题目", "headline_main", "title_text"),
        *(
            "original_title",
            "seo_title",
            "title_plain",
            "titular",
            "encabezado",
            "manchete",
            "überschrift",
            "schlagzeile",
        ),
        *("tittel", "nadpis", "nagłówek", "otsikot", "تیتر", "標題"),
        *("títol", "pealkiri", "virsraksts", "pavadinimas", "наслов", "titulli", "başlıq"),
        *("тақырып", "sarlavha", "სათაური", "վերնագիր", "শিরোনাম", "عنوان خبر", "سرخی", "தலைப்பு"),
        *("శీర్షిక", "ശീർഷകം", "શીર્ષક", "ਸਿਰਲੇਖ", "pamagat", "kichwa", "kichwa cha habari", "fyrirsögn"),
        *("izenburua", "ခေါင်းစဉ်", "ចំណងជើង", "header", "head"),
    ),
    "text": (
        *("text", "content", "article", "maintext", "main_text", "body", "body_text", "articleBody"),
        *("article_text", "article_content", "full_text", "story", "story_text", "news_text"),
        *("content_text", "plain_text", "clean_text", "cleaned_text", "news_content", "news_body"),
        *("selftext", "post_content", "contents", "paragraphs", "bodies", "raw_content", "raw_text", "news"),
        *("transcript", "texto", "texte", "testo", "inhalt", "contenido", "contenu", "cuerpo", "corps"),
        *("текст", "正文", "内容", "內容", "本文", "본문", "المحتوى", "النص", "متن", "conteúdo", "tekst"),
        *("tekst_artykułu", "treść", "isi", "metin", "içerik", "haber", "innehåll", "brødtekst"),
        *("teksti", "szöveg", "tartalom", "conținut", "besedilo", "sadržaj", "obsah", "nội dung"),
        *("konten", "κείμενο", "зміст", "содержание", "съдържание", "תוכן", "טקסט", "محتوا", "المقال"),
        *("लेख", "เนื้อหา", "記事", "記事本文", "기사", "기사본문", "내용", "全文", "article_full_text"),
        *("document_text", "main_content", "paragraph", "body_plain", "txt"),
        *("ocr_text", "ocr", "ocr_eng", "fulltext_ocr", "page_text", "extracted_text", "comment_text", "comment"),
        *("message", "tweet", "tweet_text", "tweet_content", "markdown", "body_markdown", "content_markdown"),
        *(
            "content_elements",
            "blocks",
            "volltext",
            "leipäteksti",
            "समाचार",
            "সংবাদ",
            "খবর",
            "tekstur",
            "متن خبر",
            "نص",
        ),
        *("teksts", "tekstas", "текст", "текст на вест", "содржина", "мәтін", "mətn", "matn"),
        *("ტექსტი", "տեքստ", "পাঠ্য", "লেখা", "مواد", "உரை", "உள்ளடக்கம்", "పాఠం", "nilalaman"),
        *("maudhui", "kandungan", "testua", "sadržina", "brödtext", "løbetekst", "broodtekst"),
    ),
    "html": (
        *("html", "body_html", "body_xhtml", "content_html", "article_html", "raw_html", "html_content", "page_html"),
        "page_source",
        "body_nitf",
        "body_xml",
    ),
    "summary": (
        *("lead_paragraph", "lead", "description", "short_description", "summary", "abstract"),
        *("abstract_note", "excerpt", "standfirst", "trail_text", "snippet", "resumen", "résumé", "zusammenfassung"),
        *("samenvatting", "sommario", "streszczenie", "özet", "ringkasan", "аннотация", "摘要", "要約"),
        *("요약", "teaser", "deck", "dek", "subtitle", "trailText", "opening_text", "hit_sentence"),
    ),
    "published": (
        *("first_published", "first_published_at", "first_publish_date", "date_first_published", "first_publication"),
        *("published", "published_at", "date_published", "published_date", "publish_date"),
        *("date_publish", "pub_date", "publication_date", "webPublicationDate"),
        *("first_publication_date", "published_time", "publish_time", "publication_time"),
        *("published_on", "date", "datetime", "article_date", "news_date", "post_date", "display_date"),
        *(
            "issued",
            "issue_date",
            "firstcreated",
            "contentcreated",
            "versioncreated",
            "date_created",
            "created_at",
            "created",
            "created_utc",
        ),
        *("timestamp", "time", "fecha", "datum", "data", "дата", "日期", "发布时间", "日付", "날짜", "تاريخ"),
        *("التاريخ", "publicationDateTime", "pubtime", "pubdate_time", "release_date"),
        *("published_utc", "published_date_utc", "unix_timestamp"),
        *("date_of_publication", "date_time", "date_posted", "posted_at", "publié_le"),
        *("date_publication", "date_parution", "fecha_publicacion", "fecha_de_publicacion"),
        *("veröffentlicht", "veröffentlichungsdatum", "erscheinungsdatum", "data_publicação"),
        *("data_de_publicação", "data_pubblicazione", "data_publikacji", "publicatiedatum"),
        *("datum_publicatie", "tarih", "yayın_tarihi", "tanggal", "dátum", "ngày", "ngày đăng"),
        *("ημερομηνία", "дата публикации", "дата_публикации", "дата публікації", "תאריך", "تاريخ النشر"),
        *(
            "تاریخ",
            "दिनांक",
            "วันที่",
            "公開日",
            "掲載日",
            "発行日",
            "発行年月日",
            "发布日期",
            "發布日期",
            "出版日期",
            "작성일",
        ),
        *("등록일", "입력일", "보도일자", "publishing_date"),
        *("created_time", "created_date", "creation_date", "post_time", "date_unixtime", "date_gmt"),
        *("dato", "erscheinungstag", "päivä", "päivämäärä", "일자", "日時", "तारीख", "তারিখ", "時間", "时间"),
        *("датум", "kuupäev", "datums", "petsa", "tarehe", "tarikh", "dagsetning", "data e publikimit"),
        *("күні", "tarix", "sana", "თარიღი", "ամսաթիվ", "তারিখ", "تاریخ اشاعت", "தேதி", "తేదీ"),
        *("തീയതി", "તારીખ", "ਤਾਰੀਖ", "ရက်စွဲ", "កាលបរិច្ឆេទ", "publisert", "publiceret", "publicerad"),
        *("julkaistu", "gepubliceerd", "opublikowano", "publicado", "pubblicato", "publié", "publikováno"),
        *("megjelent", "yayınlandı", "опубликовано", "опубліковано", "erschienen", "публикувано", "objavljeno"),
    ),
    "captured": (
        *(
            "captured",
            "seendate",
            "crawled",
            "crawled_at",
            "crawl_date",
            "date_crawled",
            "date_download",
            "download_date",
        ),
        *("scraped_at", "scrape_date", "fetched_at", "fetch_date", "retrieved", "retrieved_at", "access_date"),
    ),
    "author": (
        *("author", "authors", "byline", "bylines", "authors_byline", "writer", "creator", "journalist", "reporter"),
        *("author_name", "article_author", "post_author", "autor", "autore", "auteur", "автор", "作者"),
        *("記者", "记者", "기자", "الكاتب", "by", "autori", "autoři", "auteurs", "autores", "autoren"),
        *("verfasser", "penulis", "yazar", "szerző", "författare", "forfatter", "kirjoittaja"),
        *("dziennikarz", "συντάκτης", "авторы", "מחבר", "نویسنده", "लेखक", "ผู้เขียน", "著者", "筆者"),
        *("記者名", "기자명", "글쓴이", "tác giả", "writers", "contributors"),
        *("giornalista", "periodista", "repórter", "reportero", "redactor", "journaliste", "journalist"),
        *("verfasserin", "autorin", "redakteur", "toimittaja", "skribent", "журналист", "корреспондент", "muhabir"),
        *("wartawan", "phóng_viên", "كاتب", "خبرنگار", "ผู้สื่อข่าว", "संवाददाता", "執筆者", "撰稿人", "기고자", "작성자"),
        *(
            "credits",
            "primary_author",
            "user",
            "user_name",
            "username",
            "screen_name",
            "account",
            "posted_by",
            "poster",
        ),
        *("autors", "autorius", "аутор", "автор на статията", "muəllif", "muallif", "автори"),
        *("ავტორი", "հեղինակ", "লেখক", "مصنف", "மூலாசிரியர்", "எழுத்தாளர்", "రచయిత", "mwandishi"),
        *("may-akda", "höfundur", "egilea", "influencer"),
    ),
    "source": (
        *("source", "publication", "site_name", "sitename", "publisher", "source_name", "publication_name"),
        *("publication_title", "first_source", "news_source", "outlet", "newspaper", "media", "media_name"),
        *("provider", "journal", "agency", "feed", "source-hostname", "hostname", "source_domain"),
        *("domain", "site", "website", "medio", "fuente", "quelle", "источник", "来源", "來源", "المصدر"),
        *("bron", "fonte", "veículo", "źródło", "zdroj", "forrás", "kaynak", "gazete", "sumber"),
        *("källa", "kilde", "lähde", "sursă", "izvor", "πηγή", "джерело", "издание", "منبع", "स्रोत"),
        *("แหล่งที่มา", "媒体", "媒體", "新聞社", "출처", "언론사", "매체", "nguồn", "journal_title", "paper"),
        *("newspaper_name", "newspaper_title", "periodical", "zeitung", "zeitschrift", "journal_name"),
        *("source_title", "magazine", "container_title", "data_provider", "info_sources", "origin", "site_title"),
        *(
            "blog_name",
            "channel_name",
            "media_outlet",
            "periódico",
            "diario",
            "jornal",
            "testata",
            "giornale",
            "medium",
        ),
        *("krant", "medie", "tidning", "lehti", "gazeta", "czasopismo", "tytuł_prasowy", "noviny", "deník"),
        *("сми", "газета", "видання", "lap", "újság", "εφημερίδα", "μέσο", "publicație", "ziar", "báo", "koran"),
        *("صحيفة", "الصحيفة", "الجريدة", "روزنامه", "رسانه", "خبرگزاری", "עיתון", "अखबार", "समाचार पत्र"),
        *("สำนักข่าว", "หนังสือพิมพ์", "報紙", "報章", "報刊", "报纸", "掲載紙", "紙名"),
        *("diari", "ajaleht", "leht", "avots", "avīze", "šaltinis", "laikraštis", "medij", "извор"),
        *("вестник", "весник", "gazetë", "qəzet", "газеті", "gazeta nomi", "გაზეთი", "թերթ"),
        *("পত্রিকা", "সংবাদপত্র", "اخبار", "நாளிதழ்", "పత్రిక", "akhbar", "pahayagan", "gazeti"),
        *("dagblað", "egunkaria", "新聞名", "報社", "出典", "מקור", "avis", "dagblad", "zeitungstitel"),
    ),
    "url": (
        *("url", "link", "web_url", "webUrl", "article_url", "canonical_url", "page_url", "permalink"),
        "documentidentifier",
        *("href", "source_url", "news_url", "article_link", "news_link", "enlace", "链接"),
        *("requested_url", "canonical_link", "canonical", "article_uri", "lien", "adresse", "link_url"),
        *("original_url", "orig_url", "web_page", "ссылка", "адрес", "رابط", "الرابط", "リンク", "링크", "tautan"),
        *(
            "odkaz",
            "full_link",
            "loc",
            "external_url",
            "bağlantı",
            "länk",
            "lenke",
            "linkki",
            "hivatkozás",
            "σύνδεσμος",
        ),
        *("посилання", "đường_dẫn", "لینک", "קישור", "ลิงก์", "लिंक", "網址", "网址", "連結", "주소"),
        *("enllaç", "saite", "nuoroda", "poveznica", "линк", "връзка", "keçid", "сілтеме"),
        *("havola", "ბმული", "հղում", "লিংক", "লিঙ্ক", "لنک", "இணைப்பு", "లింక్", "pautan"),
        *("kiungo", "hlekkur", "esteka"),
    ),
    "language": (
        *("language", "lang", "languages", "language_code", "article_language", "idioma", "langue"),
        *("sprache", "meta_lang", "detected_language", "lingua", "språk", "język", "dil", "bahasa"),
        *("язык", "语言", "言語", "언어", "اللغة", "human_language", "langcode", "in_language", "iso_language"),
    ),
    "year": ("year", "pub_year", "publication_year", "jaar", "año", "jahr", "année", "anno", "ano", "год"),
    "month": ("month", "maand", "mes", "monat", "mois", "mese", "mês", "месяц"),
    "day": ("day", "dag", "día", "jour", "giorno", "dia", "день"),
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
) | {"source", "thread", "story", "links", "tweet", "embedded", "properties"}
"""Objects within a record whose members are fields of the article, as interfaces nest them."""

LISTS = frozenset(
    ("articles", "docs", "documents", "results", "items", "stories", "posts", "entries", "records", "news", "hits")
) | {
    *("data", "value", "rows", "response", "feed", "rss", "item", "entry", "body", "content", "publications", "db"),
    *("objects", "messages", "graph", "tweets", "nodes", "matches", "list", "newsitems", "submissions"),
}
"""Members of an answer under which its articles stand, or the object that holds them."""


@lru_cache(maxsize=4096)
def squashed(name: str) -> str:
    """A name without case, accents, blanks and signs: `Publish Date` and `publish_date` are `publishdate`."""
    return fold("".join(filter(str.isalnum, name)))


@cache
def known_names() -> Mapping[str, str]:
    """Each squashed name with ours."""
    return {squashed(name): ours for ours, names in FIELD_NAMES.items() for name in names}
