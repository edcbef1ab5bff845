"""Which lines open what stands around an article: its comments, and lists of other articles."""

import re

from corpus.extraction.text.lines import Line
from corpus.late_pattern import late

_LONGEST = 90
_EDGES = " \t.,:;!…»«›‹→←↑▲▼•·*+|-–—>[]()#"
_COMMENTS = late(
    r"""(?:(?:view|show|see|read|hide|load|all|reader|your|latest|top|add|post|leave|write)\s+)?(?:an?\s+
          |all\s+|your\s+)?(?:\(?\d[\d,.]*\)?\s+)?(?:comments?|repl(?:y|ies)|responses?|thoughts|kommentare?
          |commentaires?|comentarios?|comentários?|commenti|комментари[ийяев]+)(?:\s*[:(]?\s*\d[\d,.]*\)?
          |\s+(?:to|on|by|for|from)\b.{0,80}|\s*/\s*.{0,30}|\s+cancel\s+reply)?
      | (?:no|be\s+the\s+first\s+to)\s+comments?\b.{0,40}
      | join\s+(?:the|in\s+the)\s+(?:conversation|discussion)
      | (?:log|sign)\s+in\s+(?:to|or\s+register\s+to)\s+(?:post\s+)?(?:a\s+)?(?:comment|reply).{0,30}
      | you\s+must\s+(?:be\s+logged|log)\s+in.{0,40} | (?:want\s+to\s+)?join\s+the\s+discussion.{0,10}
      | share\s+your\s+(?:thoughts|views|opinion).{0,40} | (?:tell\s+us\s+)?what\s+(?:do\s+)?you\s+think.{0,3}
      | comments?\s+(?:policy|guidelines|section|powered\s+by.{0,30}) | discussion(?:\s+policy)?
      | (?:kommentar\s+(?:schreiben|hinterlassen|verfassen)|laisser\s+un\s+commentaire|deja?\s+un\s+comentario
          |deixe\s+(?:um\s+comentário|uma\s+resposta).{0,20}|lascia\s+un\s+commento.{0,20}
          |оставить\s+комментарий|добавить\s+комментарий).{0,30}""",
    re.VERBOSE | re.IGNORECASE,
)
_OTHERS = late(
    r"""(?:more|other|latest|recent|related|similar|popular|trending|recommended|featured|further|top|hot|new
          |upcoming|next|previous|suggested|promoted|sponsored)\s+(?:(?:from|in|on|by|about|for)\s+.{1,50}
          |(?:\w+\s+){0,2}(?:articles?|stor(?:y|ies)|posts?|news|topics?|reads?|reading|links?|content
          |coverage|videos?|headlines|now(?:\s+on\s+.{1,30})?|events?|searches|products|items|pages?|entries
          |tags|this\s+week|today|updates|columns?))
      | most\s+(?:read|popular|viewed|shared|commented|emailed|e-mailed|watched|recent|discussed)\b.{0,30}
      | related\b.{0,60} | recent | trending | popular | recommended | latest | elsewhere | up\s+next
      | read\s+next | (?:next\s+up|up\s+next)\s+in\s+.{1,40} | see\s+also | also\s+read | read\s+also
      | (?:recommended|selected|suggested|picked|handpicked)\s+for\s+you
      | (?:you|readers)\s+(?:may|might)\s+(?:also\s+)?(?:like|enjoy|be\s+interested).{0,30}
      | (?:editor|staff)['’]?s?['’]?\s+(?:picks?|choice)
      | what\s+(?:to\s+read|others\s+are\s+reading|we['’]re\s+reading).{0,20}
      | (?:around|from|elsewhere\s+on|more\s+from\s+around)\s+the\s+(?:web|site|network).{0,20}
      | don['’]t\s+miss.{0,20} | in\s+case\s+you\s+missed.{0,10} | you\s+(?:may|might)\s+have\s+missed
      | keep\s+reading | also\s+on\s+.{1,30} | about\s+(?:the\s+)?authors? | about\s+the\s+writer
      | more\s+about\s+.{1,40} | written\s+by | (?:posts?|articles?)\s+navigation
      | (?:previous|next|older|newer)\s+(?:posts?|articles?|story|stories|entry)\b.{0,80}
      | (?:tags?|topics?|categor(?:y|ies)|keywords|filed\s+under|posted\s+in|tagged(?:\s+(?:with|as|in
          |under))?)(?:\s*:.{0,80})?
      | share\s+(?:this|on|via|with|the|your|it|with\s+your\s+friends)\b.{0,40} | like\s+this
      | like\s+loading.{0,5} | click\s+to\s+(?:share|e-?mail|print)\b.{0,60} | share\s+selection
      | (?:sign\s+up|subscribe|get|join|stay)\s+(?:for|to|our|the|up|with|in|up-to-date)\b.{0,70}
      | subscribe(?:\s+now)? | newsletters?
      | (?:follow|like|find|join)\s+(?:us|me|.{2,30}\s+on\s+(?:twitter|facebook|instagram))\b.{0,40} | follow
      | (?:want|like)\s+(?:more|to\s+(?:see|read|hear))\b.{0,40}
      | (?:mehr|weitere|ähnliche|verwandte|andere|neueste|meistgelesene|beliebte)\s+(?:artikel|beiträge
          |nachrichten|themen|zum\s+thema|aus\s+.{1,30}).{0,20}
      | zum\s+thema | das\s+könnte\s+(?:sie|dich)\s+(?:auch\s+)?interessieren | meistgelesen
      | schlagw[oö]rter.{0,60} | lesen\s+sie\s+auch.{0,60}
      | (?:à\s+lire\s+(?:aussi|également)|lire\s+aussi|sur\s+le\s+même\s+(?:sujet|thème)|articles?\s+(?:liés
          |similaires|récents)|les\s+plus\s+lus?|dans\s+la\s+même\s+rubrique|vous\s+(?:aimerez
          |pourriez)\s+aussi.{0,20}|plus\s+d['’]articles|partager(?:\s+.{0,30})?)
      | (?:noticias|artículos|temas|entradas|contenido)\s+(?:relacionad[ao]s?|recientes|anteriores|populares)
      | relacionad[ao]s | (?:más|mais)\s+(?:noticias|notícias|leíd[ao]s|lidas|sobre|en|de|em)\b.{0,30}
      | lo\s+más\s+(?:leído|visto) | te\s+puede\s+interesar
      | (?:também\s+pode|você\s+(?:pode|também)|te\s+puede|le\s+puede|puede)\s+.{0,30}
      | leia\s+(?:também|mais).{0,40} | lea\s+también.{0,40} | notícias\s+relacionadas
      | (?:etiquetas|tags)\b.{0,60} | compartir(?:\s+.{0,30})? | compartilh[ae].{0,40} | condividi.{0,30}
      | articoli\s+correlati | leggi\s+anche.{0,60} | (?:читайте|смотрите)\s+также.{0,60}
      | (?:похожие|другие|последние|популярные|свежие|новые)\s+(?:новости|статьи|записи|материалы|посты)
      | (?:вам\s+)?(?:также\s+)?(?:может|могут)\s+(?:быть\s+интересно|понравиться|заинтересовать) | по\s+теме
      | популярное | рекомендуем | самое\s+читаемое | теги.{0,60} | метки.{0,60} | поделиться.{0,40}
      | 관련\s?(?:기사|뉴스).{0,10} | 많이\s?본.{0,20}
      | 関連(?:記事|ニュース).{0,10} | 人気記事.{0,10} | アクセスランキング
      | 相关(?:新闻|阅读|推荐|文章).{0,10} | 热门.{0,10} | baca\s+juga.{0,60} | artikel\s+terkait""",
    re.VERBOSE | re.IGNORECASE,
)


_SAID = late(
    r"""(?!["“”']).{2,50}\b(?:on|at)\b.{4,40}\d.{0,20}\bsa(?:id|ys) | .{2,40}\s+says
      | repl(?:y|ies|y\s+to\s+.{2,40}) | (?:log|sign)\s+in\s+to\s+reply
      | \d+\s+(?:days?|hours?|months?|weeks?)\s+ago\s+at\b.{0,20} | reply\s*\|?\s*quote""",
    re.VERBOSE | re.IGNORECASE,
)
_LEGAL_MOST = 100
_LEGAL_WORDS = 20
"""One such word among so many makes a notice."""
_LEGAL = late(
    r"""\b(?:trademarks?|rights\s+reserved|copyright|terms\s+of\s+(?:use|service)|terms\s+(?:and
          |&)\s+conditions|privacy\s+(?:policy|notice)|cookies?|disclaimers?|subscri(?:be|bers?|ptions?)
          |newsletters?|sign(?:ing)?\s+up|log(?:ged)?\s+in|e-?mail\s+(?:address|alerts?)|recaptcha|javascript
          |browser|(?:may|might)\s+earn|affiliates?|inbox|unsubscribe|may\s+not\s+be\s+(?:published|reproduced
          |copied)|redistributed|delayed\s+at\s+least|follow\s+(?:us|him|her|them)|on\s+(?:twitter|facebook
          |instagram)|click\s+here|ap\s+photo|photo\s*:|getty\s+images|file\s+photo|\A\d+\s?of\s?\d+
          |information\s+provided|advertisers?|this\s+(?:web)?site|our\s+site|datenschutz|abonnieren|anmelden
          |confidentialité|abonnez|privacidad|suscr[ií]b|подпис|регистрац)""",
    re.VERBOSE,
)
"""In small letters: a search that minds case looks at the first letter of each alternative, and skips most."""


_BETWEEN = late(
    r"""ad(?:vert(?:isements?|ising)?|s)? | sponsored | (?:article|story)\s+continues\s+below.{0,20}
      | continue\s+reading.{0,40}
      | .{0,100}\b(?:getty(?:\s+images)?|reuters|afp|ap\s+photo|shutterstock|alamy|image\s*:
          |photo(?:graph)?\s*(?:by|:)|image\s+credit|credit\s*:|file\s+photo|pictured?\s*:).{0,60}
      | share | tweet | e-?mail | print | facebook | twitter | pinterest | whatsapp | video | play\s+video
      | read\s+more | anzeige | werbung | publicité | publicidad | publicidade | pubblicità | реклама
      | loading.{0,5} | \W*""",
    re.VERBOSE | re.IGNORECASE,
)


def _label(line: Line) -> str:
    return line.text.strip(_EDGES) if len(line.text) <= _LONGEST else ""


def opens_comments(line: Line) -> bool:
    """Whether a line stands above what readers wrote."""
    return not line.text.endswith(":") and _COMMENTS.fullmatch(_label(line)) is not None


def opens_others(line: Line) -> bool:
    """Whether a line stands above a list of other articles, a form, or what a site says of itself."""
    return not line.ends and _OTHERS.fullmatch(_label(line)) is not None


def interrupts(line: Line) -> bool:
    """Whether a line stands between the paragraphs of an article and says nothing of its end: an ad, a caption."""
    return not line.ends and _BETWEEN.fullmatch(line.text[:200]) is not None


def opens_comment(line: Line) -> bool:
    """Whether a line stands above or below one reader's words."""
    return len(line.text) <= _LONGEST and _SAID.fullmatch(line.text.strip(_EDGES)) is not None


def is_legal(line: Line) -> bool:
    """Whether a line speaks of the site itself: rights, cookies, accounts, newsletters."""
    return line.words <= _LEGAL_MOST and len(_LEGAL.findall(line.text.lower())) * _LEGAL_WORDS >= line.words
