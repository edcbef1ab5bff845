"""What the buttons, forms and boxes of news pages say, in lower case without the marks at either end.

English, German, French, Spanish and Russian, one after the other in each table; phrases are parted by bars and lines.
"""

import re


def _phrases(table: str) -> frozenset[str]:
    return frozenset(re.split(r"\s*[|\n]\s*", table.strip()))


CONTROLS = _phrases(
    """
    show more | show less | load more | read more | see more | view all | see all | more | rate it
    rate this article | print | email | share | share this | share this article | share this story
    share this post | tweet | copy link | save | listen | back to top | back to top button | go to top | top
    skip to content | skip to main content | menu | search | close | home | login | log in | sign in | register
    sign up | subscribe | subscribe now | my account | newsletter | newsletters | next | previous
    previous article | next article | prev | advertisement | advertisements | advertising | ad | sponsored
    sponsored content | promoted | e-mail | e-mail this | email this | print this | send by e-mail | print version
    print this page | print this article | e-mail to a friend | larger text | smaller text | e-mail bulletin
    e-mail alerts | send to a friend | font size
    text size | share on facebook | share on twitter | share on whatsapp | your e-mail | your email | your name
    view comments | show comments | copy | bookmark | whatsapp | continue reading
    continue reading the main story | read the full story | to read the full story | follow us | follow
    contact us | about us | about | help | cookies | privacy policy | terms of use | terms of service
    cookie policy | accept | accept all
    ok | cancel | submit | facebook | twitter | linkedin | pinterest | telegram | instagram | youtube | reddit
    rss | translate | support us | donate
    log in to leave a comment | you may have missed | story continues below | article continues below
    enable javascript | photo gallery
    become a member | become a member today | become a subscriber | become a supporter | join now | join today
    jetzt mitglied werden | mitglied werden | werde mitglied | jetzt unterstützen
    devenez membre | devenir membre | je m'abonne | s'abonner maintenant
    hazte socio | hazte socia | hazte suscriptor | hazte suscriptora | стать подписчиком | оформить подписку
    mehr anzeigen | mehr lesen | weiterlesen | drucken | teilen | artikel drucken | artikel teilen
    schriftgröße ändern | newsletter abonnieren | kommentare anzeigen | anzeige | werbung | anmelden | abonnieren
    startseite | nach oben | suche | menü | datenschutz | impressum | merken | zur startseite | schließen
    lire la suite | voir plus | partager | imprimer | envoyer | publicité | s'abonner | abonnez-vous
    se connecter | connexion | accueil | haut de page | retour en haut | rechercher | mentions légales | fermer
    leer más | ver más | mostrar más | compartir | imprimir | publicidad | suscríbete | suscribirse
    iniciar sesión | inicio | volver arriba | buscar | aviso legal | cerrar | política de privacidad
    показать еще | показать ещё | читать далее | подробнее | поделиться | печать | распечатать | реклама
    подписаться | войти | вход | регистрация | главная | наверх | поиск | меню | закрыть | отправить | отмена
    сообщите об орфографической ошибке | сообщить об ошибке | выделенный текст слишком длинный | оцените статью
    читать на русском | версия для печати
    """
)
"""Labels that stand alone on a line, anywhere on a page."""

BLOCKS = _phrases(
    """
    related articles | related | related news | related stories | related posts | related content | related topics
    more on this topic | more on this | more on this story | more from | more news | more stories | read also
    read next | see also | also read | you may also like | you might also like | recommended | recommended for you
    recommended stories | most popular | most read | most e-mailed | most shared | most viewed | trending
    trending now | popular | popular posts | latest news | latest stories | latest | top stories | editor's picks
    editors' picks | up next | what to read next | don't miss | in case you missed it | from the web
    around the web | promoted stories | comments | add comment | add a comment | leave a comment | leave a reply
    post a comment | comments are closed | comment | no comments | no comments yet | readers' comments
    join the conversation | write a comment | be the first to comment | cancel reply | discussion
    ähnliche artikel | mehr zum thema | zum thema | verwandte artikel | meistgelesen | lesen sie auch | kommentare
    kommentar schreiben
    sur le même sujet | articles liés | à lire aussi | lire aussi | les plus lus | commentaires
    laisser un commentaire
    noticias relacionadas | artículos relacionados | más noticias | lo más leído | lea también
    te puede interesar | comentarios | deja un comentario | dejar un comentario
    похожие новости | читайте также | по теме | другие новости | популярное | самое читаемое | новости по теме
    комментарии | добавить комментарий | оставить комментарий
    """
)
"""Headings of boxes: short lines below one, up to the end of the page, belong to it."""

SECTIONS = _phrases(
    """
    home | news | world | world news | politics | business | economy | sport | sports | opinion | culture
    science | health | technology | tech | entertainment | lifestyle | travel | local | national | international
    africa | asia | europe | middle east | americas | latest news | top news | breaking news | headlines | video
    videos | analysis | features
    nachrichten | politik | wirtschaft | welt | kultur
    actualités | monde | politique | économie
    noticias | mundo | política | economía | deportes
    новости | мир | политика | экономика | общество | спорт
    """
)
"""Names of the sections of a newspaper, as breadcrumbs and menus have them."""
