"""The words by which sites speak to their readers and of themselves, in English and its neighbours.

A line begins with the kind of its words. `call`: asks something of the reader; `ask`: does so less surely; `turn`: a
call only before one of the words under `after`; `last`: a call at the end of a clause. `thing`: what sites have and
news seldom speak of; `part`: what news speak of as well. `own`: we, our; `you`: the reader. `this` before a `text`: the
article itself; `only` and `member`: who may read it. `use`: what a site does with cookies. `said`: tells of what others
say; `how`: begins a headline or a question. A star stands for any end of the word.
"""

WESTERN: dict[str, str] = {
    "": """
        thing: newsletter* e-newsletter whatsapp* telegram* instagram* facebook* tiktok linkedin pinterest
        thing: bluesky viber* snapchat reddit discord messenger podcast* javascript* adblock* ctrl spotify
        thing: youtube* app apps rss qr cookie cookies faq sms mail mails e-mail email emails e-mails
        part: google* android ios iphone twitter twitteru twitterze premium blog online link links video videos
        part: chat club kontakt abo
    """,
    "en": """
        call: subscribe click tap donate unlock sign log login
        turn: follow share join download register enable activate disable visit contact email mail send report
        turn: support become upgrade update refresh comment listen watch leave manage accept allow turn stay
        turn: cancel whitelist like post rate print bookmark unsubscribe opt
        ask: get read try help check buy start find see enter choose receive continue write discover browse tell
        ask: add keep agree enjoy need give go view learn want got
        after: the this these our your us on via with to in up for now here free a an and it more all back
        after: updated me into from out any my over through anytime today
        thing: inbox inboxes notifications notification browser account accounts comments commenting comment
        thing: adblocker subscription subscriptions privacy terms affiliate alerts password login paywall
        thing: preferences settings anytime unsubscribe recaptcha reply discussion subscribe mistake typo error
        part: news story stories article articles page website site channel group friends updates headlines
        part: edition access trial offer offers commission member membership subscriber subscribers conversation
        part: digital content reader readers link links print mobile policy policies address journalism mailing
        part: list tip tips breaking free feedback
        own: we our us
        you: you your yours yourself
        this: this
        text: article story page content video post site website feature item link report newsletter
        only: only exclusive exclusively reserved available free
        member: subscribers members subscriber member registered subscription
        use: use uses using
        how: how why what who when where
        said: said says say saying told tells according wrote added asked argued claimed announced spokesman
        said: spokeswoman warned testified
    """,
    "de": """
        call: klicken klicke abonnieren abonniere jetzt bitte teile hier lade melde registriere
        turn: folgen folge teilen laden melden registrieren schreiben schicken senden aktivieren unterstützen
        turn: lesen erhalten bestellen testen sichern besuchen nutzen stimmen kontaktieren diskutieren werden
        turn: verpassen hören schreib bleib bleiben mach holen hol loggen kommentieren bewerten empfehlen
        turn: probieren
        ask: möchten wollen haben willst hast mit für um zum zu zur
        last: herunterladen anmelden abonnieren kommentieren registrieren einloggen weiterlesen bestellen testen
        last: teilen aktivieren akzeptieren zustimmen anlegen downloaden mitdiskutieren abbestellen anhören
        last: informiert melden abschließen lesen mitreden erstellen
        after: sie uns dich unseren unserem unsere unser diesen dieses ihre ihren dir mit
        thing: browser* benachrichtigung* push* konto kundenkonto posteingang datenschutz* nutzungsbedingung*
        thing: abonnement* abo abos probeabo postfach einwilligung netiquette login benutzerkonto nutzerkonto
        thing: agb e-paper zugang* werbefrei* kommentar* kommentieren abonnieren registrieren anmelden einloggen
        thing: weiterlesen mitdiskutieren abonniere fehler
        part: nachricht* artikel* beitrag kanal gruppe redaktion seite freunde* hinweis* inhalt* zugriff
        part: neuigkeiten e-mail-adresse kostenlos* abonnent* mitglied* empfehlung* werbung digital* monat
        part: anzeige* rubrik themen thema tipp tipps region leser*
        own: wir uns unser unsere unserem unseren unserer unseres
        you: sie ihr ihre ihrem ihren ihrer dir dich du dein deine deinen deiner deinem euch euer
        this: diesen dieser dieses diese diesem
        text: artikel beitrag inhalt seite website text video meldung webseite
        only: nur exklusiv ausschließlich kostenpflichtig vorbehalten verfügbar
        member: abonnent* mitglieder registrierte abo plus
        use: verwenden verwendet nutzen nutzt setzen setzt
        how: wie was warum wer wann wo
        said: sagte sagt sagten schrieb erklärte teilte berichtete zufolge laut betonte meinte sprecher* hieß
        said: kritisierte
    """,
    "fr": """
        call: recevez téléchargez inscrivez* abonnez* suivez partagez connectez* cliquez rejoignez activez
        call: retrouvez écrivez contactez soutenez signalez créez découvrez commentez acceptez profitez envoyez
        call: consultez réagissez réagir télécharger je signaler abonner inscrire connecter commenter accéder
        call: abonne inscris
        ask: pour lisez écoutez regardez testez essayez souhaitez voulez vous lire voir en votre notre
        ask: participez restez
        thing: lettre boîte notification* navigateur compte confidentialité abonnement* application appli chaîne
        thing: courriel* newsletters inscription alertes traceurs données désinscrire conditions commentaire*
        thing: lecture inscrivez* abonnez* connectez* réagir réagissez connecte erreur abonner inscrire abonne
        thing: inscris
        part: actualité* actu infos info article* site page canal groupe amis contenu* faute information*
        part: abonné* accès essai offre* gratuit* réseaux adresse e-mails rédaction mails publicitaires édition
        part: formulaire
        own: nous notre nos utilisons
        you: vous votre vos tu ton ta tes
        this: cet cette ce
        text: article page contenu site vidéo lecture publication
        only: réservé* uniquement exclusi* seulement disponible
        member: abonné* membres inscrits
        use: utilise utilisons utilisent
        how: comment pourquoi qui que quand où
        said: déclaré dit affirmé selon expliqué ajouté estime indiqué assuré raconte lancé affirme explique
        said: précisé
    """,
    "es": """
        call: descarga suscríbete únete síguenos regístrate recibe activa haz clica comparte escríbenos envíanos
        call: apúntate avísanos contáctanos apóyanos hazte entra accede inicia suscribirse registrarse descargue
        call: suscríbase síganos comparta regístrese envíenos escríbanos únase pincha pulsa compártelo
        call: compártela déjanos ayúdanos inscríbete reportar envía deja escribe danos
        ask: para lee quieres has recibir consulta conoce sigue al mantente conviértete reciba danos cuéntanos
        ask: comenta tu
        thing: boletín boletines notificaciones notificación navegador cuenta privacidad suscripción aplicación
        thing: bandeja contraseña newsletters alertas términos comentario* comentar leyendo suscríbete
        thing: regístrate suscribirse registrarse síguenos suscríbase inscríbete error correo
        part: noticias noticia artículo canal grupo amigos contenido página web electrónico redes suscriptor*
        part: acceso oferta gratis información actualidad app registro perfil redacción lectores
        own: nuestro nuestra nuestros nuestras nos nosotros utilizamos usamos
        you: tu tus su te usted ti
        this: este esta
        text: artículo contenido página nota noticia sitio web vídeo video
        only: solo sólo exclusiv* únicamente reservad* disponible
        member: suscriptor* socios abonados registrados
        use: usa usamos utiliza utilizamos
        how: cómo qué quién cuándo dónde por
        said: dijo dice según afirmó explicó añadió declaró aseguró señaló informó indicó dijeron agregó sostuvo
    """,
    "it": """
        call: scarica iscriviti seguici abbonati condividi clicca ricevi accedi registrati scrivici entra attiva
        call: segnala unisciti commenta contattaci sostienici resta rimani inviaci segui effettua scopri
        call: disattiva iscrivetevi seguiteci scaricate invia lascia
        ask: vuoi hai per leggi ascolta guarda prova sei al con la
        last: qui
        thing: notifiche notifica browser account privacy abbonamento applicazione casella accesso informativa
        thing: termini commento commenti commentare cookie iscriviti abbonati registrati seguici seguiteci
        thing: iscrivetevi errore mail
        part: notizie notizia articolo canale gruppo amici contenuto pagina sito segnalazione posta abbonat*
        part: offerta gratis aggiornat* social informazioni redazione aggiornamenti lettori
        own: nostro nostra nostri nostre noi ci usiamo utilizziamo
        you: tuo tua tuoi tue ti te vostro
        this: questo quest questa
        text: articolo contenuto pagina notizia sito video
        only: solo esclusiv* riservat* soltanto disponibile
        member: abbonat* iscritti soci registrati
        use: usa usiamo utilizza utilizziamo
        how: come che chi quando dove perché
        said: detto dice secondo affirmato affermato spiegato aggiunto dichiarato riferito racconta sottolineato
        said: spiega
    """,
    "pt": """
        call: baixe descarregue inscreva* cadastre* siga compartilhe partilhe assine receba clique entre acesse
        call: ative participe junte* envie escreva apoie faça subscreva registe* comente cadastrar deixe
        call: comunicar reportar
        ask: para quer leia ouça veja fique você ao encontrou tem já seja consulte
        thing: notificações notificação navegador conta privacidade assinatura aplicativo aplicação newsletter*
        thing: login termos boletim subscrição senha comentário* comentar navegando cadastre* inscreva* assine
        thing: erro
        part: notícias notícia matéria artigo canal grupo amigos conteúdo* página site perfil redes assinante*
        part: acesso oferta grátis gratuito informações redação fale conosco connosco leitores
        own: nosso nossa nossos nossas nos conosco connosco usamos utilizamos
        you: seu sua seus suas você te ti
        this: este esta deste desta
        text: conteúdo artigo matéria página reportagem notícia site
        only: só apenas exclusiv* somente reservad* disponível
        member: assinante* subscritores membros cadastrados
        use: usa usamos utiliza utilizamos
        how: como que quem quando onde por
        said: disse diz segundo afirmou explicou acrescentou declarou contou relatou ressaltou informou
    """,
    "nl": """
        call: schrijf abonneer deel volg ontvang klik registreer reageer bekijk mail tip plaats
        turn: meld log word lees steun geef maak probeer bezoek blijf zet
        ask: wil heb via met om hier kijk luister
        last: inloggen downloaden aanmelden abonneren reageren delen
        after: je u ons onze dit deze nu hier dan op in lid aan
        thing: download nieuwsbrief* melding* mailbox inbox browser account privacy* abonnement* cookiebeleid
        thing: pushbericht* nieuwsapp voorwaarden wachtwoord reactie reacties reageren abonneer inloggen
        thing: aanmelden abonneren registreer fout
        part: nieuws artikel bericht kanaal groep vrienden reactie* pagina site website redactie abonnee*
        part: toegang gratis aanbieding inhoud adres lezers
        own: ons onze wij we
        you: je jij jouw u uw jullie
        this: dit deze
        text: artikel bericht verhaal pagina website video inhoud site
        only: alleen uitsluitend exclusief toegankelijk enkel beschikbaar
        member: abonnee* leden lid
        use: gebruikt gebruiken
        how: hoe wat wie wanneer waar waarom
        said: zei zegt volgens aldus vertelde verklaarde meldde schreef stelt
    """,
}
"""Words in small letters, by the code of their language; under the empty one those of all."""
