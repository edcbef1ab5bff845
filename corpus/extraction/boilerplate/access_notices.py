"""What pages say of their paywall, of consent to embedded content, and of other articles: patterns of whole lines."""

_OF_DATA = r"(?=.{0,200}(?:cookie|device|gerät|appareil|dispositivo|personal data|personenbezogen|données|datos))"
_PARTNERS = r"(?:we and our|wir und unsere|nous et nos|nosotros y nuestros) (?:\d{1,4} )?(?:partn\w{2,6}|socios)"
_SHOWN = "(?:audio|video|i?frames?|(?:java)?scripts?|html5?|canvas|media)"
_COUNTED = r"(?:\d|your|our|th(?:e|is) (?:month|week|day|year))"

HEADLINE = r"(?:.{0,200}(?:(?<!\.)|(?-i:(?<=[A-Z]\.)))|.{0,60}|.{0,197}\.\.\.)"
"""What a teaser says, to the `U.N.`; a longer line that ends as a sentence does is the article's: `Also read: He …`."""

ACCESS_NOTICES = (
    r"to (?:continue|keep) reading\b.{0,160}",
    r"to read (?:the|this) (?:(?:(?:full|whole|entire) )?(?:article|story|text|piece|post|report)|rest)\b.{0,160}",
    r"the post .{1,200} (?:appeared first|first appeared) on .{1,80}",
    r"der beitrag .{1,200} erschien zuerst (?:auf|bei) .{1,80}",
    r"(?:el artículo|la entrada) .{1,200} (?:apareció|se publicó) primero en .{1,80}",
    r"(?:cet |l[’'])article .{1,200} est apparu en premier sur .{1,80}",
    r"l[’']articolo .{1,200} (?:proviene da|sembra essere il primo su) .{1,80}",
    r"o post .{1,200} apareceu primeiro em .{1,80}|het bericht .{1,200} verscheen eerst op .{1,80}",
    r"artykuł .{1,200} pochodzi z serwisu .{1,80}|příspěvek .{1,200} pochází z .{1,80}",
    r"(?:сообщение|запись) .{1,200} (?:появились?|впервые появилась) .{1,80}|投稿 .{1,200} に最初に表示されました。?",
    r"(?:inlägget|indlægget|innlegget) .{1,200} (?:dök först upp på|blev først udgivet på|dukket først opp på) .{1,80}",
    r"already (?:a|an) (?:subscriber|member)\b(?! of\b).{0,60}",
    r"this (?:article|story|content) is (?:only )?(?:available|reserved) (?:to|for) .{0,60}(?:subscri|member).{0,60}",
    rf"you(?:[’']ve| have) (?:reached|read|used) .{{0,80}}(?:subscri|free articles(?! of (?!{_COUNTED}))).{{0,60}}",
    r"(?:you(?:[’']ve| have)|there (?:is|are)) \d{1,2} (?:free |more )*(?:article|story|stories)s? (?:left|rem).{0,40}",
    r"(?:you(?:[’']ve| have)|there (?:is|are)) \d{1,2} (?:more )?free (?:more )?(?:article|story|stories)s?\b.{0,40}",
    rf"{_PARTNERS} {_OF_DATA}.{{20,240}}",
    rf"(?:your|this) browser (?:does not|doesn[’']t) (?:currently )?support (?:\S+ ){{0,3}}{_SHOWN}\b[^,]{{0,40}}",
    r"(?:externer inhalt|external content)\b.{0,80}",
    r"an dieser stelle (?:befinde|finde|steh)[^.]{0,120}(?:extern|inhalt).{0,160}",
    r"(?:ihre|deine|mit ihrer|mit deiner) (?:privatsphäre|zustimmung|einwilligung).{0,200}",
    r"bitte (?:ändere?n?|aktivier|stimm|akzeptier)[^.]{0,60}(?:privatsphäre|einstellungen|zu|cookies).{0,120}",
    r"(?:weiterlesen mit|dieser artikel ist (?:nur )?(?:für|abonnent)|(?:sie haben|du hast) bereits ein abo).{0,120}",
    r"sie haben noch \d+ gratis.{0,40}",
    r"il vous reste \d+ ?% de cet article.{0,100}",
    r"(?:cet )?article (?:est )?réservé aux abonnés.{0,80}|la suite est réservée aux abonnés.{0,40}|déjà abonné.{0,60}",
    r"lecture (?:en cours |restreinte)?.{0,20}sur un autre appareil.{0,40}|ajouter à vos sélections.{0,40}",
    r"vous pouvez lire .{1,60} sur un seul appareil.{0,80}",
    r"(?:lire|voir|écouter) (?:aussi|également)\s*[:|].{0,200}",
    r"(?:este (?:contenido|artículo) es (?:exclusivo|solo) para|ya eres suscriptor|contenido exclusivo para).{0,120}",
    r"(?:материал|статья|текст) доступ\w+ (?:только )?(?:по подписке|подписчикам).{0,80}",
    r"(?:تابعونا|اقر[أا] أيضا|اقر[أا] أيضاً|اقر[أا] المزيد|إقرأ أيضاً)(?!\w).{0,150}",
)
"""English, German, French, Spanish, Russian and Arabic; each ends within a length, so that a long line costs little."""
