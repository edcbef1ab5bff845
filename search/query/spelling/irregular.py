"""Irregular English inflections: `woman` and `women`, `crisis` and `crises`, `withdrew` and `withdrawn`.

A stemmer cuts endings and cannot know them. Left out is what is another word in news, too, such as `left`, `found`,
`saw`, `lead`, `fed` and `lives`, and what has the stem of another word: `theses` that of `these`, `indices` that of
`indicate`.
"""

from collections.abc import Sequence

from search.query.spelling.stem_groups import StemGroups

_MEN = """
    air alder assembly business camera chair clergy congress council country crafts crew door english fire fisher fore
    french gentle guards gun hit horse irish journey jury lay lines militia news ombuds police post rifle sales scots
    sea service spokes sports states strong swords trades watch work
""".split()  # noqa: SIM905 - they read better so

_OTHERS = """
    man/men woman/women child/children grandchild/grandchildren schoolchild/schoolchildren foot/feet tooth/teeth
    goose/geese mouse/mice ox/oxen penny/pence wife/wives housewife/housewives midwife/midwives knife/knives half/halves
    calf/calves loaf/loaves thief/thieves wolf/wolves hoof/hooves scarf/scarves wharf/wharves dwarf/dwarves

    crisis/crises analysis/analyses hypothesis/hypotheses diagnosis/diagnoses prognosis/prognoses
    oasis/oases synthesis/syntheses paralysis/paralyses criterion/criteria phenomenon/phenomena stratum/strata
    bacterium/bacteria memorandum/memoranda referendum/referenda curriculum/curricula stadium/stadia forum/fora
    consortium/consortia moratorium/moratoria spectrum/spectra symposium/symposia nucleus/nuclei stimulus/stimuli
    alumnus/alumni fungus/fungi cactus/cacti radius/radii syllabus/syllabi formula/formulae larva/larvae alga/algae
    vertebra/vertebrae appendix/appendices matrix/matrices vortex/vortices bureau/bureaux
    plateau/plateaux paparazzo/paparazzi mafioso/mafiosi kibbutz/kibbutzim mujahid/mujahideen

    arise/arose/arisen awake/awoke become/became begin/began/begun bend/bent bleed/bled blow/blew/blown
    break/broke/broken breed/bred bring/brought build/built rebuild/rebuilt buy/bought catch/caught choose/chose/chosen
    come/came overcome/overcame creep/crept deal/dealt dig/dug draw/drew/drawn withdraw/withdrew/withdrawn drink/drank
    drive/drove/driven eat/ate/eaten fall/fell/fallen feel/felt fight/fought flee/fled fly/flew/flown
    forbid/forbade/forbidden foresee/foresaw/foreseen forget/forgot/forgotten forgive/forgave/forgiven
    freeze/froze/frozen give/gave/given go/went/gone grow/grew/grown hang/hung hear/heard hide/hid/hidden hold/held
    uphold/upheld withhold/withheld keep/kept kneel/knelt know/knew/known leap/leapt lend/lent lose/lost make/made
    meet/met mislead/misled mistake/mistook/mistaken oversee/oversaw/overseen overtake/overtook/overtaken
    overthrow/overthrew/overthrown pay/paid repay/repaid ride/rode/ridden run/ran say/said seek/sought sell/sold
    send/sent shake/shook/shaken shine/shone shoot/shot shrink/shrank/shrunk sing/sang sink/sank/sunk sit/sat
    sleep/slept slide/slid speak/spoke/spoken spend/spent stand/stood withstand/withstood understand/understood
    steal/stole/stolen strike/struck swear/swore/sworn sweep/swept swim/swam/swum swing/swung take/took/taken
    undertake/undertook/undertaken teach/taught tear/tore/torn tell/told think/thought throw/threw/thrown
    undergo/underwent/undergone wear/wore/worn weave/wove/woven weep/wept win/won write/wrote/written
"""

_PEOPLE = ((f"{head}{one}", f"{head}{many}") for head in _MEN for one, many in (("man", "men"), ("woman", "women")))
_GROUPS = StemGroups((*(each.split("/") for each in _OTHERS.split()), *_PEOPLE))


def irregular(word: str) -> Sequence[str]:
    """The forms of a folded English word that its stem does not tell; none where it has none."""
    return _GROUPS.others(word)
