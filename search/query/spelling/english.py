"""British and American spellings of one word: `defence` and `defense`, `organisation` and `organization`.

The pairs are those that Noah Webster's dictionary of 1828 and its successors set apart from Johnson's, where both
spellings mean the same in news: not `tyre` and `tire`, `cheque` and `check`, of which one is another word, too.
"""

import re
from collections.abc import Iterator

_OUR = """
    arbour ardour armour behaviour candour clamour colour demeanour endeavour favour fervour flavour glamour harbour
    honour humour labour misdemeanour neighbour odour parlour rancour rigour rumour saviour savour splendour succour
    tumour valour vapour vigour
""".split()  # noqa: SIM905 - they read better so
_RE = """
    calibre centimetre centre fibre goitre kilometre litre louvre lustre meagre metre millimetre mitre nitre ochre sabre
    sceptre sombre spectre theatre
""".split()  # noqa: SIM905 - they read better so
_ENCE = ("defence", "offence", "pretence", "licence")
_OGUE = ("analogue", "catalogue", "dialogue", "monologue", "prologue", "epilogue", "travelogue", "demagogue")
_DOUBLED = """
    cancell channell chisell counsell diall duell equall fuell initiall jewell labell levell libell marshall marvell
    medall modell panell pedall pencill pummell quarrell refuell rivall shovell shrivell signall spirall swivell symboll
    totall travell trowell tunnell unravell
""".split()  # noqa: SIM905 - they read better so
_OTHERS = """
    acknowledgement/acknowledgment
    aeroplane/airplane ageing/aging aluminium/aluminum anaemi/anemi anaesthe/anesthe analys/analyz archaeolog/archeolog
    artefact/artifact caesarean/cesarean carburettor/carburetor councillor/councilor enquir/inquir kilogramme/kilogram
    marvellous/marvelous phoney/phony sizeable/sizable tranquillity/tranquility
    breathalys/breathalyz catalys/catalyz cosy/cozy diarrhoea/diarrhea encyclopaedi/encyclopedi
    enrol/enroll foetus/fetus foetal/fetal fulfil/fulfill gaol/jail grey/gray gynaecolog/gynecolog haemo/hemo
    instalment/installment jewellery/jewelry judgement/judgment leukaemi/leukemi mediaeval/medieval manoeuvre/maneuver
    mould/mold moustache/mustache oestrogen/estrogen orthopaedic/orthopedic paediatric/pediatric paedophil/pedophil
    paralys/paralyz plough/plow practise/practice programme/program pyjama/pajama sceptic/skeptic skilful/skillful
    smoulder/smolder
    speciality/specialty sulph/sulf learnt/learned burnt/burned spoilt/spoiled spilt/spilled
    doughnut/donut furore/furor liquorice/licorice mollusc/mollusk omelette/omelet
    whisky/whiskey wilful/willful woollen/woolen yoghurt/yogurt
""".split()  # noqa: SIM905 - they read better so
_ENDINGS = ("ed", "ing", "er", "or", "ist")


def _pairs() -> dict[str, str]:
    pairs = {word: f"{word[:-3]}or" for word in _OUR}
    pairs |= {word: f"{word[:-2]}er" for word in _RE}
    pairs |= {f"{word[:-1]}ing": f"{word[:-2]}ering" for word in _RE}
    pairs |= {f"{word[:-1]}d": f"{word[:-2]}ered" for word in _RE}
    pairs |= {word: f"{word[:-2]}se" for word in _ENCE}
    pairs |= {word: word[:-2] for word in _OGUE}
    pairs |= {f"{word}{end}": f"{word[:-1]}{end}" for word in _DOUBLED for end in _ENDINGS}
    return pairs | dict(each.split("/") for each in _OTHERS)


_BRITISH = _pairs()
_AMERICAN = {american: british for british, american in _BRITISH.items()}
_LONGEST = max(map(len, (*_BRITISH, *_AMERICAN)))
_SHORTEST = 4
_IZE = re.compile(r"([a-z]{3,})i([sz])(e|ed|es|er|ers|ing|ation|ations|ational|able)")


def english(word: str) -> Iterator[str]:
    """The other spelling of a folded word, if it has one: its beginning decides, so that inflections are met."""
    for table in (_BRITISH, _AMERICAN):
        for end in range(min(len(word), _LONGEST), _SHORTEST - 1, -1):
            other = table.get(word[:end])
            if other is not None:
                yield other + word[end:]
                break
    if found := _IZE.fullmatch(word):
        yield f"{found[1]}i{'z' if found[2] == 's' else 's'}{found[3]}"
