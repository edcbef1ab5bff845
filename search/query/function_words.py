"""Words that tell nothing of what a text is about: articles, prepositions, pronouns, conjunctions, forms of `to be`.

They are searched as any other. What is proposed to a reader, as a correction or as telling of a search, is none of
them.
"""

from collections.abc import Iterable
from functools import lru_cache

from corpus.folding import fold
from index.analysis.languages import Languages

_BY_LANGUAGE = {
    "en": """
        a about after all also an and any are as at be been before being both but by can could did do does down
        during each for from had has have he her here him his how if in into is it its me more most my no nor not of
        on one only or our out over own said same she should so some such than that the their them then there these
        they this those through to too under until up very was we were what when where which while who whom why will
        with would you your
    """,
    "de": """
        aber als am an auch auf aus bei bis da das dass dem den der des die doch durch ein eine einem einen einer
        eines er es für hatte ich ihm ihn ihr im in ist ja kann mit nach nicht noch nur ob oder ohne sein sich sie
        sind so über um und uns unter vom von vor waren was weil wenn werden wie wir wird wurde zu zum zur
    """,
    "fr": """
        au aux avec ce ces cette dans de des du elle elles en est et eux il ils je la le les leur leurs lui mais
        même ne nous on ont ou par pas plus pour qu que qui sa se ses sont sur un une vous y été était
    """,
    "es": """
        al como con cuando de del el ella ellos en es esta este fue ha han hasta la las le les lo los más me muy no
        o para pero por que se sobre su sus también un una uno y ya
    """,
    "it": """
        al alla alle anche che chi ci come con da dalla degli dei del della delle di e è gli ha hanno i il in io la
        le lo ma nel nella non o più quando se si sono su sua suo sul sulla tra un una
    """,
    "pt": """
        ao aos as com como da das de do e ela ele em entre foi há isso já mais mas na nas no nos não o os ou para
        pela pelo por que se sem seu sua são também um uma
    """,
    "nl": """
        aan als bij dat de den der die dit een en er had heeft het hij ik in is je maar naar niet nog of om ook op
        over te uit voor was wat werd wordt ze zich zij zijn
    """,
    "sv": """
        and att av de den det där efter en ett från för han har hon i inte jag kan med mot och om på sig som under
        var vid är
    """,
    "ru": """
        а без был была были было быть в во все для до его ее же за и из или их к как когда ко мы на не но о об он
        она они от по при с со так то только у уже что чтобы это я
    """,
}
"""By ISO 639-1 codes. What is a word of other weight in English is left out: German `war`, Spanish `son`, Dutch `van`;
so is `us`, for its capitals are not told here."""


def function_words(languages: Languages) -> frozenset[str]:
    """Those of the languages of an index, folded."""
    return _of(tuple(analyzer.language for analyzer in languages.analyzers))


@lru_cache(maxsize=64)
def _of(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for code in codes for word in _BY_LANGUAGE.get(code, "").split())
