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
        call: subscribe donate unlock login
        turn: sign log click tap create make unblock follow share join download register enable activate disable
        turn: visit contact email mail send report support become upgrade update refresh comment listen watch
        turn: leave manage accept allow turn stay cancel whitelist like post rate print bookmark unsubscribe opt
        ask: get read try help check buy start find see enter choose receive continue write discover browse tell
        ask: let add keep agree enjoy need give go view learn want got
        after: the this these our your us on via with to in up for now here free a an and it more all back
        after: updated me into from out any my over through anytime today
        thing: ads donation donate blocker reading inbox inboxes notifications notification browser account
        thing: accounts comments commenting comment adblocker subscription subscriptions privacy terms affiliate
        thing: alerts password login paywall preferences settings anytime unsubscribe recaptcha reply discussion
        thing: subscribe mistake typo error
        part: supporter supporters news story stories article articles page website site channel group friends
        part: updates headlines edition access trial offer offers commission member membership subscriber
        part: subscribers conversation digital content reader readers link links print mobile policy policies
        part: address journalism mailing list tip tips breaking free feedback photo photos pictures
        own: we our us
        you: you your yours yourself
        this: this
        text: article story page content video post site website feature item link report newsletter
        only: only exclusive exclusively reserved available free
        member: subscribers members subscriber member registered subscription
        use: use uses using
        how: how why what who when where
        said: said says say saying told tells according wrote added asked argued claimed announced spokesman
        said: joked jokes quipped quips replied shouted cried yelled laughed recalled recalls complained muttered
        said: spokeswoman warned testified warns urges urged demands promises vows insists pleads begs begged
        last: below
    """,
    "de": """
        call: abonnieren registrieren anmelden herunterladen kommentieren erstellen anlegen ausprobieren
        call: vormerken klicken klicke abonnieren abonniere teile lade melde registriere
        turn: abonnieren deaktivieren schalten anmelden registrieren einloggen folgen folge teilen laden melden
        turn: registrieren schreiben schicken senden aktivieren unterstützen lesen erhalten bestellen testen
        turn: sichern besuchen nutzen stimmen kontaktieren diskutieren werden verpassen hören schreib bleib
        turn: bleiben mach holen hol loggen kommentieren bewerten empfehlen probieren
        ask: möchten wollen haben willst hast mit für um zum zu zur
        last: weiterzulesen verschicken senden herunterladen anmelden abonnieren kommentieren registrieren
        last: einloggen weiterlesen bestellen testen teilen aktivieren akzeptieren zustimmen anlegen downloaden
        last: mitdiskutieren abbestellen anhören informiert melden abschließen lesen mitreden erstellen
        after: sie uns dich unseren unserem unsere unser diesen dieses ihre ihren dir mit
        thing: spende spenden werbeblocker* meinung weiterzulesen browser* benachrichtigung* push* konto
        thing: kundenkonto posteingang datenschutz* nutzungsbedingung* abonnement* abo abos probeabo postfach
        thing: einwilligung netiquette login benutzerkonto nutzerkonto agb e-paper zugang* werbefrei* kommentar*
        thing: kommentieren abonnieren registrieren anmelden einloggen weiterlesen mitdiskutieren abonniere
        thing: fehler
        part: journalismus zeitung nachricht* artikel* beitrag kanal gruppe redaktion seite freunde* hinweis*
        part: inhalt* zugriff neuigkeiten e-mail-adresse kostenlos* abonnent* mitglied* empfehlung* werbung
        part: digital* monat anzeige* rubrik themen thema tipp tipps region leser*
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
        call: désactivez créez donnez recevez téléchargez inscrivez* abonnez* suivez partagez connectez* cliquez
        call: rejoignez activez retrouvez écrivez contactez soutenez signalez créez découvrez commentez acceptez
        call: profitez envoyez consultez réagissez réagir partager télécharger je signaler abonner inscrire connecter
        call: commenter accéder abonne inscris
        ask: pour lisez écoutez regardez testez essayez souhaitez voulez vous lire voir en
        ask: participez restez
        thing: don dons bloqueur suite avis lettre boîte notification* navigateur compte confidentialité
        thing: abonnement* application appli chaîne courriel* newsletters inscription alertes traceurs données
        thing: désinscrire conditions commentaire* lecture inscrivez* abonnez* connectez* réagir réagissez
        thing: connecte erreur abonner inscrire abonne inscris
        part: journal journalisme actualité* actu infos info article* site page canal groupe amis contenu* faute
        part: information* abonné* accès essai offre* gratuit* réseaux adresse e-mails rédaction mails
        part: publicitaires édition formulaire
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
        call: escribe apoya apoye entérate suscríbete únete síguenos regístrate haz escríbenos envíanos apúntate
        call: avísanos contáctanos apóyanos hazte suscribirse registrarse descargue suscríbase síganos comparta
        call: regístrese envíenos escríbanos únase compártelo compártela déjanos ayúdanos inscríbete reportar
        call: danos
        ask: para lee quieres has recibir consulta conoce sigue al mantente conviértete reciba danos cuéntanos
        ask: comenta
        thing: donación bloqueador* opinión boletín boletines notificaciones notificación navegador cuenta
        thing: privacidad suscripción aplicación bandeja contraseña newsletters alertas términos comentario*
        thing: comentar leyendo suscríbete regístrate suscribirse registrarse síguenos suscríbase inscríbete
        thing: error correo
        part: periodismo periódico diario noticias noticia artículo canal grupo amigos contenido página web
        part: electrónico redes suscriptor* acceso oferta gratis información actualidad app registro perfil
        part: redacción lectores
        own: nuestro nuestra nuestros nuestras nos nosotros utilizamos usamos
        you: tu tus su te usted ti
        this: este esta
        text: artículo contenido página nota noticia sitio web vídeo video
        only: solo sólo exclusiv* únicamente reservad* disponible
        member: suscriptor* socios abonados registrados
        use: usa usamos utiliza utilizamos
        how: cómo qué quién cuándo dónde por
        said: dijo dice según afirmó explicó añadió declaró aseguró señaló informó indicó dijeron agregó sostuvo
        turn: crea desactiva recibe descarga comparte activa entra accede inicia clica envía deja pulsa pincha
        turn: comenta crea desactiva
        after: en tu tus nuestro nuestra nuestros nuestras las los esta este aquí gratis ahora más una sesión la
        after: y con
    """,
    "it": """
        call: sostieni aiutaci disattiva scarica iscriviti seguici abbonati condividi clicca ricevi accedi
        call: registrati scrivici attiva unisciti contattaci sostienici resta rimani inviaci segui scopri
        call: disattiva iscrivetevi seguiteci scaricate
        ask: vuoi hai per leggi ascolta guarda prova sei al con la
        last: qui
        thing: donazione avvisi opinione leggere blocco notifiche notifica browser account privacy abbonamento
        thing: applicazione casella accesso informativa termini commento commenti commentare cookie iscriviti
        thing: abbonati registrati seguici seguiteci iscrivetevi errore mail
        part: giornale giornalismo notizie notizia articolo canale gruppo amici contenuto pagina sito
        part: segnalazione posta abbonat* offerta gratis aggiornat* social informazioni redazione aggiornamenti
        part: lettori
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
        turn: crea entra segnala commenta invia lascia effettua
        after: gli le nostro nostra nostri nostre tuo tua tue tuoi qui ora gratis questo questa un una sul nel l
    """,
    "pt": """
        call: ative desative crie baixe descarregue inscreva* cadastre* siga compartilhe partilhe assine receba
        call: acesse ative junte* envie escreva apoie faça subscreva registe* comente cadastrar deixe comunicar
        call: reportar
        ask: para quer leia ouça veja fique você ao encontrou tem já seja consulte
        thing: doação alertas bloqueador* opinião lendo notificações notificação navegador conta privacidade
        thing: assinatura aplicativo aplicação newsletter* login termos boletim subscrição senha comentário*
        thing: comentar navegando cadastre* inscreva* assine erro
        part: jornal jornalismo notícias notícia matéria artigo canal grupo amigos conteúdo* página site perfil
        part: redes assinante* acesso oferta grátis gratuito informações redação fale conosco connosco leitores
        own: nosso nossa nossos nossas nos conosco connosco usamos utilizamos
        you: seu sua seus suas você te ti
        this: este esta deste desta
        text: conteúdo artigo matéria página reportagem notícia site
        only: só apenas exclusiv* somente reservad* disponível
        member: assinante* subscritores membros cadastrados
        use: usa usamos utiliza utilizamos
        how: como que quem quando onde por
        said: disse diz segundo afirmou explicou acrescentou declarou contou relatou ressaltou informou
        turn: entre clique participe
        after: em no na para agora já seu sua nosso nossa aqui do com do dos
    """,
    "nl": """
        call: download schrijf abonneer deel volg ontvang klik registreer reageer bekijk mail tip plaats
        turn: maak laat schakel meld log word lees steun geef maak probeer bezoek blijf zet
        ask: wil heb via met om hier kijk luister
        last: inloggen downloaden aanmelden abonneren reageren delen
        after: een je je u ons onze dit deze nu hier dan op in lid aan
        thing: donatie adblocker lezen mening download nieuwsbrief* melding* mailbox inbox browser account
        thing: privacy* abonnement* cookiebeleid pushbericht* nieuwsapp voorwaarden wachtwoord reactie reacties
        thing: reageren abonneer inloggen aanmelden abonneren registreer fout
        part: krant journalistiek nieuws artikel bericht kanaal groep vrienden reactie* pagina site website
        part: redactie abonnee* toegang gratis aanbieding inhoud adres lezers
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
