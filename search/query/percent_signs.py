"""Tell a percent sign from Westlaw's operator for NOT, which looks like it: `zero % interest`, `bank % river`."""

OF_PERCENT = r"(?i:of|in|on|for|by|to|more|less|are|is|was|were|der|die|das|des|de|du|von|di|van)\b"
"""What stands behind a percent sign that is one: `what % of women`."""

_COUNTED = frozenset(
    """
    zero half one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred many few some same what which how
    the a an in as of by per at to than about nearly almost over under
    null ein zwei drei vier fünf sechs sieben acht neun zehn zwanzig dreißig vierzig fünfzig hundert wie viel viele
    zéro deux trois quatre cinq sept huit neuf dix vingt trente cinquante cent quel quelle de à
    cero uno dos tres cuatro cinco seis siete ocho nueve diez veinte treinta cincuenta cien qué cuánto el un
    due tre quattro cinque sei sette otto nove dieci venti trenta cinquanta cento che quale il
    dois três quatro sete oito dez vinte cem nul twee drie vijf tien twintig honderd
    ноль один два три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто сколько какой на
    """.split()  # noqa: SIM905 - many words read better so
)
"""What stands before one: numbers in words, and what asks for one."""

_LONGEST = 30


def is_counted(before: str) -> bool:
    """Whether the words before a sign end with a number or with what stands before one."""
    words = before[-_LONGEST:].lower().replace("-", " ").split()
    return bool(words) and words[-1].strip("\"'(") in _COUNTED
