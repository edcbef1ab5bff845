"""Words that English took from other alphabets in several spellings: `Koran` and `Quran`, `sheikh` and `sheik`.

Names of people and places need no table: what they have in common is computed (`letters.transliteration_key`).
"""

from collections.abc import Sequence

from search.query.spelling.stem_groups import StemGroups

_SPELLINGS = """
    koran/quran/qoran shia/shiite muslim/moslem sheikh/sheik/shaikh/shaykh
    sharia/shariah burqa/burka/burkha hijab/hejab/hidjab niqab/niqaab intifada/intifadah hajj/haj fatwa/fatwah
    madrasa/madrassa/madrasah/madrassah mujahideen/mujahedeen/mujahedin/mujahidin/mojahedin fedayeen/fidayeen/fedayin
    ayatollah/ayatullah mullah/mollah caliph/khalif caliphate/khalifate vizier/vizir sultan/soltan
    jihad/jehad jihadi/jihadist souk/souq/suq kibbutz/kibbuts hanukkah/chanukah torah/thora
    tsar/czar/tzar tsarist/czarist
    yogurt/yoghurt/yoghourt ketchup/catsup hummus/houmous kebab/kabob/kebap falafel/felafel guerrilla/guerilla
""".split()  # noqa: SIM905 - they read better so

_GROUPS = StemGroups(each.split("/") for each in _SPELLINGS)


def borrowed(word: str) -> Sequence[str]:
    """The other spellings of a folded word that English borrowed; none where it has none."""
    return _GROUPS.others(word)
