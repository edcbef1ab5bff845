"""What pages say of their paywall, of consent to embedded content, and of other articles: patterns of whole lines."""

ACCESS_NOTICES = (
    r"(?:to (?:continue|keep) reading|to read (?:the|this) (?:full|rest|whole|article|story))\b.{0,160}",
    r"already (?:a|an) (?:subscriber|member).{0,60}",
    r"this (?:article|story|content) is (?:only )?(?:available|reserved) (?:to|for) .{0,60}(?:subscri|member).{0,60}",
    r"you(?:[’']ve| have) (?:reached|read|used) .{0,80}(?:subscri|free articles).{0,60}",
    r"(?:externer inhalt|external content)\b.{0,80}",
    r"an dieser stelle (?:befinde|finde|steh)[^.]{0,120}(?:extern|inhalt).{0,160}",
    r"(?:ihre|deine|mit ihrer|mit deiner) (?:privatsphäre|zustimmung|einwilligung).{0,200}",
    r"bitte (?:ändere?n?|aktivier|stimm|akzeptier)[^.]{0,60}(?:privatsphäre|einstellungen|zu|cookies).{0,120}",
    r"(?:weiterlesen mit|dieser artikel ist (?:nur )?(?:für|abonnent)|(?:sie haben|du hast) bereits ein abo).{0,120}",
    r"il vous reste \d+ ?% de cet article.{0,100}",
    r"(?:cet )?article (?:est )?réservé aux abonnés.{0,80}|la suite est réservée aux abonnés.{0,40}|déjà abonné.{0,60}",
    r"lecture (?:en cours |restreinte)?.{0,20}sur un autre appareil.{0,40}|ajouter à vos sélections.{0,40}",
    r"vous pouvez lire .{1,60} sur un seul appareil.{0,80}",
    r"(?:lire|voir|écouter) (?:aussi|également)\s*[:|].{0,200}",
    r"(?:este (?:contenido|artículo) es (?:exclusivo|solo) para|ya eres suscriptor|contenido exclusivo para).{0,120}",
    r"(?:материал|статья|текст) доступ\w+ (?:только )?(?:по подписке|подписчикам).{0,80}",
    r"подпи(?:сывайтесь|шитесь) на .{0,100}",
    r"(?:تابعونا|اشترك|اقر[أا] أيضا|اقر[أا] أيضاً|اقر[أا] المزيد|إقرأ أيضاً)(?!\w).{0,150}",
)
"""English, German, French, Spanish, Russian and Arabic; each ends within a length, so that a long line costs little."""
