"""The same words of sites as in `western_words`, in other languages that part their words."""

OTHERS: dict[str, str] = {
    "pl": """
        call: wyłącz załóż utwórz pobierz zapisz obserwuj udostępnij kliknij subskrybuj zaloguj dołącz włącz
        call: śledź polub podziel napisz skomentuj zarejestruj wyślij prenumeruj wesprzyj zgłoś odwiedź kup
        call: zainstaluj zapraszamy dodaj
        ask: bądź chcesz masz przeczytaj czytaj dowiedz aby żeby znalazłeś otrzymuj zobacz wyłącz
        last: skomentować
        thing: darowizn* czytać opini* skoment* koment* powiadomieni* newsletter* przeglądark* konto konta
        thing: prywatności subskrypcj* prenumerat* aplikacj* skrzynk* regulamin* komentarz* skomentować
        thing: subskrybuj prenumeruj skomentuj zarejestruj zaloguj błąd dostęp
        part: gazet* dziennikarstw* wiadomości informacj* artykuł* kanał* grupy znajomym treść treści strona
        part: stronie redakcj* subskrybent* prenumerator* dostęp* bezpłatn* mediach społecznościow* czytelnik*
        own: nas nasz nasza nasze naszą naszej naszego nami naszym naszych używamy korzystamy stosujemy
        you: twój twoja twoje swoją ci ciebie państwa swój twoją twojej
        this: ten ta treść tego
        text: artykuł treść materiał tekst artykułu strona
        only: tylko wyłącznie jedynie dostępn*
        member: subskrybent* prenumerator* zalogowan* abonent*
        use: używa używamy korzysta korzystamy stosujemy
        how: jak co kto kiedy gdzie dlaczego
        said: powiedział powiedziała mówi według stwierdził dodał dodała poinformował poinformowała podkreślił
    """,
    "ru": """
        call: отключите создайте делайте подписывайтесь подпишитесь скачайте скачать присоединяйтесь делитесь
        call: поделитесь поделиться нажмите авторизуйтесь зарегистрируйтесь войдите оформите пишите присылайте
        call: установите включите сообщите выделите вступайте оставьте кликните перейдите поддержите подписаться
        call: поставьте комментируйте отправьте сообщить написать оставить оформить
        ask: читайте смотрите узнайте узнавайте следите хотите есть будьте чтобы заметили нашли получайте
        ask: прочитайте
        last: зарегистрироваться авторизоваться
        thing: пожертвован* блокировщик* мнени* facebook фейсбук* коммент* рассылк* приложени* уведомлени*
        thing: аккаунт* соцсет* телеграм* подписк* браузер* вотсап* вайбер* конфиденциальност* вконтакте
        thing: одноклассник* дзен* ватсап* яндекс* комментари* подписывайтесь подпишитесь авторизуйтесь
        thing: зарегистрируйтесь комментируйте зарегистрироваться авторизоваться ошибк* опечатк* комментировать
        part: газет* журналистик* новост* статье статью статья канал* друзь* сайт* почт* группу сообществ*
        part: материал* подписчик* доступ* бесплатн* текст* чтени* редакци*
        own: нас наш наше нашу наша нашей нашем наши наших нам нашего нашим используем нами
        you: вы вас вам ваш вашу ваши вашей ваше
        this: этой эту этот эта этим
        text: новостью новость статью статья материал статьей публикация контент статьёй текст
        only: только исключительно лишь
        member: подписчик* зарегистрированн* авторизованн*
        use: использует используем используются
        how: как что кто когда где почему зачем
        said: сказал сказала заявил заявила сообщил сообщила словам рассказал рассказала отметил отметила
        said: добавил сообщили
    """,
    "uk": """
        call: вимкніть створіть долучайтеся долучайтесь підписуйтесь підписуйтеся підпишіться завантажуйте
        call: завантажте приєднуйтесь приєднуйтеся діліться поділіться натисніть увійдіть зареєструйтесь
        call: зареєструйтеся авторизуйтесь пишіть надсилайте повідомте виділіть стежте оформіть підтримайте
        call: залиште встановіть увімкніть залишити написати повідомити оформити
        ask: читайте дивіться дізнавайтесь дізнавайтеся хочете маєте будьте щоб знайшли помітили отримуйте
        ask: слідкуйте
        thing: пожертв* блокувальник* думк* фейсбук* ютуб* вайбер* комент* розсилк* застосунок застосунку
        thing: додаток сповіщенн* акаунт* соцмереж* телеграм* підписк* вайбер* передплат* конфіденційност*
        thing: браузер* коментар* підписуйтесь підписуйтеся підпишіться зареєструйтесь зареєструйтеся
        thing: авторизуйтесь помилк* коментувати
        part: газет* журналістик* новин* статт* канал* друз* сайт* пошт* груп* спільнот* матеріал* передплатник*
        part: доступн* безкоштовн* текст* підписник*
        own: нас наш наше нашу наша нашому нашої наші наших нам нашого використовуємо нами
        you: ви вас вам ваш вашу ваші
        this: цією цю цей ця
        text: новиною новину статтю матеріал статтею текст
        only: лише тільки виключно
        member: передплатник* підписник* зареєстрован* авторизован*
        use: використовує використовуємо
        how: як що хто коли де чому
        said: сказав сказала заявив заявила повідомив повідомила словами розповів розповіла зазначив зазначила
        said: додав
    """,
    "tr": """
        call: tıklayın abone paylaş paylaşın indir indirin üye kayıt yorumunuzu
        ask: haberlerden son anında hemen haberleri siz ilk
        last: etkinleştirin kapatın unutmayın bırakın indirin katılın tıklayın paylaşın paylaş olun edin açın
        last: yazın kaydolun bildirin okuyun ulaşın izleyin girin yapmalısınız olabilirsiniz edebilirsiniz indir
        last: katıl ekleyin kaçırmayın ulaşabilirsiniz gönderin bildir yaz yapın ol yap
        thing: bağış* engelleyici* görüş* uygulama* bülten* e-bülten* bildirim* çerez* abonelik* üyelik* üye
        thing: aboneler* gizlilik hesab* whatsapp* tarayıcı* yorum* abone kaydolun kayıt hata
        part: gazete* kanal* haber* sayfa* site* grub* arkadaş* sosyal içerik* giriş* ücretsiz gelişme* gündem*
        part: sms
        own: bizi bize bizim bizimle uygulamamız* kanalımız* bültenimiz* e-bültenimiz* sayfamız* sitemiz*
        own: grubumuz* hesabımız* gazetemiz* kullanıyoruz
        you: siz sizin size sizi
        this: bu
        text: haber* içerik* yazıyı makale*
        only: yalnızca sadece özel
        member: abone* üyeler*
        use: kullanıyor kullanıyoruz kullanır kullanmaktadır kullanılmaktadır kullanılır
        how: nasıl neden ne kim nerede
        said: dedi söyledi göre belirtti açıkladı kaydetti ifade anlattı
    """,
    "ar": """
        call: عطل أوقف تابعنا تابعونا اشترك اشتركوا حمل حمّل انضم انضموا اضغط انقر شارك شاركنا سجل سجّل تابع
        call: حملوا ادعم ارسل أرسل راسلنا فعّل تواصل اكتب أبلغ بلغ
        ask: تعطيل يرجى الرجاء للاشتراك لمتابعة لقراءة للتعليق اقرأ احصل لتصلك هل كن
        last: الآن
        thing: تبرع مانع رأيك تطبيق* إشعارات بريدك نشرتنا بريدية فيسبوك تويتر انستغرام واتساب تيليغرام تلغرام
        thing: يوتيوب حسابك خصوصية ارتباط قناتنا إنستغرام تيلغرام واتسآب تعليق تابعنا تابعونا اشترك اشتركوا
        thing: تعليقك تعليقا خطأ نشرة
        part: صحيفتنا صحيفة أخبار خبر مقال قناة موقع محتوى صفحة أصدقائك بريد دخول مشتركين جديد مجموعة إلكتروني
        part: مجانا رابط
        own: صحيفتنا شاركنا راسلنا قناتنا تطبيقنا موقعنا نشرتنا صفحتنا لنا بنا إلينا معنا حساباتنا تابعنا
        own: تابعونا منصاتنا مجموعتنا نستخدم
        you: بريدك لك أصدقائك عليك يصلك لتصلك ليصلك حسابك هاتفك
        this: هذا هذه
        text: محتوى مقال خبر صفحة مادة
        only: فقط حصريا حصري
        member: مشتركين مشترك أعضاء
        use: يستخدم نستخدم تستخدم
        how: كيف ماذا لماذا من متى اين
        said: قال قالت وقال وقالت أضاف أضافت بحسب أوضح أكد أكدت وأضاف وأوضح وأكد صرح حسب ذكرت
    """,
    "sv": """
        call: slå stäng skapa ladda prenumerera följ dela klicka anmäl mejla registrera tipsa
        turn: logga hämta skriv ta bli gå stöd läs skaffa kontakta hör mejla
        ask: få vill har för du
        after: ner in oss här till på av kontakt nu med den vår vårt våra för dig redaktionen
        thing: donation annonsblocker* åsikt* läsa kommenter* inkorg* nyhetsbrev* notis* pushnotis* appen
        thing: webbläsar* konto integritet* prenumeration* kakor cookies kakpolicy kommentera kommentar artikeln
        thing: prenumerera fel redaktionen
        part: journalistik* tidning* nyhet* artikel* kanal* grupp* vänner kommentar* sida sajt tips prenumerant*
        part: gratis innehåll* mejl tillgång
        own: oss vår vårt våra vi
        you: du din ditt dina dig
        this: den detta det denna
        text: artikeln artikel innehåll sidan webbplats sajt webbplatsen
        only: bara endast enbart exklusiv*
        member: prenumerant* medlemmar inloggade
        use: använder
        how: hur vad vem när var varför
        said: sade säger sa enligt berättar uppgav skriver
    """,
    "da": """
        call: slå opret download tilmeld abonner følg del klik hent anmeld send skriv deltag
        turn: log bliv læs få støt køb opret kontakt
        ask: vil har for du
        after: ind os her på dig vores denne den dette med til nu en
        thing: adblocker* annonceblok* læse kommenter* kommentar* indbakke* nyhedsbrev* notifikation* appen
        thing: browser* konto privatliv* abonnement* cookies cookiepolitik kommentar artiklen tilmeld fejl
        part: journalistik* avis* nyhed* artikel* artikl* kanal* gruppe* venner kommentar* side tip redaktionen
        part: abonnent* gratis indhold* mail adgang
        own: os vores vor vi
        you: du din dit dine dig
        this: denne dette den
        text: artikel artiklen indhold side websted hjemmeside webstedet
        only: kun udelukkende eksklusiv*
        member: abonnent* medlemmer
        use: bruger anvender
        how: hvordan hvad hvem hvornår hvor hvorfor
        said: sagde siger ifølge fortæller oplyser udtalte skriver
    """,
    "no": """
        call: slå opprett last meld abonner følg del klikk tips registrer send skriv
        turn: logg bli les få støtt kjøp hent kontakt hør
        ask: vil har for du få
        after: ned inn oss her på deg vår vårt denne den med til saken nå i
        thing: annonseblokker* lese kommenter* kommentar* innboks* nyhetsbrev* varsel varsler push* appen
        thing: nettleser* konto personvern* abonnement* informasjonskapsler kommentar kommentere artikkelen
        thing: saken feil
        part: journalistikk* avis* nyhet* artikkel* kanal* gruppe* venner kommentar* side redaksjonen abonnent*
        part: gratis innhold* e-post tilgang
        own: oss vår vårt våre vi
        you: du din ditt dine deg
        this: denne dette den
        text: artikkelen artikkel innholdet saken siden nettsted nettstedet nettsiden
        only: kun bare eksklusiv*
        member: abonnent* medlemmer
        use: bruker
        how: hvordan hva hvem når hvor hvorfor
        said: sa sier ifølge forteller opplyser skriver uttalte
    """,
    "cs": """
        call: vypněte vytvořte podělte založte stáhněte sledujte sdílejte přihlaste přihlásit odebírejte
        call: klikněte přidejte registrujte zaregistrujte napište pošlete podpořte zapněte objednejte předplaťte
        call: nahlaste nenechte vstupte stiahnite prihláste odoberajte zdieľajte
        ask: chcete našli máte přečtěte čtěte pro buďte získejte poslouchejte aby
        thing: blokování názor* číst koment* aplikac* oznámení newsletter* prohlížeč* účet účtu soukromí
        thing: předplatné* cookies schránk* odběr* komentář* odebírejte aplikáci* chybu
        part: noviny žurnalistik* zprávy zprávu článek článku kanál* skupin* přáteli přátel obsah stránk* chyb*
        part: redakc* předplatitel* zdarma přístup web webu sítích e-mail
        own: nás náš naše naši nám našeho našem naší používáme využíváme
        you: vy vás vám váš vaše vaši svůj
        this: tento tato toto tohoto
        text: článek obsah text web stránky stránka
        only: pouze jen výhradně dostupný
        member: předplatitel* registrovan* přihlášen*
        use: používá používáme využíváme
        how: jak co kdo kdy kde proč
        said: řekl řekla uvedl uvedla podle dodal dodala sdělil sdělila
    """,
    "el": """
        call: στηρίξτε απενεργοποιήστε γράψτε δημιουργήστε εγγραφείτε κατεβάστε ακολουθήστε συνδεθείτε
        call: μοιραστείτε πατήστε στείλτε γραφτείτε ενεργοποιήστε κάντε επικοινωνήστε αποκτήστε
        ask: διαβάστε βρήκατε θέλετε δείτε για μείνετε λάβετε μάθετε
        thing: δωρεά γνώμη σχόλια εφαρμογή ειδοποιήσεις λογαριασμό ενημερωτικό συνδρομή απορρήτου πρόγραμμα
        thing: σχόλιο σχολιάσετε εγγραφείτε λάθος
        part: δημοσιογραφία εφημερίδα άρθρο νέα ειδήσεις κανάλι φίλους περιεχόμενο σελίδα συνδρομητ* δωρεάν
        part: ομάδα
        own: μας εμάς χρησιμοποιούμε
        you: σας εσείς σου
        this: αυτό το
        text: άρθρο περιεχόμενο ιστότοπος σελίδα
        only: μόνο αποκλειστικά διαθέσιμο
        member: συνδρομητ* μέλη
        use: χρησιμοποιεί χρησιμοποιούμε
        how: πώς τι ποιος πότε πού γιατί
        said: είπε δήλωσε σύμφωνα ανέφερε τόνισε πρόσθεσε
    """,
    "id": """
        call: matikan tulis buat nonaktifkan unduh ikuti gabung bagikan daftar klik berlangganan langganan login
        call: aktifkan kirim kirimkan bergabung bergabunglah download dukung laporkan
        ask: dapatkan silakan baca ingin untuk simak punya masuk cek jangan
        thing: donasi pemblokir pendapat membaca aplikasi notifikasi buletin akun privasi cookie surel komentar
        thing: berlangganan langganan kesalahan
        part: jurnalisme koran berita artikel kanal channel grup teman konten halaman situs pelanggan gratis
        part: informasi
        own: kami kita
        you: anda kamu mu
        this: ini
        text: artikel konten berita halaman situs
        only: hanya khusus eksklusif
        member: pelanggan anggota
        use: menggunakan memakai
        how: bagaimana apa siapa kapan mengapa
        said: kata katanya ujar ujarnya menurut mengatakan menyatakan tutur jelas
    """,
    "he": """
        call: תמכו תרמו כבו צרו בטלו הירשמו הורידו עקבו שתפו הצטרפו לחצו התחברו כתבו שלחו דווחו הירשם הורד הצטרף
        call: לחץ התחבר עקוב הפעילו
        ask: כדי רוצים מצאתם קראו לקריאת קבלו
        thing: תרומה חוסם דעתכם תגובות ניוזלטר אפליקציה עוגיות התראות פייסבוק טלגרם וואטסאפ אינסטגרם חשבון
        thing: פרטיות דיוור תגובה להגיב הירשמו הירשם טעות
        part: עיתונות עיתון כתבה כתבות חדשות ערוץ קבוצה חברים תוכן אתר מנויים מייל דוא מבזקים גיליון חינם
        own: שלנו אלינו אחרינו לנו אותנו
        you: שלכם לכם שלך לך
        this: זה זו
        text: כתבה תוכן מאמר אתר
        only: בלבד רק בלעדי
        member: מנויים רשומים
        use: משתמש משתמשים
        how: איך מה מי מתי למה
        said: אמר אמרה לדברי סיפר סיפרה ציין הוסיף מסר מסרה
    """,
}
"""Words in small letters, by the code of their language."""
