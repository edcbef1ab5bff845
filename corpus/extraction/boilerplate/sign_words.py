"""The words of sites in languages that do not part their words: patterns of signs by kind."""

import re
from collections.abc import Mapping, Sequence

from corpus.late_pattern import late

_SCRIPTS = late("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_KANA = re.compile("[\u3040-\u30ff]")
_BRIEF = 8
"""Signs of a line that may be a call alone,"""
_FEW_MORE = 1
"""where all of them but so many are of these kinds: `立即下载`, and not `立即停火`."""
_OF_SITES = ("call", "thing", "own", "you", "self", "with")
_HANGUL = late("[\uac00-\ud7af]")

SIGNS: dict[str, dict[str, str]] = {
    "zh": {
        "call": (
            "发表|發表|立即|免费(?=[阅试领下])|免費(?=[閱試領下])|关注我们|關注我們|扫码|掃碼|扫描二维码|识别二维码|識別二維碼|"
            "下载(?!量)|下載(?!量)|点击(?!量|率)|點擊(?!量|率)|关闭|關閉|点此|登录后|登入後|登录(?!日)|登入|欢迎在|订阅|訂閱|分享给|分享給|分享到|"
            "阅读全文|閱讀全文|加入我们|加入我們|歡迎加入|欢迎加入|按讚|点赞|注册|註冊|转发|轉發|投稿|举报|"
            "联系我们|聯絡我們|长按|長按|开启|開啟|接收|欢迎关注|歡迎追蹤|追蹤我們|免費加入"
        ),
        "thing": (
            "新闻通讯|新聞通訊|捐款|赞助|拦截|攔截|屏蔽|朋友圈|订阅(?!量)|訂閱(?!量)|注册|註冊|(?:给|給)你的|好友|公众号|公眾號|客户端|"
            "客戶端|APP|App|电子报|電子報|微信|微博|二维码|二維碼|群組|群组|LINE|"
            "Telegram|通知|推送|推播|账号|帳號|会员|會員|订阅用户|訂閱用戶|订户|訂戶|"
            "Cookie|浏览器|瀏覽器|隐私|隱私|频道|頻道|粉絲|小程序|抖音|评论|評論|留言"
        ),
        "with": "免费|免費|查看|观看|觀看|体验|體驗",
        "use": "使用.{0,6}Cookie",
        "own": "我们|我們|本站|本报|本報|本網|本网",
        "you": "你|您|讀者|读者",
        "self": "本文|此文章|该文章|這篇文章|这篇文章|本新闻|本新聞|此内容|此內容",
        "only": "仅供|僅供|仅限|僅限|专享|專享|限定|才能|即可",
        "said": "说|說|表示|称[,,:]|稱|指出|告诉|告訴|被|已有|目前",
    },
    "ja": {
        "with": "無料|今すぐ",
        "call": (
            "応援して|オンにする|で読む|この記事を読む|お聞かせ|お願いします|解除して|コメントを(?:書|残|投稿|お)|新規登録|無料登録|してください|下さい|はこちら|をクリック|をタップ|に登録(?:する|$)|"
            "登録は|をダウンロード(?:して|$)|受け取る$|フォロー(?:して|する)|シェア(?:して|する)|"
            "お届けします|配信中$|購読する|お読みいただけます|ご覧いただけます|ログインして|会員登録|"
            "お寄せ|お申し込み|友だち追加|チェック$|ご利用ください|発信中$"
        ),
        "thing": (
            "寄付|広告ブロック|ご意見|YouTube|友だち追加|アプリ|通知|メルマガ|メールマガジン|ニュースレター|メール|LINE|ライン公式|"
            "クッキー|Cookie|ログイン|アカウント|会員|有料|無料|コメント|チャンネル|X(?:旧|で)|"
            "インスタ|フェイスブック|Facebook|プライバシー|ブラウザ|SNS|購読|プッシュ"
        ),
        "own": "私たち|当社|当サイト|本サイト|編集部|公式|本紙|弊社",
        "you": "あなた|皆さま|皆様|ご",
        "self": "この記事|本記事|この続き|このページ|この動画",
        "only": "のみ|限定|だけ",
        "said": "述べ|語っ|という|話し|によると|とした|説明し|した。|いた。|いる。|れた。",
    },
    "ko": {
        "call": (
            "하세요|읽으세요|남겨|해 ?주세요|받으세요|받아보세요|보내 ?주세요|확인하세요|누르세요|눌러|"
            "바랍니다|로그인하|구독하기|공유하기|다운로드하|가입하|추가해|보세요|제보하"
        ),
        "thing": (
            "후원|광고 차단|의견|뉴스레터|알림|앱|카카오톡|로그인|구독자만|구독|댓글|텔레그램|페이스북|인스타그램|"
            "유튜브|쿠키|계정|회원|메일|채널|네이버|제보|브라우저|개인정보"
        ),
        "own": "저희|우리 신문|본지|본 사이트|제보",
        "you": "여러분|당신|독자님|회원님",
        "self": "이 기사|본 기사|이 콘텐츠|해당 기사",
        "only": "만 볼|만 읽|전용|한정|만 이용",
        "said": "말했|밝혔|전했|따르면|설명했|라고|다\\.$",
    },
}
"""The same of languages that do not, as patterns of signs; `self` is the article itself, `with` stands beside calls."""


_PATTERNS = {language: {kind: late(each) for kind, each in kinds.items()} for language, kinds in SIGNS.items()}


def signs_of(text: str) -> Mapping[str, Sequence[str]] | None:
    """What a line has of each kind; None where it is written in letters that make words.

    `brief`: it is a call and little else.
    """
    if text.isascii() or _SCRIPTS.search(text) is None:
        return None
    language = "ja" if _KANA.search(text) else "ko" if _HANGUL.search(text) else "zh"
    patterns = _PATTERNS[language]
    found = {kind: held for kind, pattern in patterns.items() if (held := pattern.findall(text))}
    if "call" in found and len(text) <= _BRIEF and language != "ko":  # whose forms of asking are those of all verbs
        of_sites = (patterns[name] for name in _OF_SITES if name in patterns)
        said = {at for pattern in of_sites for each in pattern.finditer(text) for at in range(*each.span())}
        if len(said) + _FEW_MORE >= len(text):
            found["brief"] = found["call"]
    return found
