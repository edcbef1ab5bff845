"""What the buttons and boxes of news pages say in German, French, Spanish, Russian and eight languages more.

German, French, Spanish, Russian, Italian, Portuguese, Dutch, Polish, Turkish, Arabic, Japanese and Chinese, one after
the other in each table; phrases in lower case are parted by bars and lines. (Those of `phrases` stand there.)
"""

import re


def _phrases(table: str) -> frozenset[str]:
    return frozenset(filter(None, re.split(r"\s*[|\n]\s*", table.strip())))


FOREIGN_CONTROLS = _phrases(
    """
    artikel anhören | artikel vorlesen | link kopieren | auf facebook teilen | per mail | jetzt kostenlos testen
    jetzt testen | jetzt abonnieren | zum newsletter anmelden | jetzt newsletter abonnieren
    feedback an die redaktion
    teilen sie diesen artikel | weiterlesen nach der anzeige | artikel merken | startseite
    empfohlener redaktioneller inhalt
    accepter tous les cookies | tout refuser | aceptar todas las cookies | accetta tutti i cookie | godkänn alla kakor
    alle cookies accepteren | aceitar todos os cookies | compartir este artículo | partilhar este artigo
    lämna en kommentar | alla rättigheter förbehållna
    copier le lien | partager sur facebook | s'inscrire à la newsletter | inscrivez-vous | ajouter aux favoris
    offrir cet article | écouter l'article | voir les commentaires | réagir | réagissez | réagissez à cet article
    retour à l'accueil | article suivant | article précédent | newsletter | lire plus tard
    déjà abonné ? se connecter
    compartir en facebook | copiar enlace | más información | ver comentarios | guardar | archivado en
    escuchar | enviar por correo | iniciar sesión | inicia sesión para comentar | continuar leyendo | seguir leyendo
    diventa socio | diventa sostenitore | abbonati ora | torne-se assinante | torne-se membro | seja assinante
    word lid | word nu lid | word nu abonnee | neem een abonnement | bliv medlem | bliv abonnent | bli medlem
    bli prenumerant | prenumerera | kup prenumeratę | kup subskrypcję | zostań prenumeratorem
    скопировать ссылку | подписаться на рассылку | распечатать | главные новости | на главную | комментировать
    отправить другу | обсудить | в закладки | читать полностью
    condividi | condividi su facebook | copia link | copia il link | pubblicità | stampa | commenta | accedi
    abbonati
    iscriviti | iscriviti alla newsletter | continua a leggere | leggi tutto | leggi di più | ascolta l'articolo
    ascolta | leggi i commenti | vai ai commenti | torna alla home | salva | invia per email | accedi per commentare
    home page | cerca | chiudi | scopri di più | mostra altro
    compartilhe | compartilhar | compartilhar no facebook | partilhar | copiar link | publicidade | imprimir
    comentar
    assine | assine já | assinar | entrar | leia mais | saiba mais | continue lendo | continuar a ler | ouvir | salvar
    continua após a publicidade | continua depois da publicidade | ver comentários | voltar ao início | buscar
    fechar
    página inicial | guardar | enviar por e-mail | ouça este conteúdo | ler mais tarde | seguir
    delen | deel | deel dit artikel | deel op facebook | deel via whatsapp | kopieer link | advertentie | reclame
    afdrukken | printen | reageren | reageer | inloggen | aanmelden | abonneren | word abonnee | lees meer
    lees verder
    bewaren | luister naar dit artikel | naar de homepage | zoeken | sluiten | lees later | bekijk meer
    udostępnij | udostępnij na facebooku | kopiuj link | skopiuj link | reklama | drukuj | komentuj | zaloguj się
    zaloguj | zarejestruj się | subskrybuj | czytaj więcej | czytaj dalej | posłuchaj artykułu | strona główna
    szukaj
    zamknij | zapisz | wyślij | tweetnij | dalsza część artykułu pod materiałem wideo
    dalsza część tekstu pod reklamą
    paylaş | facebook'ta paylaş | twitter'da paylaş | whatsapp'ta paylaş | bağlantıyı kopyala | linki kopyala | reklam
    yazdır | yorum yap | giriş yap | üye ol | abone ol | devamını oku | haberin devamı | devamı | dinle | ana sayfa
    anasayfa | ara | kapat | kaydet | haberi paylaş | google news'te takip et | google news ile takip et
    مشاركة | شارك | شارك على فيسبوك | شارك المقال | نسخ الرابط | إعلان | اعلان | طباعة | تعليق | تسجيل الدخول | اشترك
    اشترك الآن | اقرأ المزيد | المزيد | استمع | الرئيسية | الصفحة الرئيسية | بحث | إغلاق | حفظ | إرسال
    سجل الدخول للتعليق | سجل الآن | 無料登録 | 新規登録
    シェア | シェアする | ツイート | ツイートする | この記事をシェア | リンクをコピー | urlをコピー | 広告 | pr | 印刷
    印刷する | 続きを読む
    会員登録 | 無料会員登録 | ログイン | コメントを書く | もっと見る | トップページへ戻る | トップページ
    ページトップへ | 検索 | 閉じる | 保存
    フォローする | フォロー | ブックマーク | 有料会員限定記事 | 有料会員限定 | 有料記事 | 会員限定記事 | 会員限定
    メールマガジン登録 | 次のページ
    前へ | 次へ | 記事を印刷
    分享 | 分享到 | 分享到微信 | 分享到微博 | 分享到朋友圈 | 复制链接 | 複製連結 | 广告 | 廣告 | 打印 | 列印
    打印本页 | 关闭窗口 | 我要评论
    登录 | 登入 | 注册 | 註冊 | 订阅 | 訂閱 | 阅读全文 | 閱讀全文 | 点击查看更多 | 查看更多 | 更多 | 返回首页 | 回首頁
    首页 | 首頁 | 搜索
    更多新闻 | 更多新聞 | 更多精彩内容 | 纠错 | 糾錯 | 我来说两句 | 関連リンク | いいね | 点击进入专题
    关闭 | 收藏 | 扫码关注 | 关注我们 | 登录后评论 | 上一页 | 下一页 | 字号 | 举报 | 点赞 | 返回顶部
    """
)
"""Labels that stand alone on a line, anywhere on a page."""

FOREIGN_BLOCKS = _phrases(
    """
    das könnte sie auch interessieren | das könnte dich auch interessieren | mehr aus dem ressort | neueste artikel
    beliebte artikel | empfohlene artikel | lesetipps
    à lire également | à lire ensuite | vous aimerez aussi | les plus lus | nos derniers articles | à la une
    ver también | te recomendamos | lo último | más leídas | también te puede interesar | temas relacionados
    материалы по теме | ещё по теме | еще по теме | рекомендуем | вам может быть интересно | последние новости
    per approfondire | meer over dit onderwerp | للمزيد من الأخبار | للمزيد
    читайте також | схожі новини | новини за темою | коментарі | останні новини | популярне | дивіться також
    läs också | läs även | läs mer | relaterade artiklar | mest läst | senaste nytt | kommentarer | läs vidare
    læs også | læs mere | relaterede artikler | mest læste | seneste nyt | flere artikler
    les også | les mer | relaterte artikler | mest lest | siste nytt | flere saker
    čtěte také | přečtěte si také | související články | nejčtenější | komentáře | další články | mohlo by vás zajímat
    διαβάστε επίσης | δείτε επίσης | σχετικά άρθρα | σχετικά θέματα | δημοφιλή | τελευταία νέα | σχόλια
    baca juga | artikel terkait | berita terkait | terpopuler | berita terkini | komentar | simak juga | lihat juga
    관련 기사 | 관련기사 | 관련 뉴스 | 많이 본 뉴스 | 인기 기사 | 댓글 | 추천 기사 | 최신 뉴스
    קראו גם | כתבות נוספות | עוד בנושא | תגובות | הנקראות ביותר | אולי יעניין אותך | לקריאה נוספת
    articoli correlati | leggi anche | potrebbe interessarti | potrebbe interessarti anche | potrebbero interessarti
    i più letti | le più lette | ultime notizie | commenti | notizie correlate | altri articoli | dello stesso autore
    notícias relacionadas | leia também | veja também | mais lidas | mais notícias | últimas notícias | comentários
    artigos relacionados | você pode gostar | recomendado para você | relacionadas | conteúdo relacionado
    gerelateerde artikelen | lees ook | bekijk ook | meest gelezen | reacties | dit vind je misschien ook leuk
    ook interessant | laatste nieuws | meer over | meer nieuws | aanbevolen
    powiązane artykuły | czytaj także | czytaj też | czytaj również | zobacz także | zobacz też | polecamy
    najczęściej czytane | najnowsze | komentarze | dodaj komentarz | zobacz również | przeczytaj także
    podobne artykuły
    ilgili haberler | ilginizi çekebilir | çok okunanlar | son dakika haberleri | son haberler | yorumlar
    öne çıkanlar
    bunlar da ilginizi çekebilir | en çok okunanlar | diğer haberler | benzer haberler
    أخبار ذات صلة | اخبار ذات صلة | مواضيع ذات صلة | مقالات ذات صلة | الأكثر قراءة | الاكثر قراءة | اقرأ أيضا
    اقرأ أيضاً
    قد يعجبك أيضا | قد يعجبك أيضاً | التعليقات | أضف تعليقا | أضف تعليق | آخر الأخبار | شاهد أيضا | شاهد أيضاً
    関連記事 | 関連ニュース | あわせて読みたい | おすすめ記事 | おすすめ | 人気記事 | 人気記事ランキング
    アクセスランキング | ランキング | コメント
    こちらもおすすめ | 最新記事 | 最新ニュース | この記事を読んだ人はこちらも
    相关阅读 | 相關閱讀 | 相关新闻 | 相關新聞 | 延伸阅读 | 延伸閱讀 | 推荐阅读 | 推薦閱讀 | 热门新闻 | 熱門新聞 | 评论
    網友評論 | 网友评论
    最新评论 | 猜你喜欢 | 热门文章 | 相关文章 | 相关报道 | 热门推荐 | 精彩推荐
    """
)
"""Headings of boxes."""

FOREIGN_NOTICES = (
    (
        r"(?:(?:lire|voir) (?:aussi|également)|à lire|le[ea] también|lesen sie|см\. также|ayrıca oku\w*"
        r"|[اإأ]قر[أا] أيض[اً]*|leggi anche|leia (?:também|mais)|veja também|lees ook|bekijk ook"
        r"|czytaj (?:także|też|"
        r"również)|zobacz (?:także|też)|przeczytaj też|[iİ]lgili haber|ayrıca bkz|شاهد أيض[اً]*|関連記事|相关阅读"
        r"|延伸阅读|上一篇|下一篇)"
        r"\s*[:：|].{0,150}"
    ),
    (
        r"(?:schlagworte|themen|thèmes|temas|tópicos|argomenti|konular|etiket|onderwerpen|ключевые слова"
        r"|كلمات دلالية|关键字|etiquetas|etiketler|tagi|tags|теги|метки|وسوم|الوسوم|الكلمات المفتاحية|كلمات مفتاحية"
        r"|parole chiave"
        r"|palavras-chave"
        r"|słowa kluczowe|trefwoorden|关键词|關鍵字|标签|標籤|キーワード|タグ)\s*[:：].{0,200}"
    ),
    (
        r"(?:lesedauer|lesezeit|temps de lecture|durée de lecture|tiempo de lectura|tempo di lettura|tempo de leitura"
        r"|время чтения"
        r"|okuma süresi|czas czytania|leestijd|مدة القراءة|وقت القراءة)\s*[:：]?\s*\d.{0,20}"
    ),
    r"(?:版权所有|版權所有|未经授权|未經授權|無断転載|無断複製|著作権は).{0,60}",
    r"この記事は(?:有料|会員).{0,40}|残り\s?[\d,]+文字.{0,30}|[(（]?责任编辑[:：].{1,20}|[(（]?責任編輯[:：].{1,20}",
    r"нашли (?:ошибку|опечатку).{0,100}|помогите нам стать лучше.{0,60}",
)
"""Patterns of whole lines; each ends within a length, so that a long line costs little."""
